package io.github.kazoomock.schemas;

import com.networknt.schema.Error;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars of the wrong type that KAZOO converts instead of refusing: text or a fraction for {@code integer}, text for
 * {@code number} and {@code boolean}; nothing becomes a string (core sheet 7.4). Text must be a number as Erlang writes
 * it: a fraction has digits on both sides, an exponent comes after a fraction.
 */
final class Casts {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,1000}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+\\.[0-9]+([eE][+-]?[0-9]{1,3})?");

    private Casts() {}

    /** The document with every value converted that a type error names and that can be; else the same document. */
    static JsonObject apply(JsonObject document, List<Error> errors) {
        Json result = document;
        for (Error error : errors) {
            if (error.getKeyword().equals("type") && error.getSchemaNode().isString()) {
                List<String> path = Places.path(error.getInstanceLocation());
                Json cast = cast(Places.at(result, path), error.getSchemaNode().stringValue());
                result = cast == null ? result : Places.with(result, path, cast);
            }
        }
        return (JsonObject) result;
    }

    private static @Nullable Json cast(Json value, String type) {
        return switch (type) {
            case "integer" -> integer(value);
            case "number" -> value instanceof JsonText text ? number(text.value()) : null;
            case "boolean" -> bool(value.text());
            default -> null;
        };
    }

    private static @Nullable Json integer(Json value) {
        Json number = value instanceof JsonText text ? number(text.value()) : value;
        if (number instanceof JsonNumber exact && !exact.isInteger()) {
            BigDecimal rounded = new BigDecimal(exact.value().doubleValue()).setScale(0, RoundingMode.HALF_UP);
            return JsonNumber.of(rounded.toBigIntegerExact());
        }
        return number instanceof JsonNumber ? number : null;
    }

    private static @Nullable Json number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return JsonNumber.of(new BigInteger(text));
        }
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(value) ? JsonNumber.of(value) : null;
    }

    private static @Nullable Json bool(@Nullable String text) {
        return "true".equals(text) ? JsonLiteral.TRUE : "false".equals(text) ? JsonLiteral.FALSE : null;
    }
}
