package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.check.Places.Place;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What replies can have: what the schema of a document and the declared rows of a list say, and beside it what replies
 * were seen to have, from a file that a test makes of real exchanges and of KAZOO's documented ones.
 *
 * <p>Schemas alone lack what is computed for a reply, and say nothing of operations that are no documents; examples
 * alone lack every field that no example happens to have.
 */
final class Replies {
    private static final String FILE = "replies.json";
    private static final JsonObject OBJECT = type("object").with(JsonObject.EMPTY, "properties");
    private static final JsonObject ARRAY = type("array");
    private static final Seen ID = Seen.of(JsonObject.of("id", Json.of("0"), "_read_only", JsonObject.EMPTY));

    /** How deep what was seen is remembered, from the envelope on. */
    private static final int DEPTH = 6;

    /** Nouns whose documents are anybody's: schemas, settings. */
    private static final Set<String> ANYTHING = Set.of("configs", "schemas", "system_configs");

    /** Operations that answer with schemas. */
    private static final Set<String> SCHEMAS = Set.of("service_plans.editable", "services.editable");

    /** The keys of every envelope (core sheet 5). */
    private static final JsonObject ENVELOPE = JsonObject.builder()
            .put("auth_token", type("string"))
            .put("data", JsonObject.EMPTY)
            .put("error", type("string"))
            .put("message", type("string"))
            .put("metadata", OBJECT)
            .put("next_start_key", JsonObject.EMPTY)
            .put("node", type("string"))
            .put("page_size", type("integer"))
            .put("request_id", type("string"))
            .put("revision", type("string"))
            .put("start_key", JsonObject.EMPTY)
            .put("status", status("success"))
            .put("timestamp", type("string"))
            .put("tokens", OBJECT)
            .put("version", type("string"))
            .build();

    private final OperationTable table;
    private final Places places;
    private final Map<String, Seen> seen;

    Replies(OperationTable table, Places places, Map<String, Seen> seen) {
        this.table = table;
        this.places = places;
        this.seen = Map.copyOf(seen);
    }

    /** The file: whole envelopes of successes by operation. */
    static Map<String, Seen> read() {
        try (InputStream in = Replies.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            Map<String, Seen> all = new TreeMap<>();
            ((JsonObject) Json.parse(in.readAllBytes())).forEach((id, one) -> all.put(id, Seen.fromJson(one)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of a reply is worth to be remembered. */
    static Seen remembered(Operation operation, Seen envelope) {
        boolean isAnything = isAnything(operation) && envelope.keys().containsKey("data");
        return (isAnything ? envelope.with("data", Seen.NOTHING) : envelope).to(DEPTH);
    }

    private static boolean isAnything(Operation operation) {
        return ANYTHING.contains(operation.pattern().noun()) || SCHEMAS.contains(operation.id());
    }

    Places places() {
        return places;
    }

    /** Below a key of the envelope of a success; null when it has no such key. */
    @Nullable
    Place inEnvelope(Operation operation, String key) {
        if (key.equals("data")) {
            return data(operation);
        }
        Seen own = envelope(operation.id()).keys().getOrDefault(key, Seen.NOTHING);
        boolean isStreamed = operation.shape() == Shape.STREAM && key.equals("page_size"); // a text there, in KAZOO 5.0
        if (key.equals("metadata") || isStreamed) {
            return new Place(List.of(), own);
        }
        Json declared = ENVELOPE.get(key);
        boolean isKnown = declared != null || !own.equals(Seen.NOTHING);
        return isKnown ? new Place(declared instanceof JsonObject schema ? List.of(schema) : List.of(), own) : null;
    }

    /** Below a key of the envelope of a refusal, whose {@code data} may be anything; null for an unknown key. */
    static @Nullable Place inRefusal(String key) {
        return key.equals("status")
                ? new Place(List.of(status("error")), Seen.NOTHING)
                : ENVELOPE.get(key) instanceof JsonObject schema && !key.equals("data")
                        ? new Place(List.of(schema), Seen.NOTHING)
                        : Places.UNKNOWN;
    }

    /** The keys of the envelope of a success. */
    Set<String> envelopeKeys(Operation operation) {
        Set<String> keys = new TreeSet<>(ENVELOPE.keys());
        keys.addAll(envelope(operation.id()).keys().keySet());
        return keys;
    }

    /** The {@code data} of a success. */
    private Place data(Operation operation) {
        if (isAnything(operation)) {
            return Places.UNKNOWN;
        }
        Noun noun = table.nouns().get(operation.pattern().noun());
        String schema = noun == null ? null : noun.schema();
        if (schema != null && !places.schemas().has(schema)) {
            schema = null;
        }
        Seen own = data(operation.id());
        return switch (operation.shape()) {
            case DOCUMENT ->
                schema == null
                        ? new Place(List.of(OBJECT), own)
                        : places.document(schema, documents(operation).and(ID));
            case LIST, STREAM -> list(operation, schema, own);
            default -> new Place(List.of(), own);
        };
    }

    private Place list(Operation operation, @Nullable String schema, Seen own) {
        if (operation.rows().isEmpty()) {
            return new Place(List.of(ARRAY), own);
        }
        Seen seenRows = own.items() == null ? Seen.NOTHING : own.items();
        JsonObject row =
                places.row(operation.rows(), schema, seenRows).declared().get(0);
        return new Place(List.of(ARRAY.with(row, "items")), own);
    }

    /** All replies of a noun that show one of its documents show the same. */
    private Seen documents(Operation operation) {
        return table.operations().stream()
                .filter(each -> each.shape() == Shape.DOCUMENT
                        && each.pattern().noun().equals(operation.pattern().noun()))
                .map(each -> data(each.id()))
                .reduce(Seen.NOTHING, Seen::and);
    }

    private Seen data(String operation) {
        return envelope(operation).keys().getOrDefault("data", Seen.NOTHING);
    }

    private Seen envelope(String operation) {
        return seen.getOrDefault(operation, Seen.NOTHING);
    }

    private static JsonObject type(String type) {
        return JsonObject.of("type", Json.of(type));
    }

    private static JsonObject status(String word) {
        return type("string").with(JsonArray.of(Json.of(word)), "enum");
    }
}
