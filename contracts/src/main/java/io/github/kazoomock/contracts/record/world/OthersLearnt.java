package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.Set;

/** Apps, which are the master account's, phones that are registered, and what goes on and is over before anybody replays it. */
final class OthersLearnt implements Learning.Special {
    /** Live calls, and what has no documents of its own. */
    private static final Set<String> NOT_KEPT =
            Set.of("channels", "braintree", "notify", "hotdesks", "quickcall", "search");

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        if (asked.is("apps_store.list")) {
            asked.rows()
                    .forEach(row -> world.account(KnownWorld.MASTER)
                            .learn(
                                    "apps",
                                    row.textOr("id", ""),
                                    known -> known.read(Rows.document("apps", row.without("account_id")))));
            return true;
        }
        if (asked.is("devices.status")) {
            asked.rows().stream()
                    .filter(row -> row.isTrue("registered"))
                    .forEach(row -> world.account(asked.account())
                            .learn(
                                    "devices",
                                    row.textOr("device_id", ""),
                                    known -> known.with("pvt_registered", JsonLiteral.TRUE)));
            return true;
        }
        if (asked.is("directories.get")) {
            members(
                    world.account(asked.account()),
                    asked.argument(0),
                    asked.data().array("users"));
            return false; // and a document as any other
        }
        return NOT_KEPT.contains(asked.operation().pattern().noun());
    }

    /** Users say in which directories they are; a directory shows who does. */
    private static void members(KnownAccount account, String directory, JsonArray users) {
        for (Json each : users) {
            if (each instanceof JsonObject member && member.has("callflow_id")) {
                Json callflow = Json.of(member.textOr("callflow_id", ""));
                account.learn(
                        "users",
                        member.textOr("user_id", ""),
                        known -> new KnownDocument(
                                known.content().with(callflow, "directories", directory),
                                known.whole(),
                                known.files()));
            }
        }
    }
}
