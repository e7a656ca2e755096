package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What newest KAZOO's account configs have and those of KAZOO 5.0 have not (delta sheet 4.1, decision G9). */
final class Additions {
    private static final Set<String> IDS = Set.of("auth.password", "default", "stepswitch", "voicemail");

    private static final Map<String, List<List<String>>> KEYS = Map.of(
            "call_command", List.of(List.of("offnet_hunt_account_id"), List.of("should_use_local_resources")),
            "callflow", List.of(List.of("hard_stop_after_successful_group"), List.of("voicemail")),
            "cdr", List.of(List.of("ignore_reorder_reasons")),
            "media", List.of(List.of("call_recording", "default_user_metadata")));

    private Additions() {}

    static boolean have(String id) {
        return IDS.contains(id);
    }

    /** A config without the keys that were added. */
    static JsonObject removed(String id, JsonObject config) {
        JsonObject older = config;
        for (List<String> key : KEYS.getOrDefault(id, List.of())) {
            older = older.without(key.toArray(new String[0]));
        }
        return older;
    }

    /** The schema of a config without the keys that were added. */
    static JsonObject removedFrom(String id, JsonObject schema) {
        JsonObject older = schema;
        for (List<String> key : KEYS.getOrDefault(id, List.of())) {
            String[] path =
                    key.stream().flatMap(step -> Stream.of("properties", step)).toArray(String[]::new);
            older = older.without(path);
        }
        return older;
    }
}
