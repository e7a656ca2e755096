package io.github.kazoomock.server.export;

/** A {@link Given} that cannot be brought about; the message says which part and why. */
public final class StateProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StateProblem(String message) {
        super(message);
    }
}
