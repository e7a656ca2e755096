package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.crossbar.Call;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks to be done with a call or a conference (pbx sheet 8.3).
 *
 * @param asked the value of {@code action}; null when there is none
 * @param parameters what it is to be done with; null when no object was sent
 */
record Action(@Nullable Json asked, @Nullable JsonObject parameters) {
    private static final String KEY = "action";

    /** The action of the envelope, else of {@code data}; parameters in {@code data.data}, else in {@code data}. */
    static Action of(Call call) {
        Json outside = call.envelope().root().get(KEY);
        return new Action(outside == null ? call.options().value(KEY) : outside, parameters(call));
    }

    /** An action that the path names. */
    static Action named(String name, Call call) {
        return new Action(Json.of(name), parameters(call));
    }

    private static @Nullable JsonObject parameters(Call call) {
        if (call.data().get("data") instanceof JsonObject inner) {
            return inner;
        }
        return call.envelope().root().get("data") instanceof JsonObject data ? data : null;
    }

    /** Its name; empty when there is none. */
    String name() {
        return asked instanceof JsonText text ? text.value() : "";
    }
}
