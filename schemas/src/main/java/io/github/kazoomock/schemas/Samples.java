package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Valid values of a schema: as little as it asks for, everything it knows, or something between. */
final class Samples {
    private static final int DEPTH = 9;

    /** Beside the keywords of a schema: what a text should be. */
    private static final String WORD = "word";

    private static final List<String> WORDS = List.of(
            "extension",
            "inbound",
            "first.last@example.org",
            "http://media.example.org/in",
            "14155550100",
            "7",
            "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4",
            "0123456789abcdef0123456789abcdef",
            "2026-11-01 08:30",
            "en-US");

    /** Values of properties of which only code says what is good, by schema id and name. */
    private static final Map<String, Json> CHECKED_IN_CODE = Map.of(
            "callflows.action module", Json.of("hangup"),
            "callflows.webhook uri", Json.of("http://media.example.org/in"));

    private final Function<String, @Nullable JsonObject> schemas;
    private final Random random;
    private final boolean isReadable;

    /**
     * Samples.
     *
     * @param isReadable whether texts are {@link Words} where there are any for a property
     */
    Samples(Function<String, @Nullable JsonObject> schemas, long seed, boolean isReadable) {
        this.schemas = schemas;
        this.random = new Random(seed);
        this.isReadable = isReadable;
    }

    JsonObject resolve(JsonObject schema) {
        String id = schema.text("$ref");
        return id == null ? schema : resolve(Objects.requireNonNull(schemas.apply(id), id));
    }

    Json sample(JsonObject written, Size size) {
        return sample(written, size, 0);
    }

    /** What a property of an object may be; something where its schema does not know it. */
    Json property(JsonObject schema, String name, Size size) {
        return property(schema, name, size, 0);
    }

    private Json property(JsonObject schema, String name, Size size, int depth) {
        Json known = CHECKED_IN_CODE.get(schema.textOr("id", "") + " " + name);
        if (known != null) {
            return known;
        }
        JsonObject child = resolve(schema.object("properties").object(name));
        String word = isReadable ? Words.of(schema.textOr("id", ""), name) : null;
        return word == null ? sample(child, size, depth) : sample(worded(child, word), size, depth);
    }

    /** The schema of a text, or of a list of texts, that knows a word for it. */
    private JsonObject worded(JsonObject child, String word) {
        return switch (child.textOr("type", "")) {
            case "string" -> fits(child, word) ? child.with(Json.of(word), WORD) : child;
            case "array" ->
                child.has("items") ? child.with(worded(resolve(child.object("items")), word), "items") : child;
            default -> child;
        };
    }

    private Json sample(JsonObject written, Size size, int depth) {
        JsonObject schema = resolve(written);
        for (String several : List.of("oneOf", "anyOf")) {
            JsonArray branches = schema.array(several);
            if (branches.size() > 0) {
                int picked = pick(branches.size(), size);
                return schema.has("properties")
                        ? branch(schema, several, picked, size, depth + 1)
                        : sample((JsonObject) branches.get(picked), size, depth + 1);
            }
        }
        JsonArray choice = schema.array("enum");
        if (choice.size() > 0) {
            return choice.get(pick(choice.size(), size));
        }
        return switch (schema.textOr("type", "object")) {
            case "string" -> string(schema, size);
            case "integer" -> Json.of(number(schema, size));
            case "number" -> Json.of(number(schema, size) + 0.5);
            case "boolean" -> Json.of(size != Size.MINIMAL);
            case "array" -> array(schema, size, depth);
            default -> object(schema, size, depth);
        };
    }

    /** An object that is what its schema says beside the alternatives and what one of these says, and no other. */
    private Json branch(JsonObject schema, String several, int picked, Size size, int depth) {
        JsonArray branches = schema.array(several);
        JsonObject branch = (JsonObject) branches.get(picked);
        List<String> required = Stream.of(schema, branch)
                .flatMap(part -> part.array("required").texts().stream())
                .toList();
        List<String> others = branches.values().stream()
                .flatMap(other -> ((JsonObject) other).array("required").texts().stream())
                .filter(name -> !required.contains(name))
                .toList();
        JsonObject properties = schema.object("properties")
                .filterKeys(name -> !others.contains(name))
                .plus(branch.object("properties"));
        JsonObject plain =
                schema.without(several).with(properties, "properties").with(Json.texts(required), "required");
        JsonObject referred = branch.has("$ref") ? (JsonObject) sample(branch, size, depth) : JsonObject.EMPTY;
        return referred.plus((JsonObject) sample(plain, size, depth));
    }

    private int pick(int choices, Size size) {
        return switch (size) {
            case MINIMAL -> 0;
            case TYPICAL -> random.nextInt(choices);
            case MAXIMAL -> choices - 1;
        };
    }

    private static long number(JsonObject schema, Size size) {
        long low = bound(schema, "minimum", 3);
        return size == Size.MINIMAL ? low : bound(schema, "maximum", low + 4);
    }

    static long bound(JsonObject schema, String keyword, long otherwise) {
        return schema.get(keyword) instanceof JsonNumber number ? number.value().longValue() : otherwise;
    }

    private Json string(JsonObject schema, Size size) {
        String said = schema.text(WORD);
        if (said != null) {
            return Json.of(said);
        }
        int start = size == Size.TYPICAL ? random.nextInt(WORDS.size()) : 0;
        return Stream.iterate(0, i -> i + 1)
                .limit(WORDS.size())
                .map(i -> WORDS.get((start + i) % WORDS.size()))
                .filter(word -> fits(schema, word))
                .map(Json::of)
                .findFirst()
                .orElseGet(() -> Json.of("x".repeat((int) bound(schema, "minLength", 1))));
    }

    static boolean fits(JsonObject schema, String word) {
        String pattern = schema.text("pattern");
        return word.codePointCount(0, word.length()) >= bound(schema, "minLength", 0)
                && word.codePointCount(0, word.length()) <= bound(schema, "maxLength", Long.MAX_VALUE)
                && (pattern == null || Regexes.find(pattern, word))
                && (!schema.textOr("format", "").equals("email") || word.contains("@"))
                && (!schema.has("kazoo-validation") || !schema.has("format") || word.startsWith("http"));
    }

    private Json array(JsonObject schema, Size size, int depth) {
        long length = Math.max(bound(schema, "minItems", 0), size == Size.MINIMAL || depth > DEPTH ? 0 : 1);
        Json item = sample(schema.object("items"), size, depth + 1);
        return new JsonArray(Stream.generate(() -> item).limit(length).toList());
    }

    private Json object(JsonObject schema, Size size, int depth) {
        JsonObject.Builder result = JsonObject.builder();
        for (Json part : schema.array("allOf")) {
            result.putAll((JsonObject) sample((JsonObject) part, size, depth + 1));
        }
        List<String> required = schema.array("required").texts();
        schema.object("properties").forEach((name, child) -> {
            if (required.contains(name) || refusesItsDefault((JsonObject) child) || (depth < DEPTH && wanted(size))) {
                result.put(name, property(schema, name, size, depth + 1));
            }
        });
        if (depth < DEPTH && size != Size.MINIMAL) {
            schema.object("patternProperties")
                    .forEach((pattern, child) -> result.put(
                            key(pattern), sample((JsonObject) child, depth > 3 ? Size.MINIMAL : size, depth + 1)));
        }
        return result.build();
    }

    /** KAZOO fills such a property in and then refuses it, so it must be sent. */
    private static boolean refusesItsDefault(JsonObject schema) {
        return schema.has("default") && schema.array("default").size() < bound(schema, "minItems", 0);
    }

    private boolean wanted(Size size) {
        return size == Size.MAXIMAL || (size == Size.TYPICAL && random.nextInt(3) == 0);
    }

    /** A property name that the pattern matches. */
    static String key(String pattern) {
        return Stream.concat(WORDS.stream(), Stream.of("X-Trace"))
                .filter(word -> !word.contains("/") && Regexes.find(pattern, word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sample word matches " + pattern));
    }
}
