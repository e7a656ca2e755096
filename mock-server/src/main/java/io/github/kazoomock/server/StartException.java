package io.github.kazoomock.server;

/** Nothing is wrong with the settings, and still the mock cannot start here and now: the port is taken. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param written the setting and its value as the user wrote them: {@code --port 8000} */
    StartException(String written, String problem) {
        super(written + ": " + problem);
    }
}
