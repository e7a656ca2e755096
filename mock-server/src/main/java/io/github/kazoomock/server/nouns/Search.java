package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Refusal;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds documents by the beginning of their names and numbers (pbx sheet 25). */
final class Search {
    private static final List<String> TYPES = List.of("account", "user", "callflow", "device");
    private static final String BY = "by_";

    private Search() {}

    static Noun noun() {
        return Noun.of(
                "search",
                operation("search.one", "search", Shape.LIST).query("q", "v").handler(Search::one),
                operation("search.multi", "search/multi", Shape.OBJECT)
                        .query(BY + "*")
                        .handler(Search::several));
    }

    private static Operation.Builder operation(String id, String path, Shape shape) {
        return Operation.of(id, Verb.GET, path)
                .at("/accounts/{ACCOUNT_ID}/" + path)
                .at("/" + path)
                .access(Access.ANY_TOKEN)
                .shape(shape)
                .query("t")
                .evidence(Evidence.sheet("pbx 25"));
    }

    private static Outcome one(Call call, Transaction transaction) {
        String type = type(call);
        String query = call.options().text("q");
        if (query == null) {
            throw refused("q", "required", "search needs a view to search in", SearchIndex.queries(type));
        }
        check(type, query);
        String value = call.options().text("v");
        if (value == null) {
            throw Problems.validation(fault("v", "required", message("search needs a value to search for")))
                    .refusal();
        }
        SearchIndex index = new SearchIndex(type, query);
        World world = transaction.world();
        return Listing.ofRange(call, index.view(world, searched(call, type), value))
                .rows(entry -> index.row(world, entry.document()));
    }

    /** Several searches at once: what each finds, by its name. */
    private static Outcome several(Call call, Transaction transaction) {
        String type = type(call);
        List<Map.Entry<String, String>> wanted = call.query().pairs().stream()
                .filter(pair -> pair.getKey().startsWith(BY))
                .map(pair -> Map.entry(pair.getKey().substring(BY.length()), pair.getValue()))
                .toList();
        if (wanted.isEmpty()) {
            String message = "multi search needs some values to search for";
            throw refused("multi", "enum", message, SearchIndex.queries(type));
        }
        wanted.forEach(pair -> check(type, pair.getKey()));
        World world = transaction.world();
        JsonObject.Builder found = JsonObject.builder();
        for (Map.Entry<String, String> pair : wanted) {
            SearchIndex index = new SearchIndex(type, pair.getKey());
            List<Json> rows = new ArrayList<>();
            index.view(world, searched(call, type), pair.getValue())
                    .from(null, true)
                    .forEach(entry -> rows.add(index.row(world, entry.document())));
            found.put(pair.getKey(), new JsonArray(rows));
        }
        return Reply.value(found.build());
    }

    private static String type(Call call) {
        String type = call.options().text("t");
        if (type == null) {
            throw refused("t", "required", "search needs a document type to search on", TYPES);
        }
        return type;
    }

    /** Accounts are searched below whoever asks, whatever the path says; anything else in the account of the path. */
    private static String searched(Call call, String type) {
        return type.equals(Account.TYPE) ? call.knownCaller().accountId() : call.account();
    }

    private static void check(String type, String query) {
        List<String> queries = SearchIndex.queries(type);
        if (!queries.contains(query)) {
            JsonObject details = message("value not found in enumerated list of values")
                    .with(Json.texts(queries), "target")
                    .with(Json.of(query), "cause");
            throw Problems.validation(fault("q", "enum", details)).refusal();
        }
    }

    private static Refusal refused(String field, String rule, String text, List<String> target) {
        return Problems.validation(fault(field, rule, message(text).with(Json.texts(target), "target")))
                .refusal();
    }

    private static JsonObject message(String text) {
        return JsonObject.of("message", Json.of(text));
    }

    private static JsonObject fault(String field, String rule, JsonObject details) {
        return JsonObject.EMPTY.with(details, field, rule);
    }
}
