package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.List;

/** {@code call_forward.failover}: a flag of 5.0 that newest KAZOO's schema, which is ours, refuses (decision R13). */
final class ForwardFailover {
    private static final String OBJECT = "call_forward";
    private static final String KEY = "failover";

    private ForwardFailover() {}

    /** Hides the flag from the schema where it is allowed. */
    static Draft setAside(Draft draft) {
        return isRefused(draft) ? draft : draft.withOpen(draft.open().without(OBJECT, KEY));
    }

    /** Stores the flag, which is off unless sent. */
    static Draft putBack(Draft draft) {
        if (isRefused(draft) || !(draft.open().get(OBJECT) instanceof JsonObject)) {
            return draft;
        }
        Json sent = draft.asked().at(OBJECT, KEY);
        Json flag = sent == null ? JsonLiteral.FALSE : cast(sent);
        if (flag != JsonLiteral.TRUE && flag != JsonLiteral.FALSE) {
            JsonObject details = JsonObject.builder()
                    .put("message", "Value did not match type(s): boolean")
                    .put("target", "boolean")
                    .put("value", flag)
                    .build();
            draft.faults().add(List.of(new Violation(List.of(OBJECT, KEY), "type", details)));
        }
        return draft.withOpen(draft.open().with(flag, OBJECT, KEY));
    }

    private static boolean isRefused(Draft draft) {
        return draft.call().does(Decision.FAILOVER_IS_NO_FORWARDING);
    }

    private static Json cast(Json value) {
        String text = value.text();
        return "true".equals(text) ? JsonLiteral.TRUE : "false".equals(text) ? JsonLiteral.FALSE : value;
    }
}
