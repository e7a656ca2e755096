package io.github.kazoomock.contracts;

/** A server does not answer, or does not let us in: exit 4. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(String message) {
        super(message);
    }
}
