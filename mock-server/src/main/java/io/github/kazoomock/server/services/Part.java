package io.github.kazoomock.server.services;

import java.util.Locale;

/** Where quantities come from. */
public enum Part {
    /** The account's own documents. */
    ACCOUNT,
    /** All its descendants. */
    CASCADE,
    /** Somebody's hand. */
    MANUAL;

    /** As it stands in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
