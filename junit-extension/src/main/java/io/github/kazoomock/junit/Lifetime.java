package io.github.kazoomock.junit;

/** How many tests share a sandbox. */
public enum Lifetime {
    /**
     * Every test method, and every invocation of a parameterized or repeated one, has a sandbox of its own. It begins as
     * what {@code @BeforeAll} methods made of theirs, or as the fixture.
     */
    METHOD,

    /** A class with all its nested classes shares one. */
    CLASS,

    /** Every class of a test run that asks for the same shares one. */
    SHARED
}
