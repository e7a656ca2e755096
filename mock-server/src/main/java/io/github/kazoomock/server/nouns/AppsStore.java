package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Front-end applications, kept by the master account (admin sheet 8, delta sheet 1.3). */
final class AppsStore {
    /** What 5.0 shows of an app; newest KAZOO shows all (decision R9). */
    private static final Set<String> SHORT = Set.of(
            "id",
            "name",
            "i18n",
            "tags",
            "api_url",
            "source_url",
            "account_id",
            "users",
            "allowed_users",
            "masqueradable",
            "phase",
            "extends");

    private static final Comparator<Document> BY_NAME = Comparator.comparing(
                    (Document app) -> app.open().textOr("name", ""))
            .thenComparing(Document::id);

    private AppsStore() {}

    static Noun noun() {
        Operation list = Operation.of("apps_store.list", Verb.GET, "apps_store")
                .shape(Shape.LIST)
                .evidence(Evidence.sheet("admin 8"), Evidence.sheet("delta 1.3"))
                .handler(AppsStore::list);
        return new Noun("apps_store", "apps", "app", null, List.of(), List.of(list));
    }

    private static Reply list(Call call, Transaction transaction) {
        String master = transaction.world().master();
        Account vendor = master == null ? null : transaction.account(master);
        if (vendor == null) {
            return Reply.rows(List.of(), null);
        }
        boolean all = call.account().equals(master);
        boolean whole = call.does(Decision.APP_ROWS_ARE_WHOLE_APPS);
        List<Json> rows = vendor.shelf("app").values().stream()
                .filter(app -> all || app.open().get("published") != JsonLiteral.FALSE)
                .sorted(BY_NAME.reversed())
                .<Json>map(app -> row(vendor.id(), app, whole))
                .toList();
        return Reply.rows(rows, null);
    }

    private static JsonObject row(String vendor, Document app, boolean whole) {
        JsonObject defaults = JsonObject.builder()
                .put("tags", JsonArray.EMPTY)
                .put("users", JsonArray.EMPTY)
                .put("masqueradable", true)
                .build();
        JsonObject row = defaults.plus(app.visible()).with(Json.of(vendor), "account_id");
        return whole ? row : row.filterKeys(SHORT::contains);
    }
}
