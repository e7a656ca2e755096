package io.github.kazoomock.contracts.cli;

/** What the process ends with. */
final class ExitCode {
    static final int FINE = 0;
    static final int MISMATCH = 1;
    static final int USAGE = 2;
    static final int CANNOT_START = 3;
    static final int UNREACHABLE = 4;

    private ExitCode() {}
}
