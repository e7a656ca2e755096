package io.github.kazoomock.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a test asks for, by annotation or by builder. */
record Settings(Origin origin, Lifetime lifetime, Set<Strict> strict, String report) {

    /** What decides how a sandbox starts; equal ones share a base. */
    record Origin(String fixture, String profile, long seed, String clock) {

        /** As `POST /__admin/sandboxes` takes it, without the fixture. */
        Map<String, Object> body(String name) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", name);
            body.put("profile", profile);
            body.put("seed", seed);
            if (!clock.isEmpty()) {
                body.put("clock", clock);
            }
            return body;
        }
    }

    Settings {
        strict = Set.copyOf(strict);
    }

    static Settings of(KazooMockTest annotation) {
        return new Settings(
                new Origin(annotation.fixture(), annotation.profile(), annotation.seed(), annotation.clock()),
                annotation.sandbox(),
                Set.of(annotation.strict()),
                annotation.report());
    }
}
