package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.world.Gregorian;
import java.time.Duration;
import java.time.Instant;

/** Reads and moves a sandbox's clock: {@code {"set": "2026-05-16T10:20:30Z"}}, {@code advance}, {@code frozen}. */
final class Clock {
    private static final String HELP = "use {\"set\": \"2026-05-16T10:20:30Z\"}, {\"advance\": \"PT1H\"} or"
            + " {\"advance\": 3600}, {\"frozen\": true}, or several of them";

    private Clock() {}

    static JsonObject show(SandboxClock clock) {
        Instant now = clock.now();
        return JsonObject.builder()
                .put("now", now.toString())
                .put("gregorian", Gregorian.seconds(now))
                .put("frozen", clock.frozen())
                .build();
    }

    /** Everything is checked before anything is changed. */
    static JsonObject change(SandboxClock clock, JsonObject wanted) {
        boolean known = wanted.keys().stream()
                .allMatch(key -> key.equals("set") || key.equals("advance") || key.equals("frozen"));
        if (wanted.isEmpty() || !known) {
            throw new BadRequest(HELP);
        }
        Instant set = Wanted.instant(wanted, "set");
        Duration advance = Wanted.duration(wanted, "advance");
        Json frozen = wanted.get("frozen");
        if (frozen != null && !frozen.type().equals("boolean")) {
            throw new BadRequest("frozen must be true or false");
        }
        if (frozen == JsonLiteral.TRUE) {
            clock.freeze();
        } else if (frozen == JsonLiteral.FALSE) {
            clock.run();
        }
        if (set != null) {
            clock.set(set);
        }
        if (advance != null) {
            clock.advance(advance);
        }
        return show(clock);
    }
}
