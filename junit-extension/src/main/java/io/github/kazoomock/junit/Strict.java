package io.github.kazoomock.junit;

/** What fails a test that would pass without it. */
public enum Strict {
    /** A request that no operation of the mock served. */
    UNSERVED_REQUESTS,

    /** A fault that was armed and never fired. */
    UNFIRED_FAULTS
}
