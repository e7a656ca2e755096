package io.github.kazoomock.server.cli;

/** Arguments that cannot be read; the message is one line with what was wrong and what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String line) {
        super(line);
    }
}
