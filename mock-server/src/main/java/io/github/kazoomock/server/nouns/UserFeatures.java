package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the list of users says each has (pbx sheet 1.1, delta sheet 5.2). */
final class UserFeatures {
    private UserFeatures() {}

    static Json of(Document document) {
        JsonObject user = document.open();
        List<Json> features = new ArrayList<>(user.array("features").values());
        JsonObject smartPbx = user.object("smartpbx");
        for (String name : smartPbx.keys()) {
            add(features, name, smartPbx.isTrue(name, "enabled"));
        }
        add(features, "hotdesk", user.isTrue("hotdesk", "enabled"));
        add(features, "call_forward", forwards(user.object("call_forward")));
        boolean failsOver = user.isTrue("call_forward", "failover") && !user.isTrue("call_forward", "enabled");
        add(features, "call_forward_failover", failsOver);
        add(features, "caller_id", isSet(user, "caller_id", "external", "number"));
        add(features, "vm_to_email", user.isTrue("vm_to_email_enabled"));
        add(features, "music_on_hold", isSet(user, "music_on_hold", "media_id"));
        for (String name : List.of("do_not_disturb", "ctu", "desktop")) {
            add(features, name, user.isTrue(name, "enabled"));
        }
        return new JsonArray(features);
    }

    private static boolean forwards(JsonObject callForward) {
        return callForward.isTrue("enabled")
                || Stream.of("busy", "no_answer", "unconditional", "selective")
                        .anyMatch(kind -> callForward.isTrue(kind, "enabled"));
    }

    private static boolean isSet(JsonObject user, String... path) {
        String text = user.text(path);
        return text != null && !text.isEmpty();
    }

    private static void add(List<Json> features, String name, boolean has) {
        if (has) {
            features.add(Json.of(name));
        }
    }
}
