package io.github.kazoomock.server.world;

/** A row of an account's history: what happened to it, kept as it happened and never changed. */
public interface Entry {
    /** When it happened, in Gregorian seconds. */
    long created();
}
