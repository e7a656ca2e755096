package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.stream.Stream;

/** Directories that callers search by name; who is in one is said by the users (pbx sheet 7). */
final class Directories {
    /** By each directory that a user is in. */
    static final Index MEMBERS = new Index(
            "directories/members",
            "user",
            (account, user) -> user.open().object("directories").keys().stream()
                    .map(directory -> Index.key(account, directory))
                    .toList());

    private static final String USERS = "users";

    /** As many as KAZOO shows: one page, and no key leads to the next. */
    private static final int SHOWN = 50;

    private Directories() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("directories", "directory", schemas)
                .checks(Directories::checkUsers)
                .index(MEMBERS)
                .alsoProvides(DirectoryPdf.TYPES)
                .finish(Directories::finish)
                .evidence(Evidence.seed("js-sdk: directory"), Evidence.sheet("pbx 7"), Evidence.sheet("delta 6"))
                .noun();
    }

    private static Reply finish(Call call, Reply plain) {
        if (call.verb() != Verb.GET || !(plain.data() instanceof Data.OneDocument one)) {
            return plain;
        }
        Document directory = one.document();
        Account account = call.sandbox().world().existing(call.account());
        if (DirectoryPdf.TYPES.contains(call.replyType())) {
            List<Document> users = members(call, directory).toList();
            return plain.withData(DirectoryPdf.of(account, directory, users, call.replyType()));
        }
        return plain.withData(new Data.OneDocument(directory, JsonObject.of(USERS, users(call, directory))));
    }

    /** Users by id from the last. */
    private static Stream<Document> members(Call call, Document directory) {
        String key = Index.key(call.account(), directory.id());
        return View.byKey(call.sandbox().world(), MEMBERS, key).from(null, true).map(View.Entry::document);
    }

    /** Each user with the callflow that reaches it. */
    private static JsonArray users(Call call, Document directory) {
        List<Json> users = members(call, directory)
                .limit(SHOWN)
                .map(user -> (Json) JsonObject.builder()
                        .put("user_id", user.id())
                        .putIfPresent("callflow_id", user.open().at("directories", directory.id()))
                        .build())
                .toList();
        return new JsonArray(users);
    }

    /** What older KAZOO's schema says of the stored {@code users}, which no GET shows. */
    private static Draft checkUsers(Draft draft) {
        if (draft.call().does(Decision.DIRECTORY_USERS_ARE_FREE)) {
            return draft;
        }
        Json users = draft.open().get(USERS);
        if (users == null) {
            return draft.withOpen(draft.open().with(JsonArray.EMPTY, USERS));
        }
        if (!(users instanceof JsonArray list)) {
            addTypeFault(draft, USERS, "array", users);
            return draft;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).text() == null) {
                addTypeFault(draft, USERS + "." + i, "string", list.get(i));
            }
        }
        return draft;
    }

    private static void addTypeFault(Draft draft, String field, String type, Json value) {
        JsonObject details = JsonObject.builder()
                .put("message", "Value did not match type(s): " + type)
                .put("target", type)
                .put("value", value)
                .build();
        draft.faults().add(field, "type", details);
    }
}
