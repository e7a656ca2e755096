package io.github.kazoomock.schemas;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiled schemas by id, on the validator library. A {@code $ref} is the bare id of another schema. */
final class SchemaLibrary {
    /** Gives every schema an address, so that a bare id resolves beside it. */
    private static final String BASE = "kazoo://schemas/";

    /** Keywords beside a {@code $ref} that say nothing about the value. */
    private static final Set<String> ANNOTATIONS = Set.of("title", "description", "default", "support_level");

    private final Function<String, @Nullable JsonObject> sources;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    SchemaLibrary(Function<String, @Nullable JsonObject> sources) {
        this.sources = sources;
    }

    /** The compiled schema of that id; null when there is none. */
    @Nullable
    Schema find(String id) {
        return sources.apply(id) == null ? null : compiled(id);
    }

    /** The compiled schema of an id that is known. */
    Schema compiled(String id) {
        return compiled.computeIfAbsent(id, key -> registry().getSchema(SchemaLocation.of(BASE + key)));
    }

    /** Made when the first schema is compiled: a server that validates nothing does not wait for the library. */
    private synchronized SchemaRegistry registry() {
        if (registry == null) {
            registry = SchemaRegistry.builder()
                    .defaultDialectId(KazooDialect.ID)
                    .dialectRegistry(new BasicDialectRegistry(KazooDialect.create(this)))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .formatAssertionsEnabled(true)
                            .regularExpressionFactory(SchemaLibrary::expression)
                            .build())
                    .schemas(this::text)
                    .nodeReader(new Nodes.Reader())
                    .build();
        }
        return registry;
    }

    private static RegularExpression expression(String regex) {
        Pattern pattern = Regexes.compile(regex);
        return text -> pattern.matcher(text).find();
    }

    /** The id of the schema that a place is in. */
    static String idOf(SchemaLocation at) {
        return String.valueOf(at.getAbsoluteIri()).substring(BASE.length());
    }

    private @Nullable String text(String address) {
        JsonObject source = address.startsWith(BASE) ? sources.apply(address.substring(BASE.length())) : null;
        return source == null ? null : new String(read(source).utf8(), StandardCharsets.UTF_8);
    }

    /**
     * The schema as the library must read it to see in it what KAZOO sees. KAZOO checks what stands beside a
     * {@code $ref}, draft-04 does not: such a reference becomes an {@code allOf} of one. KAZOO reports a reference to no
     * schema when a document reaches it, the library throws: it becomes a check that fails.
     */
    private Json read(Json schema) {
        if (schema instanceof JsonArray array) {
            return new JsonArray(array.values().stream().map(item -> read(item)).toList());
        }
        if (!(schema instanceof JsonObject object)) {
            return schema;
        }
        JsonObject.Builder builder = JsonObject.builder();
        object.forEach((key, value) -> builder.put(key, read(value)));
        JsonObject result = builder.build();
        String id = result.text("$ref");
        if (id == null || id.startsWith("#")) {
            return result;
        }
        if (sources.apply(id) == null) {
            return result.without("$ref").with(Json.of(id), ExtraCheck.MissingSchema.NAME);
        }
        boolean alone = result.keys().stream().allMatch(key -> key.equals("$ref") || ANNOTATIONS.contains(key));
        List<Json> all = new ArrayList<>(result.array("allOf").values());
        all.add(JsonObject.of("$ref", Json.of(id)));
        return alone ? result : result.without("$ref").with(new JsonArray(all), "allOf");
    }
}
