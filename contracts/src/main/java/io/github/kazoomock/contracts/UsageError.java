package io.github.kazoomock.contracts;

/** What the user asked for cannot be done: exit 2. The message says what is wrong, where, and what to do. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageError(String message) {
        super(message);
    }
}
