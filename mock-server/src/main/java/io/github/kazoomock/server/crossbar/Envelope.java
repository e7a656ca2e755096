package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The body of a request (core sheet 4.1 to 4.3).
 *
 * @param root envelope keys, lower-case, {@code -} as {@code _}, without nulls
 * @param data the value of {@code data}: an object or an array; empty when there is no body
 * @param uploads files in the body
 */
public record Envelope(JsonObject root, Json data, List<Upload> uploads) {
    /** The body may have as many bytes (system setting {@code max_upload_size}). */
    public static final int MAX_BYTES = 8_000_000;

    static final Envelope EMPTY = new Envelope(JsonObject.EMPTY, JsonObject.EMPTY, List.of());

    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/x-json");
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The data as an object; arrays count as an empty one. */
    public JsonObject object() {
        return data instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /**
     * Reads the body as its content type says.
     *
     * @throws Refusal with the 400 that KAZOO answers
     */
    static Envelope read(Incoming in) {
        byte[] body = in.body();
        if (body.length > MAX_BYTES) {
            throw tooLarge().refusal();
        }
        String type = in.mediaType();
        if (type == null || type.isEmpty() || JSON_TYPES.contains(type)) {
            return body.length == 0 ? EMPTY : of(json(body));
        }
        boolean multipart = type.startsWith("multipart/");
        if (type.equals(FORM) || (multipart && in.parts().isEmpty() && body.length > 0)) {
            return ofForm(body);
        }
        if (multipart) {
            return ofParts(in.parts());
        }
        return body.length == 0
                ? EMPTY
                : new Envelope(
                        JsonObject.EMPTY, JsonObject.EMPTY, List.of(Upload.of(new FilePart(in.headers(), null, body))));
    }

    /** A part of JSON is the envelope, every other part a file. */
    private static Envelope ofParts(List<FilePart> parts) {
        Envelope envelope = EMPTY;
        List<Upload> uploads = new ArrayList<>();
        for (FilePart part : parts) {
            String type = part.mediaType();
            boolean field = type == null && part.fileName() == null;
            if (field || (type != null && JSON_TYPES.contains(type))) {
                envelope = of(json(part.content()));
            } else if (part.content().length > 0) {
                uploads.add(Upload.of(part));
            }
        }
        return new Envelope(envelope.root, envelope.data, List.copyOf(uploads));
    }

    private static Envelope ofForm(byte[] body) {
        String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return of(json(body)); // what curl -d sends (decision H15)
        }
        Query form;
        try {
            form = Query.parse(text);
        } catch (IllegalArgumentException e) {
            return of(json(body));
        }
        if (form.valueless() && form.pairs().size() == 1) {
            return of(json(body));
        }
        JsonObject.Builder root = JsonObject.builder();
        for (Map.Entry<String, String> pair : form.pairs()) {
            root.put(pair.getKey(), pair.getValue());
        }
        return of(root.build());
    }

    private static Json json(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JsonSyntaxException e) {
            throw switch (e.kind()) {
                case MALFORMED -> invalidJson("decoder_exit around 0").refusal();
                case DUPLICATE_KEY -> invalidJson("duplicate keys").refusal();
            };
        }
    }

    private static Envelope of(Json value) {
        if (!(value instanceof JsonObject sent)) {
            throw invalidJson("All JSON must be valid").refusal();
        }
        JsonObject.Builder normalized = JsonObject.builder();
        sent.forEach((key, member) -> {
            if (member != JsonLiteral.NULL) {
                normalized.put(key.toLowerCase(Locale.ROOT).replace('-', '_'), member);
            }
        });
        JsonObject root = normalized.build();
        Json data = root.get("data");
        if (data == null) {
            throw fault("data", "required", required(root)).refusal();
        }
        if (!(data instanceof JsonObject) && !(data instanceof JsonArray)) {
            throw fault("data", "type", wrongType(data)).refusal();
        }
        return new Envelope(root, data, List.of());
    }

    private static JsonObject required(JsonObject root) {
        return JsonObject.of("message", Json.of("Field is required but missing"), "value", root);
    }

    private static JsonObject wrongType(Json data) {
        return JsonObject.builder()
                .put("message", "Value did not match type(s): object, array")
                .put("target", "object, array")
                .put("value", data)
                .build();
    }

    private static Problem invalidJson(String why) {
        return fault("json", "invalid", JsonObject.of("message", Json.of(why), "target", Json.of("body")));
    }

    private static Problem tooLarge() {
        return fault(
                "file",
                "maxSize",
                JsonObject.of(
                        "message",
                        Json.of("Payload or Files must not be more than " + MAX_BYTES + " bytes"),
                        "target",
                        Json.of(MAX_BYTES)));
    }

    private static Problem fault(String field, String rule, JsonObject details) {
        return Problems.validation(JsonObject.EMPTY.with(details, field, rule));
    }
}
