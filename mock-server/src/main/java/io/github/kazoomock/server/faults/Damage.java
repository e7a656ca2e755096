package io.github.kazoomock.server.faults;

/** What happens to an answer on its way out. */
public enum Damage {
    NONE,
    /** The connection is reset before a byte of it is sent. */
    RESET,
    /** Head without body. */
    EMPTY,
    /** The head promises the whole body, the connection ends after half of it. */
    TRUNCATED,
    /** Half of the body, as if it were all: JSON that nobody can read in a message that is whole. */
    MALFORMED
}
