package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The request of an interaction as Pact writes it: as it was sent, with generators of type {@code ProviderState} for what
 * the state gives.
 */
final class PactRequest {
    private PactRequest() {}

    static JsonObject of(Interaction each) {
        Request sent = each.request();
        JsonObject.Builder request =
                JsonObject.builder().put("method", sent.method()).put("path", sent.path());
        if (!sent.query().isEmpty()) {
            request.put("query", query(sent));
        }
        if (!sent.headers().isEmpty()) {
            JsonObject.Builder headers = JsonObject.builder();
            sent.headers().forEach((name, value) -> headers.put(canonical(name), JsonArray.of(Json.of(value))));
            request.put("headers", headers.build());
        }
        if (sent.isJson()) {
            request.put("body", json(Json.parse(sent.body())));
        } else if (sent.body().length > 0) {
            request.put("body", bytes(sent));
        }
        JsonObject generators = generators(each.template());
        return (generators.isEmpty() ? request : request.put("generators", generators)).build();
    }

    /** A body of JSON. */
    static JsonObject json(Json content) {
        return JsonObject.builder()
                .put("content", content)
                .put("contentType", "application/json")
                .put("encoded", false)
                .build();
    }

    private static JsonObject bytes(Request sent) {
        return JsonObject.builder()
                .put("content", Base64.getEncoder().encodeToString(sent.body()))
                .put("contentType", sent.headers().getOrDefault("content-type", "application/octet-stream"))
                .put("encoded", "base64")
                .build();
    }

    private static JsonObject query(Request sent) {
        Map<String, List<Json>> values = new LinkedHashMap<>();
        sent.query()
                .forEach(each -> values.computeIfAbsent(each.name(), name -> new ArrayList<>())
                        .add(Json.of(each.value())));
        JsonObject.Builder query = JsonObject.builder();
        values.forEach((name, all) -> query.put(name, new JsonArray(all)));
        return query.build();
    }

    private static JsonObject generators(Request template) {
        JsonObject.Builder all = JsonObject.builder();
        if (hasHoles(template.path())) {
            all.put("path", state(template.path()));
        }
        JsonObject.Builder query = JsonObject.builder();
        template.query().stream()
                .filter(each -> hasHoles(each.value()))
                .forEach(each -> query.put(each.name(), state(each.value())));
        putUnlessEmpty(all, "query", query);
        JsonObject.Builder header = JsonObject.builder();
        template.headers().forEach((name, value) -> {
            if (hasHoles(value)) {
                header.put(canonical(name), state(value));
            }
        });
        putUnlessEmpty(all, "header", header);
        JsonObject.Builder body = JsonObject.builder();
        if (template.isJson()) {
            collect("$", Json.parse(template.body()), body);
        }
        putUnlessEmpty(all, "body", body);
        return all.build();
    }

    private static void putUnlessEmpty(JsonObject.Builder all, String key, JsonObject.Builder part) {
        JsonObject built = part.build();
        if (!built.isEmpty()) {
            all.put(key, built);
        }
    }

    private static void collect(String path, Json here, JsonObject.Builder found) {
        if (here instanceof JsonObject object) {
            object.forEach((key, value) -> collect(path + Matching.step(key), value, found));
        } else if (here instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(path + "[" + i + "]", array.get(i), found);
            }
        } else if (here.text() != null && hasHoles(String.valueOf(here.text()))) {
            found.put(path, state(String.valueOf(here.text())));
        }
    }

    private static boolean hasHoles(String text) {
        return !Holes.names(text).isEmpty();
    }

    private static JsonObject state(String expression) {
        return JsonObject.builder()
                .put("type", "ProviderState")
                .put("expression", expression)
                .put("dataType", "STRING")
                .build();
    }

    /** {@code x-auth-token} as people write it: {@code X-Auth-Token}. */
    private static String canonical(String name) {
        return Arrays.stream(name.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("-"));
    }
}
