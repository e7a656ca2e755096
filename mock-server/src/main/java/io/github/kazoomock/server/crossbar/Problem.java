package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.journal.Breach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: status, the code that KAZOO prints as {@code message}, and {@code data}.
 *
 * @param message empty for a bare status without envelope
 * @param data null where KAZOO sends none
 * @param breaches each rule that was broken, for the journal; empty where {@code data} says it all
 */
public record Problem(int status, String message, @Nullable Json data, List<Breach> breaches) implements Outcome {

    public Problem {
        breaches = List.copyOf(breaches);
    }

    public Problem(int status, String message, @Nullable Json data) {
        this(status, message, data, List.of());
    }

    /** A status with an empty body. */
    public static Problem bare(int status) {
        return new Problem(status, "", null);
    }

    /** The usual shape: {@code data} is an object with a text under {@code message}. */
    public static Problem of(int status, String code, String text) {
        return new Problem(status, code, JsonObject.of("message", Json.of(text)));
    }

    /** The usual shape with the {@code cause} beside the text. */
    public static Problem of(int status, String code, String text, String cause) {
        return new Problem(status, code, JsonObject.of("cause", Json.of(cause), "message", Json.of(text)));
    }

    public boolean isBare() {
        return message.isEmpty();
    }

    /** Ends the request here. */
    public Refusal refusal() {
        return new Refusal(this);
    }
}
