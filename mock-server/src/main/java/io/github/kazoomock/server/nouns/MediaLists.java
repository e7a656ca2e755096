package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Media by language and by prompt (pbx sheet 9). */
final class MediaLists {
    private MediaLists() {}

    /** How many there are in each language. */
    static Outcome languages(Call call, Transaction transaction) {
        return counts(call, transaction, media -> true, Media::language);
    }

    /** In how many languages there is each prompt. */
    static Outcome prompts(Call call, Transaction transaction) {
        return counts(call, transaction, media -> !Media.prompt(media).isEmpty(), Media::prompt);
    }

    static Outcome ofLanguage(Call call, Transaction transaction) {
        String language = call.argument(1).toLowerCase(Locale.ROOT);
        View view = view(call, transaction, media -> Media.language(media).equals(language));
        return Listing.of(call, view).rows(entry -> Json.of(entry.document().id()));
    }

    /** The page begins at the prompt itself, as KAZOO tells. */
    static Outcome ofPrompt(Call call, Transaction transaction) {
        String prompt = call.argument(1);
        View view = view(call, transaction, media -> Media.prompt(media).equals(prompt));
        Reply reply = Listing.of(call, view).rows(entry -> row(entry.document()));
        return reply.data() instanceof Data.Rows rows && rows.page() != null
                ? reply.withData(new Data.Rows(
                        rows.rows(), new Data.Page(prompt, rows.page().nextStartKey())))
                : reply;
    }

    private static JsonObject row(Document media) {
        return JsonObject.of(
                "id",
                Json.of(media.id()),
                "has_attachments",
                Json.of(!media.attachments().isEmpty()));
    }

    private static View view(Call call, Transaction transaction, Predicate<Document> shown) {
        View all = Media.DATABASE.of(call, transaction).view(transaction.world());
        return (start, descending) -> all.from(start, descending).filter(entry -> shown.test(entry.document()));
    }

    /** One object with all the counts, in a list of it alone. */
    private static Outcome counts(
            Call call, Transaction transaction, Predicate<Document> counted, Function<Document, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Document media : Media.DATABASE.of(call, transaction).all(transaction.world())) {
            if (counted.test(media)) {
                counts.merge(key.apply(media), 1, Integer::sum);
            }
        }
        JsonObject.Builder row = JsonObject.builder();
        counts.forEach(row::put);
        List<Json> rows = counts.isEmpty() ? List.of() : List.of(row.build());
        return Reply.rows(rows, new Data.Page(null, null));
    }
}
