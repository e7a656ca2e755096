package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.crossbar.Noun;
import java.util.List;

/** Front-end applications, kept by the master account (admin sheet 8). */
final class AppsStore {
    private AppsStore() {}

    static Noun noun() {
        return new Noun("apps_store", "apps", "app", null, List.of(), List.of());
    }
}
