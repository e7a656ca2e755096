package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import io.github.kazoomock.schemas.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Back from what a server shows to what it keeps. */
final class Rows {
    /** Where rows have a key of the document under another name. */
    private static final Map<String, Map<String, String[]>> MOVED = Map.of(
            "devices", Map.of("username", new String[] {"sip", "username"}),
            "temporal_rules_sets", Map.of("rules", new String[] {"temporal_rules"}));

    /** What is counted or looked up when somebody asks. */
    private static final Map<String, Set<String>> COMPUTED = Map.of(
            "callflows", Set.of("modules", "metadata"),
            "devices", Set.of("registrable", "registered", "hotdesked"),
            "directories", Set.of("users"),
            "media", Set.of("is_prompt"),
            "system_media", Set.of("is_prompt"),
            "users", Set.of("has_avatar"),
            "vmboxes", Set.of("messages", "folders"));

    private static final String VM_TO_EMAIL = "vm_to_email";
    private static final String MUSIC = "music_on_hold";
    private static final Set<String> SWITCHES = Set.of("hotdesk", "do_not_disturb", "ctu", "desktop");

    private final SchemaRegistry schemas;
    private final SampleDocuments samples;

    Rows(SchemaRegistry schemas) {
        this.schemas = schemas;
        this.samples = new SampleDocuments(schemas);
    }

    /** What a row says of the stored document. */
    JsonObject stored(String collection, JsonObject row) {
        JsonObject stored = document(collection, row);
        if (collection.equals("callflows")) {
            stored = callflow(stored, row.array("modules").texts());
        } else if (collection.equals("users")) {
            stored = user(stored);
        } else if (collection.equals("groups")) {
            stored = stored.without("endpoints"); // how many there are
        }
        for (Map.Entry<String, String[]> moved :
                MOVED.getOrDefault(collection, Map.of()).entrySet()) {
            if (stored.has(moved.getKey())) {
                Json value = Objects.requireNonNull(stored.get(moved.getKey()));
                stored = stored.without(moved.getKey()).with(value, moved.getValue());
            }
        }
        return stored;
    }

    /** With a flow of the modules that the row names, since a callflow has one; what they do is not known. */
    private JsonObject callflow(JsonObject row, List<String> modules) {
        JsonObject flow = JsonObject.EMPTY;
        for (int i = modules.size() - 1; i >= 0; i--) {
            JsonObject children = flow.isEmpty() ? flow : JsonObject.of("_", flow);
            flow = JsonObject.builder()
                    .put("module", modules.get(i))
                    .put("data", data("callflows." + modules.get(i)))
                    .put("children", children)
                    .build();
        }
        boolean hasCode = row.get("featurecode") instanceof JsonObject; // false in rows of those that have none
        JsonObject stored = hasCode ? row : row.without("featurecode");
        return flow.isEmpty() ? stored : stored.with(flow, "flow");
    }

    private JsonObject data(String schema) {
        return schemas.has(schema) ? samples.make(schema, Size.MINIMAL, 0) : JsonObject.EMPTY;
    }

    /** Features follow from what a user has: of most that is a switch, and what it is not stays a feature. */
    private static JsonObject user(JsonObject row) {
        if (!row.has("features")) {
            return row;
        }
        List<String> features = row.array("features").texts();
        List<String> others = features.stream()
                .filter(feature ->
                        !SWITCHES.contains(feature) && !feature.equals(VM_TO_EMAIL) && !feature.equals(MUSIC))
                .toList();
        JsonObject user = row.with(Json.texts(others), "features")
                .with(Json.of(features.contains(VM_TO_EMAIL)), VM_TO_EMAIL + "_enabled");
        for (String feature : features) {
            user = SWITCHES.contains(feature) ? user.with(Json.of(true), feature, "enabled") : user;
        }
        return features.contains(MUSIC) ? user.with(Json.of("silence_stream://300000"), MUSIC, "media_id") : user;
    }

    /** A document as it was read, without what is not stored in it. */
    static JsonObject document(String collection, JsonObject data) {
        Set<String> computed = COMPUTED.getOrDefault(collection, Set.of());
        return data.filterKeys(key -> !key.equals("id") && !key.equals("_read_only") && !computed.contains(key));
    }
}
