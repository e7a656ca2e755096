package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A key of query strings that is read.
 *
 * @param name as it is written; with a star at its end it stands for every key that begins so: {@code filter_*}
 * @param newest what a profile must do to read it; null when all do
 * @param effect what it does, in a few words; empty where the name says it
 */
public record QueryKey(String name, @Nullable Decision newest, String effect) {
    private static final String ANY = "*";

    /** A key that every profile reads. */
    static QueryKey of(String name, String effect) {
        return new QueryKey(name, null, effect);
    }

    /** True when it stands for all keys that begin like it. */
    public boolean isPrefix() {
        return name.endsWith(ANY);
    }

    /** True when this is the one that a request has. */
    public boolean covers(String asked) {
        return isPrefix() ? asked.startsWith(name.substring(0, name.length() - ANY.length())) : asked.equals(name);
    }

    public boolean isRead(Profile profile) {
        return newest == null || profile.does(newest);
    }
}
