package io.github.kazoomock.contracts.target;

/** A request that was refused on this side and never left; the message says why. */
public final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotSent(String reason) {
        super(reason);
    }
}
