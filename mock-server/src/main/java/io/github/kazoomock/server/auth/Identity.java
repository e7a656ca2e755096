package io.github.kazoomock.server.auth;

/** What a credential turned out to be. */
public sealed interface Identity {
    /** Good: this is who asks. */
    record Known(Caller caller) implements Identity {}

    /** A genuine token whose time is over. */
    record Expired() implements Identity {}

    /** Forged, malformed, revoked, or of somebody who is gone. */
    record Unknown() implements Identity {}

    /**
     * A good credential of an account whose trial is over.
     *
     * @param at Gregorian seconds
     */
    record TrialOver(long at) implements Identity {}

    /** A good credential of a disabled account, where that matters (decision A12). */
    record AccountDisabled() implements Identity {}
}
