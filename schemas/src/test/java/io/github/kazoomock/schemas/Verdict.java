package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.List;

/**
 * What a registry says of one document, as it stands in the corpus: what is {@code broken}, as {@code POINTER RULE}, or
 * the {@code result} when it differs from the document.
 */
record Verdict(JsonObject document, List<String> broken, JsonObject result) {

    static Verdict of(SchemaRegistry registry, String id, JsonObject document) {
        Validation validation = registry.validate(id, document);
        List<String> broken = validation.violations().stream()
                .map(violation -> pointer(violation.path()) + " " + violation.rule())
                .toList();
        return new Verdict(document, broken, broken.isEmpty() ? validation.document() : document);
    }

    private static String pointer(List<String> path) {
        return path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    static Verdict read(JsonObject line) {
        JsonObject document = line.object("document");
        JsonObject result = line.get("result") instanceof JsonObject changed ? changed : document;
        return new Verdict(document, line.array("broken").texts(), result);
    }

    JsonObject line(String name) {
        JsonObject.Builder line = JsonObject.builder().put("case", name).put("document", document);
        if (!broken.isEmpty()) {
            line.put("broken", Json.texts(broken));
        } else if (!result.equals(document)) {
            line.put("result", result);
        }
        return line.build();
    }
}
