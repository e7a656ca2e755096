package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies of requests that would be refused (core sheet 4.1 to 4.4 and 7.3). */
record BodyCheck(Api api) {
    private static final Set<String> JSON = Set.of("", "application/json", "application/x-json");

    /** What can be wrong with a part of a document, whatever the rest of it is. */
    private static final Set<String> LOCAL = Set.of(
            "type",
            "enum",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "pattern",
            "format",
            "minItems",
            "maxItems",
            "uniqueItems");

    /** What the mock's older profile does not ask for although the schema does, by schema. */
    private static final Set<String> NOT_IN_5_0 =
            Set.of("callflows required flow", "conferences required name", "accounts enum timezone");

    /** What is wrong with the body; nothing where the consumer expects it to be refused. */
    List<Finding> of(Use use, Operation operation) {
        boolean hasBody = use.body() != null && !use.body().isEmpty();
        boolean isExpected = !use.isRecorded() && use.status() >= 400;
        if (isExpected || !hasBody || use.body() == null) {
            return List.of();
        }
        String type = use.mediaType();
        boolean writes = Set.of("PUT", "POST", "PATCH").contains(use.method());
        if (writes && !operation.accepts(type)) {
            return List.of(new Finding(
                    "content type not accepted", "request header content-type", "application/json", type + ": 415"));
        }
        String text = use.body();
        boolean looksLikeJson =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        boolean isForm = type.equals("application/x-www-form-urlencoded") && looksLikeJson; // what curl -d sends
        return JSON.contains(type) || isForm ? json(use, operation, text) : List.of();
    }

    private List<Finding> json(Use use, Operation operation, String text) {
        Json body;
        try {
            body = Json.parse(text);
        } catch (JsonSyntaxException e) {
            String what = e.kind() == JsonSyntaxException.Kind.DUPLICATE_KEY ? "a key twice" : "something else";
            return List.of(new Finding("body refused", "request body", "JSON", what));
        }
        if (!(body instanceof JsonObject envelope)) {
            return List.of(new Finding("body refused", "request body", "an envelope: {\"data\": ...}", article(body)));
        }
        Json data = data(envelope);
        if (data == null) {
            return List.of(new Finding("body refused", "request body /data", "an object in the envelope", "no data"));
        }
        if (data instanceof JsonArray) {
            return List.of(); // some operations take lists, and what they refuse of them no schema says
        }
        if (!(data instanceof JsonObject document)) {
            return List.of(new Finding("body refused", "request body /data", "an object", article(data)));
        }
        boolean isCommand =
                document.has("action") || envelope.has("action") || use.query().containsKey("action");
        return isCommand ? List.of() : document(use, operation, document); // the action says what it takes
    }

    /** Keys of the envelope count in any case, and nulls as absent. */
    private static @Nullable Json data(JsonObject envelope) {
        for (String key : envelope.keys()) {
            Json value = envelope.get(key);
            if (key.toLowerCase(Locale.ROOT).equals("data") && value != JsonLiteral.NULL) {
                return value;
            }
        }
        return null;
    }

    private List<Finding> document(Use use, Operation operation, JsonObject data) {
        String schema = operation.schema();
        if (schema == null || !api.schemas().has(schema) || use.verb().equals("DELETE")) {
            return List.of();
        }
        JsonObject sent = data.filterKeys(key -> !Bodies.isPrivate(key) && !key.equals("id"));
        List<Finding> findings = new ArrayList<>();
        for (Violation violation : api.schemas().validate(schema, sent).violations()) {
            if (counts(use, schema, violation, sent)) {
                findings.add(new Finding(
                        "body refused",
                        "request body " + pointer(violation.path()),
                        "what schema " + schema + " takes",
                        violation.keyword() + ": " + message(violation)));
            }
        }
        return findings;
    }

    private boolean counts(Use use, String schema, Violation violation, JsonObject sent) {
        String keyword = violation.keyword();
        if (use.verb().equals("PATCH") && !LOCAL.contains(keyword)) {
            return false; // the rest may be in the document that is patched
        }
        String field = violation.path().isEmpty() ? "" : violation.path().get(0);
        String known = schema + " " + keyword + " " + String.join(".", violation.path());
        boolean isLenient = !api.profile().equals(Profile.KAZOO_5) && NOT_IN_5_0.contains(known);
        return !isLenient && !field.equals("call_failover") && !isLeftOut(sent, violation.path());
    }

    /** True for nulls, which some operations take for what is not there, and for secrets that an export masked. */
    private static boolean isLeftOut(Json from, List<String> path) {
        Json at = from;
        for (String step : path) {
            if (at instanceof JsonObject object && object.has(step)) {
                at = Objects.requireNonNull(object.get(step));
            } else if (at instanceof JsonArray array
                    && step.matches("\\d{1,6}")
                    && Integer.parseInt(step) < array.size()) {
                at = array.get(Integer.parseInt(step));
            } else {
                return false; // it is missing, which is what is wrong
            }
        }
        return at == JsonLiteral.NULL || Masked.MASK.equals(at.text());
    }

    private static String message(Violation violation) {
        return violation.details().textOr("message", "not valid");
    }

    static String pointer(List<String> path) {
        StringBuilder pointer = new StringBuilder("/data");
        path.forEach(step -> pointer.append(Pointer.step(Masked.word(step))));
        return pointer.toString();
    }

    private static String article(Json value) {
        String type = value.type();
        return type.equals("null") ? type : (type.matches("[aio].*") ? "an " : "a ") + type;
    }
}
