package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What {@link ExtraCheck} does in code, as schemas: whatever reads a schema and not KAZOO's code can do it, too. */
final class CodeChecks {
    private static final String MARK = ExtraCheck.Marked.NAME;

    /** {@link ClientUrl}: http or https, a host, and not this machine. */
    private static final String CLIENT_URL = "^[Hh][Tt][Tt][Pp][Ss]?://(?:[^/?#@\\s]*@)?"
            + "(?!(?:[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127\\.0\\.0\\.1|0\\.0\\.0\\.0)(?:[:/?#]|$))"
            + "[A-Za-z0-9\\[][^\\s]*$";

    private CodeChecks() {}

    /**
     * Schemas that must hold beside the keywords of an object's schema.
     *
     * @param id of the file in which it stands
     * @param ids all that there are
     * @param refer where another schema stands
     */
    static List<Json> of(String id, JsonObject schema, List<String> ids, Function<String, Json> refer) {
        List<Json> checks = new ArrayList<>();
        JsonObject properties = schema.object("properties");
        properties.forEach((name, property) -> {
            if (property instanceof JsonObject marked && marked.has(MARK) && ExtraCheck.isClientUrl(id, name)) {
                checks.add(property(name, JsonObject.of("pattern", Json.of(CLIENT_URL))));
            }
        });
        Modules modules = Modules.of(id);
        if (modules != null && properties.object("data").has(MARK)) {
            checks.addAll(modules(modules, ids, refer));
        }
        return checks;
    }

    private static List<Json> modules(Modules modules, List<String> ids, Function<String, Json> refer) {
        String prefix = modules.schema("");
        List<String> known = ids.stream()
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()))
                .toList();
        List<Json> checks = new ArrayList<>();
        if (modules.closed()) {
            checks.add(property("module", JsonObject.of("enum", Json.texts(known))));
        }
        for (String module : known) {
            JsonObject named = property("module", JsonObject.of("const", Json.of(module)))
                    .with(JsonArray.of(Json.of("module")), "required");
            JsonObject data = property("data", JsonObject.of("$ref", refer.apply(modules.schema(module))));
            checks.add(JsonObject.of("if", named, "then", data));
        }
        return checks;
    }

    private static JsonObject property(String name, JsonObject schema) {
        return JsonObject.EMPTY.with(schema, "properties", name);
    }
}
