package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureAccount;
import io.github.kazoomock.fixtures.FixtureDocument;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what is known to a fixture: one tree of accounts, every user with a password that is no secret. */
final class FixtureMaking {
    /** Of every user: the real ones are in no recording. */
    static final String PASSWORD = "recorded";

    /** Of whoever is added where no user was seen. */
    static final String ADMIN = "recorded-admin";

    /** Beyond every id that the recorded server may have made with the same seed, if it was a mock. */
    private static final long SEQUENCE = 1_000_000;

    /** The id of a master that nothing was told of. */
    private static final String NOBODY = "0".repeat(32);

    private static final String ID = "[0-9a-f]{32}";

    private final KnownWorld world;
    private final Map<String, String> paths = new HashMap<>();
    private final String master;

    private FixtureMaking(KnownWorld world) {
        this.world = world;
        this.master = master();
    }

    /** The fixture as far as it is known; nothing is completed yet. */
    static Fixture of(KnownWorld world, String name, String description) {
        placeBelowResellers(world);
        FixtureMaking making = new FixtureMaking(world);
        List<FixtureAccount> accounts =
                making.accounts().stream().map(making::account).toList();
        return new Fixture(name, description, SEQUENCE, accounts, world.systemConfigs);
    }

    /** Who has a reseller is somewhere below it, even where nobody asked about that one. */
    private static void placeBelowResellers(KnownWorld world) {
        for (KnownAccount each : List.copyOf(world.accounts.values())) {
            String reseller = each.reseller;
            if (reseller == null || !reseller.matches(ID) || reseller.equals(each.id)) {
                continue;
            }
            KnownAccount above = world.account(reseller);
            above.document = above.document.seen(JsonObject.of("pvt_reseller", JsonLiteral.TRUE));
            if (each.parent == null) {
                each.parent = reseller;
            }
            if (above.parent == null && each.isBilledByHand) {
                world.account(NOBODY);
                above.parent = NOBODY;
            }
        }
    }

    private List<KnownAccount> accounts() {
        KnownAccount top = world.accounts.get(master);
        List<KnownAccount> all = new ArrayList<>();
        all.add(top == null ? new KnownAccount(master) : top);
        world.accounts.values().stream()
                .filter(each -> each.id.matches(ID) && !each.id.equals(master))
                .forEach(all::add);
        return all;
    }

    /** The account at the top: the superduper admin's, or else the one with most below it. */
    private String master() {
        return world.accounts.values().stream()
                .filter(each -> each.id.matches(ID) && parent(each) == null)
                .max(Comparator.comparing(
                                (KnownAccount each) -> each.document.content().isTrue("pvt_superduper_admin"))
                        .thenComparing(this::below))
                .map(each -> each.id)
                .orElse(NOBODY);
    }

    private long below(KnownAccount account) {
        return world.accounts.values().stream()
                .filter(each -> line(each).contains(account.id))
                .count();
    }

    private @Nullable String parent(KnownAccount account) {
        String parent = account.parent;
        return parent == null || !world.accounts.containsKey(parent) || parent.equals(account.id) ? null : parent;
    }

    /** The ancestors, the nearest first. */
    private List<String> line(KnownAccount account) {
        List<String> line = new ArrayList<>();
        String above = parent(account);
        while (above != null && !line.contains(above)) {
            line.add(above);
            above = parent(world.account(above));
        }
        return line;
    }

    /** The ancestors, the master first; what nobody knows the parent of is the master's child. */
    private List<String> tree(KnownAccount account) {
        if (account.id.equals(master)) {
            return List.of();
        }
        List<String> tree = new ArrayList<>();
        for (String above : line(account)) {
            tree.add(0, above);
        }
        if (!tree.contains(master)) {
            tree.add(0, master);
        }
        return tree;
    }

    private FixtureAccount account(KnownAccount account) {
        JsonObject document = account.document.content();
        if (!document.has("name")) {
            document = document.with(Json.of("Account " + account.id.substring(0, 8)), "name");
        }
        if (!document.has("realm")) {
            document = document.with(Json.of(account.id.substring(0, 8) + ".unknown.example.com"), "realm");
        }
        return new FixtureAccount(path(account), account.id, tree(account), document, documents(account));
    }

    private List<FixtureDocument> documents(KnownAccount account) {
        List<FixtureDocument> documents = new ArrayList<>();
        boolean isMaster = account.id.equals(master);
        account.all()
                .forEach((collection, byId) -> byId.forEach((id, known) -> {
                    if (isMaster || !collection.equals("apps")) {
                        documents.add(document(collection, id, known));
                    }
                }));
        KnownAccount system = world.accounts.get(KnownWorld.MASTER);
        if (isMaster && system != null) {
            system.all()
                    .forEach((collection, byId) ->
                            byId.forEach((id, known) -> documents.add(document(collection, id, known))));
        }
        if (isMaster && documents.stream().noneMatch(FixtureMaking::logsIn)) {
            JsonObject admin = JsonObject.builder()
                    .put("username", ADMIN)
                    .put("password", PASSWORD)
                    .put("first_name", "Recorded")
                    .put("last_name", "Admin")
                    .put("priv_level", "admin")
                    .build();
            documents.add(new FixtureDocument("users", ADMIN, ADMIN, admin));
        }
        return documents;
    }

    static boolean logsIn(FixtureDocument document) {
        return document.type().equals("users") && document.document().has("username");
    }

    private static FixtureDocument document(String collection, String id, KnownDocument known) {
        JsonObject content = known.content();
        if (collection.equals("users") && content.has("username")) {
            content = content.with(Json.of(PASSWORD), "password");
        }
        return FixtureDocument.of(collection, id, content, known.files());
    }

    /** Folders named after the accounts, with the beginning of the id. */
    private String path(KnownAccount account) {
        String known = paths.get(account.id);
        if (known != null) {
            return known;
        }
        String name = account.document.content().textOr("name", "account").toLowerCase(Locale.ROOT);
        String folder = (name.replaceAll("[^a-z0-9]+", "-") + "-" + account.id.substring(0, 8)).replaceAll("^-+", "");
        List<String> tree = tree(account);
        String path = tree.isEmpty() ? folder : path(world.account(tree.get(tree.size() - 1))) + "/" + folder;
        paths.put(account.id, path);
        return path;
    }
}
