package io.github.kazoomock.server.journal;

/** The checks that a request passes, in their order (core sheet 1). */
public enum Check {
    /** A path under {@code /vN} and a query that can be decoded, a content type that can be read. */
    ADDRESS("path and query"),
    VERSION("version"),
    BODY("body"),
    METHOD("method"),
    TOKEN("token"),
    /** None of the rules that somebody armed in the sandbox. */
    FAULT("fault rules"),
    ENDPOINT("endpoint"),
    OPERATION("operation"),
    /** The mock's own: the operation is founded as well as the sandbox wants. */
    GRADE("grade"),
    ACCOUNT("account"),
    RATE_LIMIT("rate limit"),
    AUTHENTICATION("authentication"),
    ACCESS("access"),
    ACCEPT("accept"),
    /** Every noun before the last. */
    CONTEXT("parents in the path"),
    /** What the operation itself checks: its schema, its documents, its rules. */
    REQUEST("request"),
    PRECONDITIONS("preconditions"),
    CONTENT_TYPE("content type"),
    CHARGES("charges"),
    /** Type and range of a file that is the answer. */
    FILE("file");

    private final String word;

    Check(String word) {
        this.word = word;
    }

    /** As a trail shows it. */
    public String word() {
        return word;
    }
}
