package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one request made of one document, however often it touched it. */
record Change(
        String account, @Nullable Document before, @Nullable Document after) {

    private record Key(String account, String type, String id) {}

    /** In the order in which documents were first touched; what was made and destroyed at once left no trace. */
    static List<Change> of(List<Event> events) {
        Map<Key, Change> changes = new LinkedHashMap<>();
        for (Event event : events) {
            Document document = event.document();
            changes.merge(
                    new Key(event.account(), document.type(), document.id()),
                    new Change(event.account(), event.before(), event.after()),
                    (first, then) -> new Change(first.account, first.before, then.after));
        }
        return changes.values().stream()
                .filter(change -> change.before != null || change.after != null)
                .toList();
    }

    JsonObject show() {
        Document known = after == null ? before : after;
        if (known == null) {
            throw new IllegalStateException("a change of nothing");
        }
        String what = before == null ? "created" : after == null ? "deleted" : "edited";
        JsonObject earlier = before == null ? null : whole(before);
        JsonObject later = after == null ? null : whole(after);
        return JsonObject.builder()
                .put("account_id", account)
                .put("type", known.type())
                .put("id", known.id())
                .put("change", what)
                .putIfPresent("before", earlier)
                .putIfPresent("after", later)
                .putIfPresent("patch", earlier == null || later == null ? null : JsonPatch.of(earlier, later))
                .build();
    }

    /** Public and private keys, and which files hang on it. */
    private static JsonObject whole(Document document) {
        JsonObject all = document.visible().plus(document.hidden());
        if (document.attachments().isEmpty()) {
            return all;
        }
        JsonObject.Builder files = JsonObject.builder();
        for (Map.Entry<String, Attachment> file : document.attachments().entrySet()) {
            files.put(
                    file.getKey(),
                    JsonObject.of(
                            "content_type",
                            Json.of(file.getValue().contentType()),
                            "length",
                            Json.of(file.getValue().bytes().length)));
        }
        return all.with(files.build(), "_attachments");
    }
}
