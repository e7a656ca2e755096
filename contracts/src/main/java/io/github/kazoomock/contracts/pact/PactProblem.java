package io.github.kazoomock.contracts.pact;

/** An interaction that cannot be asked or compared; the message says why. */
public final class PactProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PactProblem(String message) {
        super(message);
    }
}
