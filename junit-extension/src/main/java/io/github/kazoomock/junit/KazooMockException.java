package io.github.kazoomock.junit;

/** The mock could not be started, or was asked something that makes no sense; the message says what would. */
public final class KazooMockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KazooMockException(String message) {
        super(message);
    }

    KazooMockException(String message, Throwable cause) {
        super(message, cause);
    }
}
