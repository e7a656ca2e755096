package io.github.kazoomock.contracts.verify;

/** An interaction is not tried, for a reason that is no failure: it writes, and only reading is allowed. */
public final class Skipped extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Skipped(String why) {
        super(why);
    }
}
