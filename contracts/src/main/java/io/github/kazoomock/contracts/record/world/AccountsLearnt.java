package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts, the tree in which they stand, and whose somebody is who logs in (accounts sheet 4 and 10). */
final class AccountsLearnt implements Learning.Special {
    /** What KAZOO shows in public of its private keys. */
    private static final Map<String, String> PRIVATE = Map.of(
            "enabled", "pvt_enabled",
            "superduper_admin", "pvt_superduper_admin",
            "wnm_allow_additions", "pvt_wnm_allow_additions",
            "is_reseller", "pvt_reseller",
            "notification_preference", "pvt_notification_preference",
            "api_key", "pvt_api_key",
            "created", "pvt_created",
            "modified", "pvt_modified");

    private static final Set<String> COMPUTED =
            Set.of("id", "reseller_id", "billing_mode", "descendants_count", "trial_time_left", "tree", "_read_only");

    /** Gregorian seconds at 1970. */
    private static final long EPOCH = 62_167_219_200L;

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        switch (asked.operation().id()) {
            case "accounts.get", "accounts.update", "accounts.patch", "accounts.move", "accounts.create" ->
                read(world, asked);
            case "accounts.create_child" -> {
                read(world, asked);
                String id = asked.data().text("id");
                if (id != null && !id.equals(asked.account())) {
                    world.account(id).parent = asked.account();
                }
            }
            case "accounts.delete" -> world.forget(asked.account());
            case "accounts.children" ->
                asked.rows().forEach(row -> {
                    String id = row(world, row);
                    world.account(id).parent = asked.account();
                });
            case "accounts.descendants" -> asked.rows().forEach(row -> row(world, row));
            case "accounts.siblings" -> siblings(world, asked);
            case "accounts.tree", "accounts.parents" -> {
                List<String> line = new ArrayList<>();
                asked.rows().forEach(row -> line.add(row(world, row)));
                line.remove(asked.account());
                world.tree(asked.account(), line);
            }
            case "accounts.promote", "accounts.demote" ->
                mark(world, asked.account(), "pvt_reseller", Json.of(!asked.deletes()));
            case "accounts.get_api_key", "accounts.renew_api_key" -> {
                Json key = asked.data().get("api_key");
                if (key != null) {
                    mark(world, asked.account(), "pvt_api_key", key);
                }
            }
            case "user_auth.login", "api_auth.login" -> login(world, asked.data());
            default -> {
                return asked.operation().pattern().noun().equals("accounts");
            }
        }
        return true;
    }

    private static void read(KnownWorld world, Asked asked) {
        String id = asked.data().text("id");
        if (id == null) {
            return;
        }
        KnownAccount account = world.account(id);
        JsonObject all = asked.envelope().object("metadata").plus(asked.data());
        account.document = account.document.read(stored(asked, all));
        account.reseller = all.text("reseller_id");
        account.isBilledByHand = "manual".equals(all.text("billing_mode"));
    }

    /** The metadata of the envelope say what older servers had in the account itself. */
    private static JsonObject stored(Asked asked, JsonObject all) {
        JsonObject.Builder stored = JsonObject.builder();
        all.forEach((key, value) -> {
            String hidden = PRIVATE.get(key);
            if (hidden != null) {
                boolean says = !value.equals(JsonLiteral.FALSE) || key.equals("enabled");
                stored.putIfPresent(hidden, says ? value : null);
            } else if (!COMPUTED.contains(key) && asked.data().has(key)) {
                stored.put(key, value);
            }
        });
        if (all.has("trial_time_left")) {
            stored.put("pvt_trial_expires", all.integer(0, "trial_time_left") + now(asked.envelope()));
        }
        return stored.build();
    }

    private static long now(JsonObject envelope) {
        try {
            return Instant.parse(envelope.textOr("timestamp", "")).getEpochSecond() + EPOCH;
        } catch (DateTimeParseException e) {
            return Instant.now().getEpochSecond() + EPOCH;
        }
    }

    /** A row of a list; the result is its id. */
    private static String row(KnownWorld world, JsonObject row) {
        String id = row.textOr("id", "");
        KnownAccount account = world.account(id);
        account.document = account.document.seen(row.filterKeys(key -> !COMPUTED.contains(key)));
        if (row.has("tree")) {
            world.tree(id, row.array("tree").texts());
        }
        return id;
    }

    private static void siblings(KnownWorld world, Asked asked) {
        String parent = world.account(asked.account()).parent;
        asked.rows().forEach(row -> {
            KnownAccount sibling = world.account(row(world, row));
            sibling.parent = sibling.parent == null ? parent : sibling.parent;
        });
    }

    private static void mark(KnownWorld world, String id, String key, Json value) {
        KnownAccount account = world.account(id);
        account.document = account.document.with(key, value);
    }

    private static void login(KnownWorld world, JsonObject data) {
        String id = data.text("account_id");
        if (id == null) {
            return;
        }
        KnownAccount account = world.account(id);
        String name = data.text("account_name");
        if (name != null) {
            account.document = account.document.seen(JsonObject.of("name", Json.of(name)));
        }
        if (data.isTrue("is_reseller")) {
            mark(world, id, "pvt_reseller", JsonLiteral.TRUE);
        }
        account.reseller = data.text("reseller_id");
        String owner = data.text("owner_id");
        if (owner != null) {
            account.learn("users", owner, known -> known);
        }
    }
}
