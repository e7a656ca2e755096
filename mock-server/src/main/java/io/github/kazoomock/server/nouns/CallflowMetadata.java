package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the ids in a callflow stand for, so that a front end can show names (pbx sheet 3.4). */
final class CallflowMetadata {
    static final String KEY = "metadata";

    private CallflowMetadata() {}

    /** By id, what is known of each document of the account that the callflow names. */
    static JsonObject of(Document callflow, Account account) {
        JsonObject.Builder metadata = JsonObject.builder();
        CallflowNodes.of(callflow).stream()
                .flatMap(node -> ids(node).stream())
                .distinct()
                .map(id -> find(account, id))
                .filter(Objects::nonNull)
                .forEach(document -> metadata.put(document.id(), entry(document)));
        return metadata.build();
    }

    /** Ids are in the data under {@code id} and {@code ..._id}, and among the branches: rules, devices. */
    private static List<String> ids(JsonObject node) {
        List<String> ids = new ArrayList<>();
        JsonObject data = node.object("data");
        for (String key : data.keys()) {
            String value = data.text(key);
            if (value != null && (key.equals("id") || key.endsWith("_id"))) {
                ids.add(value);
            }
        }
        node.object("children").keys().stream()
                .filter(branch -> branch.length() >= 2)
                .forEach(ids::add);
        return ids;
    }

    private static @Nullable Document find(Account account, String id) {
        for (String type : account.types()) {
            Document document = account.get(type, id);
            if (document != null) {
                return document;
            }
        }
        return null;
    }

    private static JsonObject entry(Document document) {
        JsonObject open = document.open();
        Json numbers = open.get("numbers");
        return JsonObject.builder()
                .putIfPresent("name", name(document))
                .putIfPresent("numbers", numbers instanceof JsonArray ? numbers : null)
                .put("pvt_type", document.type())
                .build();
    }

    private static @Nullable Json name(Document document) {
        JsonObject open = document.open();
        return document.type().equals("user")
                ? Json.of(open.textOr("first_name", "") + " " + open.textOr("last_name", ""))
                : open.get("name");
    }
}
