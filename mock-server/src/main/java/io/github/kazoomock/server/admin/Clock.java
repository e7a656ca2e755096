package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.world.Gregorian;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and moves a sandbox's clock: {@code {"set": "2026-05-16T10:20:30Z"}}, {@code advance}, {@code frozen}, {@code speed}. */
final class Clock {
    private static final String HELP = "use {\"set\": \"2026-05-16T10:20:30Z\"}, {\"advance\": \"PT1H\"} or"
            + " {\"advance\": 3600}, {\"frozen\": true}, {\"speed\": 60}, or several of them";
    private static final List<String> KEYS = List.of("set", "advance", "frozen", "speed");
    private static final double FASTEST = 1_000_000;
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Clock() {}

    static JsonObject show(SandboxClock clock) {
        Instant now = clock.now();
        return JsonObject.builder()
                .put("now", now.toString())
                .put("gregorian", Gregorian.seconds(now))
                .put("frozen", clock.frozen())
                .put("speed", speed(clock.speed()))
                .build();
    }

    /** Everything is checked before anything is changed. */
    static JsonObject change(SandboxClock clock, JsonObject wanted) {
        if (wanted.isEmpty() || !KEYS.containsAll(wanted.keys())) {
            throw new BadRequest(HELP);
        }
        Instant set = Wanted.instant(wanted, "set");
        Duration advance = Wanted.duration(wanted, "advance");
        Json frozen = wanted.get("frozen");
        if (frozen != null && !frozen.type().equals("boolean")) {
            throw new BadRequest("frozen must be true or false");
        }
        double speed = Wanted.number(wanted, "speed", clock.speed());
        if (speed <= 0 || speed > FASTEST) {
            throw new BadRequest("speed: use more than 0, at most 1000000; {\"frozen\": true} stops the clock");
        }
        check(set == null ? clock.now() : set, advance);
        if (speed != clock.speed()) {
            clock.speed(speed);
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

    /** Years of four digits, so that every way to write a time can. */
    private static void check(Instant set, @Nullable Duration advance) {
        Duration left = Duration.between(set, LAST);
        Duration back = Duration.between(set, FIRST);
        Duration by = advance == null ? Duration.ZERO : advance;
        if (left.isNegative() || by.compareTo(left) > 0 || by.compareTo(back) < 0) {
            throw new BadRequest("the clock shows the years 1970 to 9999");
        }
    }

    private static Json speed(double factor) {
        return factor == Math.rint(factor) ? Json.of((long) factor) : Json.of(factor);
    }
}
