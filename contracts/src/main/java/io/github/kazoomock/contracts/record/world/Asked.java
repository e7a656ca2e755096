package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.List;

/**
 * An exchange whose operation is known.
 *
 * @param account in the path; empty for none
 * @param arguments of the last noun, decoded
 */
record Asked(Exchange exchange, Operation operation, String account, List<String> arguments) {
    JsonObject envelope() {
        return exchange.responseBody().json() instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** What the server replied; the empty object when it is none. */
    JsonObject data() {
        return envelope().object("data");
    }

    /** The rows of a list. */
    List<JsonObject> rows() {
        return envelope().array("data").values().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** What the client sent. */
    JsonObject sent() {
        Json body = exchange.requestBody().json();
        return body instanceof JsonObject object ? object.object("data") : JsonObject.EMPTY;
    }

    String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }

    boolean is(String... ids) {
        return List.of(ids).contains(operation.id());
    }

    boolean deletes() {
        return exchange.method().equals("DELETE");
    }

    /** True for a list of everything: what it lacks is not there. */
    boolean isComplete() {
        boolean whole = exchange.query().isEmpty() || exchange.query().matches("paginate=(false|no|0)");
        return whole && !envelope().has("next_start_key");
    }
}
