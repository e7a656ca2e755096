package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.QueryKey;
import io.github.kazoomock.server.crossbar.QueryKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Parameters of paths and query strings; those that many operations have are components. */
final class OpenApiParameters {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String PLACE = "#/components/parameters/";

    /** Has a scheme of its own. */
    private static final String TOKEN = "auth_token";

    private static final Set<String> BOOLEANS =
            Set.of("accept_charges", "full_docs", "is_chunked", "paginate", "pretty_print", "wait_for_service_update");
    private static final Pattern INTEGERS = Pattern.compile("(page|batch|chunk)_size|(created|modified)_(from|to)");

    private final Map<String, JsonObject> shared = new TreeMap<>();

    /** Names of the variables of a path, in order. */
    static List<String> variables(String path) {
        return VARIABLE.matcher(path)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /**
     * Those of an operation at one of its paths.
     *
     * @param values examples of what stands in paths
     */
    JsonArray of(Operation operation, String path, Map<String, String> values) {
        List<Json> all = new ArrayList<>();
        for (String name : variables(path)) {
            JsonObject.Builder parameter = JsonObject.builder()
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .put("schema", JsonObject.of("type", Json.of("string")));
            String value = values.get(name);
            all.add(parameter
                    .put("example", value == null ? null : OpenApiExamples.of(value))
                    .build());
        }
        for (QueryKey key : operation.queryKeys()) {
            if (!key.name().equals(TOKEN)) {
                all.add(isShared(key) ? share(key) : query(key));
            }
        }
        return new JsonArray(all);
    }

    /** The shared ones that something refers to, by name. */
    JsonObject components() {
        return JsonObject.of(shared);
    }

    private static boolean isShared(QueryKey key) {
        return QueryKeys.GENERAL.contains(key) || QueryKeys.LISTS.contains(key);
    }

    private JsonObject share(QueryKey key) {
        String name = key.name().replace("*", "any");
        shared.computeIfAbsent(name, none -> query(key));
        return JsonObject.of("$ref", Json.of(PLACE + name));
    }

    private static JsonObject query(QueryKey key) {
        JsonObject.Builder parameter =
                JsonObject.builder().put("name", key.name()).put("in", "query");
        if (!key.effect().isEmpty()) {
            parameter.put("description", key.effect());
        }
        if (key.isPrefix()) {
            String prefix = key.name().substring(0, key.name().length() - 1);
            parameter.put("style", "form").put("explode", true);
            parameter.put("schema", keys(prefix));
        } else {
            parameter.put("schema", JsonObject.of("type", Json.of(type(key.name()))));
        }
        if (key.newest() != null) {
            parameter.put("x-kazoo-profile", OpenApiOperations.profiles(key::isRead));
        }
        return parameter.build();
    }

    /** An object of which every key becomes one of the query string. */
    private static JsonObject keys(String prefix) {
        return JsonObject.of("type", Json.of("object"))
                .with(Json.of("^" + prefix), "propertyNames", "pattern")
                .with(Json.of("string"), "additionalProperties", "type");
    }

    private static String type(String name) {
        return BOOLEANS.contains(name) ? "boolean" : INTEGERS.matcher(name).matches() ? "integer" : "string";
    }
}
