package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureAccount;
import io.github.kazoomock.fixtures.FixtureAttachment;
import io.github.kazoomock.fixtures.FixtureDocument;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.services.Opening;
import io.github.kazoomock.server.services.ServiceRecord;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Turns a world back into a fixture, with ids and private keys as they are. */
final class SavedWorld {
    private final World world;
    private final OperationTable table;
    private final Map<String, String> paths = new HashMap<>();

    private SavedWorld(World world, OperationTable table) {
        this.world = world;
        this.table = table;
    }

    static Fixture of(World world, OperationTable table) {
        SavedWorld saved = new SavedWorld(world, table);
        List<FixtureAccount> accounts =
                world.accounts().values().stream().map(saved::account).toList();
        Map<String, JsonObject> configs = new TreeMap<>();
        world.systemDocuments("system_config").forEach(config -> configs.put(config.id(), config.open()));
        return new Fixture("saved", "A world as it was when the mock stopped", world.sequence(), accounts, configs);
    }

    private FixtureAccount account(Account account) {
        List<FixtureDocument> documents = new ArrayList<>();
        for (Noun noun : table.nouns().values()) {
            for (Noun.Shelf shelf : noun.shelves()) {
                if (!shelf.type().equals(Account.TYPE)) {
                    account.shelf(shelf.type())
                            .values()
                            .forEach(document -> documents.add(FixtureDocument.of(
                                    shelf.collection(), document.id(), whole(account, document), files(document))));
                }
            }
        }
        JsonObject own = whole(account, account.document()).without("pvt_tree");
        return new FixtureAccount(path(account), account.id(), account.tree(), own, documents);
    }

    private static Map<String, FixtureAttachment> files(Document document) {
        Map<String, FixtureAttachment> files = new HashMap<>();
        document.attachments()
                .forEach((name, file) -> files.put(name, FixtureAttachment.of(file.contentType(), file.bytes())));
        return files;
    }

    /** Public and private keys; the services document takes the account's history along. */
    private static JsonObject whole(Account account, Document document) {
        boolean books = document.type().equals(ServiceRecord.TYPE);
        return document.open().plus(books ? Opening.saved(account, document) : document.hidden());
    }

    /** Folders named after the accounts, with the id where two would have one name. */
    private String path(Account account) {
        String known = paths.get(account.id());
        if (known != null) {
            return known;
        }
        String name = account.document().open().textOr("name", "account").toLowerCase(Locale.ROOT);
        String folder = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "") + "-"
                + account.id().substring(0, 8);
        String parent = account.parent();
        Account above = parent == null ? null : world.account(parent);
        String path = above == null ? folder : path(above) + "/" + folder;
        paths.put(account.id(), path);
        return path;
    }
}
