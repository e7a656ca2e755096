package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.world.Gregorian;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        Instant set = instant(wanted.get("set"));
        Duration advance = duration(wanted.get("advance"));
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

    private static @Nullable Instant instant(@Nullable Json value) {
        try {
            if (value instanceof JsonNumber number) {
                return Gregorian.instant(number.value().longValue());
            }
            return value == null ? null : Instant.parse(text(value));
        } catch (DateTimeException e) {
            throw new BadRequest("set: " + value + " is neither an instant nor Gregorian seconds; " + HELP);
        }
    }

    private static @Nullable Duration duration(@Nullable Json value) {
        try {
            if (value instanceof JsonNumber number) {
                return Duration.ofSeconds(number.value().longValue());
            }
            return value == null ? null : Duration.parse(text(value));
        } catch (DateTimeException e) {
            throw new BadRequest("advance: " + value + " is neither a duration nor seconds; " + HELP);
        }
    }

    private static String text(Json value) {
        if (value instanceof JsonText text) {
            return text.value();
        }
        throw new BadRequest(HELP);
    }
}
