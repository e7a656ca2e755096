package io.github.kazoomock.server;

/** A setting has a value that the mock cannot work with; the message, one line, names it and says what would do. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param written the setting and its value as the user wrote them: {@code --port abc} */
    SettingException(String written, String problem) {
        super(written + ": " + problem);
    }
}
