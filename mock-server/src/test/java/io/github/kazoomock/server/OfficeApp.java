package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small model of Monster's office app in one account. A step of its visits asks a list through filters for certain
 * documents, and makes those that it does not find; documents name each other as {@code {NAME}}.
 */
final class OfficeApp {
    private static final JsonObject ORIGIN =
            (JsonObject) Json.parse("{\"version\":\"4.3.0\",\"ui\":\"monster-ui\",\"origin\":\"voip\"}");

    private final TestClient client;
    private final String account;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> made = new ConcurrentHashMap<>();
    private int opened;

    /** @param account {@code accounts/ID} */
    OfficeApp(TestClient client, String account) {
        this.client = client;
        this.account = account;
    }

    /** The steps of a data file. */
    static JsonArray steps(String file) {
        try (InputStream in = OfficeApp.class.getResourceAsStream("office/" + file)) {
            return (JsonArray) Json.parse(Objects.requireNonNull(in, file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for everything first, opens what it finds, makes the rest; returns how many documents it made. */
    int visit(JsonArray steps) {
        List<JsonObject> wanted =
                steps.values().stream().map(JsonObject.class::cast).toList();
        int before = made.values().stream().mapToInt(Integer::intValue).sum();
        Map<JsonObject, List<JsonObject>> found = new HashMap<>();
        wanted.forEach(step -> found.put(step, rows(step.textOr("list", ""))));
        for (JsonObject step : wanted) {
            ensure(step, Objects.requireNonNull(found.get(step)));
        }
        return made.values().stream().mapToInt(Integer::intValue).sum() - before;
    }

    private void ensure(JsonObject step, List<JsonObject> rows) {
        String collection = step.textOr("list", "").split("\\?", 2)[0];
        rows.forEach(row -> ids.put(row.textOr("name", ""), row.textOr("id", "")));
        List<JsonObject> missing = step.array("documents").values().stream()
                .map(JsonObject.class::cast)
                .filter(document -> rows.stream()
                        .noneMatch(row -> document.textOr("name", "").equals(row.text("name"))))
                .toList();
        if (missing.isEmpty() && step.isTrue("opens")) {
            assertThat(get(collection + "/" + rows.get(0).text("id")).data().text("name"))
                    .isEqualTo(rows.get(0).text("name"));
            opened++;
        }
        Map<String, String> fresh = new ConcurrentHashMap<>();
        missing.parallelStream()
                .forEach(document -> fresh.put(document.textOr("name", ""), make(collection, filled(document))));
        ids.putAll(fresh);
    }

    private JsonObject filled(JsonObject document) {
        String text = document.toString();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return (JsonObject) Json.parse(text);
    }

    /** Makes one document and returns its id. */
    String make(String collection, JsonObject document) {
        Response response = client.put(account + "/" + collection, document.with(ORIGIN, "ui_metadata"));
        assertThat(response.status())
                .as("%s %s: %s", collection, document, response.text())
                .isEqualTo(201);
        made.merge(collection, 1, Integer::sum);
        return response.data().textOr("id", "");
    }

    /** The rows of a list, as many as a page has. */
    List<JsonObject> rows(String list) {
        return get(list).body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Something of the account. */
    Response get(String path) {
        Response response = client.get(path.isEmpty() ? account : account + "/" + path);
        assertThat(response.status()).as("%s: %s", path, response.text()).isEqualTo(200);
        return response;
    }

    /** How many documents of a collection it made. */
    int made(String collection) {
        return made.getOrDefault(collection, 0);
    }

    /** How many documents it found and opened. */
    int opened() {
        return opened;
    }
}
