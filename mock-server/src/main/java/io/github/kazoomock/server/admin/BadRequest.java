package io.github.kazoomock.server.admin;

/** The admin API was asked something that makes no sense; the message says what would. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message, null, false, false);
    }
}
