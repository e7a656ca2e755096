package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.world.Gregorian;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what a client of the admin API wants; what means nothing is a {@link BadRequest} that names the key. */
final class Wanted {
    private Wanted() {}

    static @Nullable String text(JsonObject body, String key) {
        Json value = body.get(key);
        if (value != null && !(value instanceof JsonText)) {
            throw new BadRequest(key + ": " + value + " is no text");
        }
        return value == null ? null : value.text();
    }

    static boolean flag(JsonObject body, String key, boolean usual) {
        Json value = body.get(key);
        if (value != null && value != JsonLiteral.TRUE && value != JsonLiteral.FALSE) {
            throw new BadRequest(key + ": use true or false");
        }
        return value == null ? usual : value == JsonLiteral.TRUE;
    }

    static long integer(JsonObject body, String key, long usual) {
        Json value = body.get(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof JsonNumber number) {
            double exact = number.value().doubleValue();
            if (exact == number.value().longValue()) {
                return number.value().longValue();
            }
        }
        throw new BadRequest(key + ": " + value + " is no whole number");
    }

    static double number(JsonObject body, String key, double usual) {
        Json value = body.get(key);
        if (value != null && !(value instanceof JsonNumber)) {
            throw new BadRequest(key + ": " + value + " is no number");
        }
        return value instanceof JsonNumber number ? number.value().doubleValue() : usual;
    }

    /** An instant, or Gregorian seconds. */
    static @Nullable Instant instant(JsonObject body, String key) {
        Json value = body.get(key);
        try {
            if (value instanceof JsonNumber number) {
                return Gregorian.instant(number.value().longValue());
            }
            String text = value == null ? null : value.text();
            if (text != null) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // the same complaint
        }
        if (value == null) {
            return null;
        }
        throw new BadRequest(key + ": " + value + " is neither an instant nor Gregorian seconds;"
                + " use \"2026-05-16T10:20:30Z\" or 63946146030");
    }

    /** A duration, or seconds. */
    static @Nullable Duration duration(JsonObject body, String key) {
        Json value = body.get(key);
        try {
            if (value instanceof JsonNumber number) {
                return Duration.ofSeconds(number.value().longValue());
            }
            String text = value == null ? null : value.text();
            if (text != null) {
                return Duration.parse(text);
            }
        } catch (DateTimeException e) {
            // the same complaint
        }
        if (value == null) {
            return null;
        }
        throw new BadRequest(key + ": " + value + " is neither a duration nor seconds; use \"PT1H\" or 3600");
    }
}
