package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The actions of a callflow, from the first one along each branch (pbx sheet 3.1). */
final class CallflowNodes {
    private CallflowNodes() {}

    static List<JsonObject> of(Document callflow) {
        List<JsonObject> nodes = new ArrayList<>();
        Deque<JsonObject> ahead = new ArrayDeque<>();
        ahead.push(callflow.open().object("flow"));
        while (!ahead.isEmpty()) {
            JsonObject node = ahead.pop();
            nodes.add(node);
            List<JsonObject> children = new ArrayList<>();
            node.object("children").forEach((branch, child) -> {
                if (child instanceof JsonObject next) {
                    children.add(0, next);
                }
            });
            children.forEach(ahead::push);
        }
        return nodes;
    }

    /** The names of the modules that are in use, each once. */
    static JsonArray modules(Document callflow) {
        return Json.texts(of(callflow).stream()
                .filter(node -> node.has("data") && !node.isTrue("data", "skip_module"))
                .map(node -> node.textOr("module", ""))
                .filter(module -> !module.isEmpty())
                .distinct()
                .toList());
    }
}
