package io.github.kazoomock.server.sandbox;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureAccount;
import io.github.kazoomock.fixtures.FixtureDocument;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Passwords;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the world that a fixture describes. */
public final class FixtureWorld {
    private FixtureWorld() {}

    /**
     * The world at its start.
     *
     * @param types {@code pvt_type} by noun: {@code user} for {@code users}
     * @param seed same seed, same ids of what is made later
     */
    public static World of(Fixture fixture, Map<String, String> types, List<Index> indexes, long seed, Instant start) {
        Transaction transaction = new Transaction(World.empty(indexes, seed, fixture.sequence()), start);
        fixture.systemConfigs()
                .forEach((id, config) ->
                        transaction.putSystem(Document.create(id, "system_config", config, JsonObject.EMPTY, start)));
        for (FixtureAccount account : fixture.accounts()) {
            transaction.put(account.id(), document(account, start));
            for (FixtureDocument document : account.documents()) {
                String type = types.get(document.type());
                if (type == null) {
                    throw new IllegalArgumentException("no noun " + document.type());
                }
                transaction.put(account.id(), document(document, type, start));
            }
        }
        return transaction.world();
    }

    private static Document document(FixtureAccount account, Instant start) {
        JsonObject hidden = hidden(account.document()).with(Json.texts(account.tree()), "pvt_tree");
        if (!hidden.has("pvt_api_key")) {
            hidden = hidden.with(Json.of(Hash.sha256(account.id() + "/api_key")), "pvt_api_key");
        }
        return Document.create(account.id(), Account.TYPE, open(account.document()), hidden, start);
    }

    private static Document document(FixtureDocument document, String type, Instant start) {
        Map<String, Attachment> files = new HashMap<>();
        document.attachments()
                .forEach((name, file) -> files.put(name, Attachment.made(file.contentType(), file::bytes)));
        return document(document.id(), type, document.document(), files, start);
    }

    /**
     * A document as fixtures write it: keys that start with {@code pvt_} are its hidden part, a user's password becomes
     * its digests.
     *
     * @param type {@code pvt_type}
     */
    public static Document document(
            String id, String type, JsonObject written, Map<String, Attachment> files, Instant start) {
        JsonObject open = open(written);
        JsonObject hidden = hidden(written);
        if (type.equals("user")) {
            String username = open.text("username");
            String password = open.text("password");
            if (username != null && password != null) {
                hidden = hidden.plus(Passwords.digests(username, password));
            }
            open = open.without("password");
        }
        return Document.create(id, type, open, hidden, files, start);
    }

    private static JsonObject open(JsonObject document) {
        return document.filterKeys(key -> !key.startsWith("pvt_"));
    }

    private static JsonObject hidden(JsonObject document) {
        return document.filterKeys(key -> key.startsWith("pvt_"));
    }
}
