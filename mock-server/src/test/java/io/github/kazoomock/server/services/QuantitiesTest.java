package io.github.kazoomock.server.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Entry;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities kept up change by change are those that counting from scratch gives. */
class QuantitiesTest {
    private static final Instant START = Instant.parse("2026-05-16T10:20:30Z");
    private static final List<String> LEVELS = List.of("user", "admin");
    private static final List<String> KINDS = List.of("sip_device", "softphone", "fax");

    private final List<String> accounts = new ArrayList<>();
    private int made;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keptUpAreTheSameAsCountedAnew(long seed) {
        Random random = new Random(seed);
        World world = Opening.of(grown(random), START);
        for (int step = 0; step < 200; step++) {
            Transaction transaction = new Transaction(world, START.plusSeconds(step));
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(transaction, random);
            }
            transaction.react(List.of(new QuantityReaction()), Cause.ITSELF);
            world = transaction.world();
            assertThat(kept(world)).as("seed %d, step %d", seed, step).isEqualTo(counted(world));
        }
    }

    /** Every change of a quantity is in the books, so that they add up to it. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theHistoryAddsUpToWhatThereIs(long seed) {
        Random random = new Random(seed);
        World begin = Opening.of(grown(random), START);
        World world = begin;
        for (int step = 0; step < 100; step++) {
            Transaction transaction = new Transaction(world, START.plusSeconds(step));
            change(transaction, random);
            transaction.react(List.of(new QuantityReaction()), Cause.ITSELF);
            world = transaction.world();
        }
        for (Account account : world.accounts().values()) {
            ServiceRecord then = ServiceRecord.of(begin.account(account.id()));
            for (Part part : List.of(Part.ACCOUNT, Part.CASCADE)) {
                Quantities sum = then.quantities(part);
                for (Entry entry : account.history()) {
                    if (entry instanceof QuantityChange change && change.part() == part) {
                        sum = sum.plus(change.key(), change.delta());
                        assertThat(change.quantity()).isEqualTo(sum.count(change.key()));
                    }
                }
                Quantities now = ServiceRecord.of(account).quantities(part);
                if (account.tree().isEmpty()) {
                    assertThat(account.history()).as("of the master").isEmpty();
                } else {
                    assertThat(sum).isEqualTo(now);
                }
            }
        }
    }

    @Test
    void addingAndTakingAwayLeavesNothing() {
        Quantities three = Quantities.of("a", "b", 3);
        assertThat(three.minus(three)).isEqualTo(Quantities.NONE);
        assertThat(three.plus(Quantities.of("a", "c", 1)).json()).isEqualTo(Json.parse("{\"a\":{\"b\":3,\"c\":1}}"));
        assertThat(Quantities.read(three.json())).isEqualTo(three);
    }

    private World grown(Random random) {
        Transaction transaction = new Transaction(World.empty(List.of(), 1), START);
        transaction.put("m", account("m", List.of()));
        accounts.add("m");
        for (int i = 0; i < 8; i++) {
            newAccount(transaction, random);
        }
        for (int i = 0; i < 20; i++) {
            newDocument(transaction, random);
        }
        return transaction.world();
    }

    private void change(Transaction transaction, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> newAccount(transaction, random);
            case 1 -> removeLeaf(transaction, random);
            case 2 -> move(transaction, random);
            case 3, 4 -> newDocument(transaction, random);
            case 5 -> removeDocument(transaction, random);
            default -> changeDocument(transaction, random);
        }
    }

    private void newAccount(Transaction transaction, Random random) {
        Account parent = transaction.existing(accounts.get(random.nextInt(accounts.size())));
        List<String> tree = new ArrayList<>(parent.tree());
        tree.add(parent.id());
        String id = "a" + made++;
        transaction.put(id, account(id, tree));
        accounts.add(id);
    }

    private void removeLeaf(Transaction transaction, Random random) {
        Account account = transaction.existing(accounts.get(random.nextInt(accounts.size())));
        if (account.descendants() == 0 && !account.tree().isEmpty()) {
            transaction.removeAccount(account.id());
            accounts.remove(account.id());
        }
    }

    /** A leaf goes elsewhere; what takes descendants along is another reaction. */
    private void move(Transaction transaction, Random random) {
        Account account = transaction.existing(accounts.get(random.nextInt(accounts.size())));
        Account target = transaction.existing(accounts.get(random.nextInt(accounts.size())));
        if (account.descendants() == 0
                && !account.tree().isEmpty()
                && !account.id().equals(target.id())) {
            List<String> tree = new ArrayList<>(target.tree());
            tree.add(target.id());
            Document own = account.document();
            JsonObject hidden = own.hidden().with(Json.texts(tree), Account.TREE);
            transaction.put(account.id(), own.next(own.open(), hidden, transaction.now()));
        }
    }

    private void newDocument(Transaction transaction, Random random) {
        String account = accounts.get(random.nextInt(accounts.size()));
        String type = random.nextBoolean() ? "user" : "device";
        transaction.put(
                account, Document.create("d" + made++, type, open(type, random), JsonObject.EMPTY, transaction.now()));
    }

    private static JsonObject open(String type, Random random) {
        JsonObject open = type.equals("user")
                ? JsonObject.of("priv_level", Json.of(LEVELS.get(random.nextInt(2))))
                : JsonObject.of("device_type", Json.of(KINDS.get(random.nextInt(3))));
        return random.nextInt(4) == 0 ? open.with(Json.of(false), "enabled") : open;
    }

    private void removeDocument(Transaction transaction, Random random) {
        Document document = any(transaction, random);
        if (document != null) {
            transaction.remove(owner(transaction, document), document.type(), document.id());
        }
    }

    private void changeDocument(Transaction transaction, Random random) {
        Document document = any(transaction, random);
        if (document != null) {
            JsonObject open = open(document.type(), random);
            transaction.put(owner(transaction, document), document.next(open, transaction.now()));
        }
    }

    private @org.jspecify.annotations.Nullable Document any(Transaction transaction, Random random) {
        Account account = transaction.existing(accounts.get(random.nextInt(accounts.size())));
        List<Document> documents = new ArrayList<>(account.shelf("user").values());
        documents.addAll(account.shelf("device").values());
        return documents.isEmpty() ? null : documents.get(random.nextInt(documents.size()));
    }

    private String owner(Transaction transaction, Document document) {
        return accounts.stream()
                .filter(id -> transaction.get(id, document.type(), document.id()) != null)
                .findFirst()
                .orElseThrow();
    }

    private static Document account(String id, List<String> tree) {
        JsonObject hidden = JsonObject.of(Account.TREE, Json.texts(tree));
        return Document.create(id, Account.TYPE, JsonObject.of("name", Json.of(id)), hidden, START);
    }

    private static Map<String, String> kept(World world) {
        Map<String, String> kept = new TreeMap<>();
        world.accounts().forEach((id, account) -> kept.put(id, text(ServiceRecord.of(account))));
        return kept;
    }

    private static Map<String, String> counted(World world) {
        Map<String, String> counted = new TreeMap<>();
        world.accounts().forEach((id, account) -> counted.put(id, text(Opening.recounted(world, account))));
        return counted;
    }

    private static String text(ServiceRecord services) {
        return services.account().json() + " below " + services.cascade().json();
    }
}
