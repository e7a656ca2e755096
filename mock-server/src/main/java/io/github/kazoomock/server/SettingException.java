package io.github.kazoomock.server;

/** A setting has a value that the mock cannot start with; the message names it and says what would do. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingException(Setting setting, String value, String problem) {
        super(setting.flag() + " " + value + ": " + problem);
    }
}
