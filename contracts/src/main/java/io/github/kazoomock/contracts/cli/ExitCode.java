package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.SettingException;
import io.github.kazoomock.server.StartException;

/** What the process ends with. */
final class ExitCode {
    static final int FINE = 0;
    static final int MISMATCH = 1;
    static final int USAGE = 2;
    static final int CANNOT_START = 3;
    static final int UNREACHABLE = 4;

    /** A failure of the program itself, which must not look like a mismatch. */
    static final int OURS = 70;

    private ExitCode() {}

    /** What a run ends with that ended with an exception. */
    static int of(Exception why) {
        if (why instanceof UsageError || why instanceof SettingException) {
            return USAGE;
        }
        if (why instanceof StartException) {
            return CANNOT_START;
        }
        return why instanceof Unreachable ? UNREACHABLE : OURS;
    }
}
