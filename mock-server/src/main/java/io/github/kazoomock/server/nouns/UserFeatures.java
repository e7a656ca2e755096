package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.world.Document;
import java.util.List;
import java.util.stream.Stream;

/** What lists say of a user (pbx sheet 1.1, delta sheet 5.2). */
final class UserFeatures {
    /** The row of a user, also where the users of a device are listed. */
    static final Row ROW = Row.of("username", "email", "first_name", "last_name", "priv_level")
            .with("features", UserFeatures::of)
            .with("feature_level", document -> document.open().get("feature_level"))
            .with("presence_id", document -> document.open().get("presence_id"))
            .with("timezone", document -> document.open().get("timezone"))
            .with("call_recording", document -> document.open().get("call_recording"))
            .with("service", document -> document.open().get("service"))
            .flags();

    private UserFeatures() {}

    private static Json of(Document document) {
        JsonObject user = document.open();
        FeatureList features = new FeatureList(user, user.array("features"))
                .smartPbx()
                .add("hotdesk", user.isTrue("hotdesk", "enabled"))
                .add("call_forward", forwards(user.object("call_forward")))
                .add(
                        "call_forward_failover",
                        user.isTrue("call_forward", "failover") && !user.isTrue("call_forward", "enabled"))
                .set("caller_id", "caller_id", "external", "number")
                .add("vm_to_email", user.isTrue("vm_to_email_enabled"))
                .set("music_on_hold", "music_on_hold", "media_id");
        for (String name : List.of("do_not_disturb", "ctu", "desktop")) {
            features.add(name, user.isTrue(name, "enabled"));
        }
        return features.toJson();
    }

    private static boolean forwards(JsonObject callForward) {
        return callForward.isTrue("enabled")
                || Stream.of("busy", "no_answer", "unconditional", "selective")
                        .anyMatch(kind -> callForward.isTrue(kind, "enabled"));
    }
}
