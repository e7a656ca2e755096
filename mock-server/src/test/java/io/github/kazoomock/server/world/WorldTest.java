package io.github.kazoomock.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Index NAME = new Index(
            "device_name",
            "device",
            (account, document) -> List.of(document.open().textOr("name", "")));

    private final World empty = World.empty(List.of(NAME), 7);

    private static Document account(String id, String... tree) {
        JsonObject hidden = JsonObject.of("pvt_tree", Json.texts(List.of(tree)));
        return Document.create(id, Account.TYPE, JsonObject.of("name", Json.of(id)), hidden, NOW);
    }

    private static Document device(String id, String name) {
        return Document.create(id, "device", JsonObject.of("name", Json.of(name)), JsonObject.EMPTY, NOW);
    }

    private World with(World world, java.util.function.Consumer<Transaction> change) {
        Transaction transaction = new Transaction(world, NOW);
        change.accept(transaction);
        return transaction.world();
    }

    private List<String> ids(World world, String name) {
        return StreamSupport.stream(world.find(NAME, name).spliterator(), false)
                .map(Ref::id)
                .toList();
    }

    @Nested
    class Forks {
        private final World before = with(empty, tx -> {
            tx.put("m", account("m"));
            tx.put("m", device("d1", "Desk"));
        });

        @Test
        void doNotSeeEachOther() {
            World left = with(before, tx -> tx.put("m", device("d2", "Hall")));
            World right = with(before, tx -> tx.destroy("m", "device", "d1"));
            assertThat(before.existing("m").shelf("device")).containsOnlyKeys("d1");
            assertThat(left.existing("m").shelf("device")).containsOnlyKeys("d1", "d2");
            assertThat(right.existing("m").shelf("device")).isEmpty();
            assertThat(ids(before, "Hall")).isEmpty();
            assertThat(ids(left, "Hall")).containsExactly("d2");
            assertThat(ids(right, "Desk")).isEmpty();
        }

        @Test
        void makeTheSameIdsFromTheSamePosition() {
            assertThat(new Transaction(before, NOW).newId())
                    .isEqualTo(new Transaction(before, NOW).newId())
                    .matches("[0-9a-f]{32}");
            Transaction one = new Transaction(before, NOW);
            assertThat(one.newId()).isNotEqualTo(one.newId());
        }
    }

    @Nested
    class Indexes {
        @Test
        void followChangesOfTheirKeys() {
            World first = with(empty, tx -> {
                tx.put("m", account("m"));
                tx.put("m", device("d1", "Desk"));
                tx.put("m", device("d2", "Desk"));
            });
            assertThat(ids(first, "Desk")).containsExactly("d1", "d2");
            World second = with(
                    first,
                    tx -> tx.put(
                            "m",
                            Objects.requireNonNull(tx.get("m", "device", "d1"))
                                    .next(JsonObject.of("name", Json.of("Door")), NOW)));
            assertThat(ids(second, "Desk")).containsExactly("d2");
            assertThat(ids(second, "Door")).containsExactly("d1");
        }

        @Test
        void findWholeKeysOnly() {
            World world = with(empty, tx -> {
                tx.put("m", account("m"));
                tx.put("m", device("d1", "Desk 1"));
            });
            assertThat(ids(world, "Desk")).isEmpty();
        }

        @Test
        void forgetTheDocumentsOfARemovedAccount() {
            World world = with(empty, tx -> {
                tx.put("m", account("m"));
                tx.put("c", account("c", "m"));
                tx.put("c", device("d1", "Desk"));
                tx.removeAccount("c");
            });
            assertThat(ids(world, "Desk")).isEmpty();
            assertThat(world.account("c")).isNull();
            assertThat(world.existing("m").descendants()).isZero();
        }
    }

    @Nested
    class Trees {
        private final World family = with(empty, tx -> {
            tx.put("m", account("m"));
            tx.put("r", account("r", "m"));
            tx.put("c", account("c", "m", "r"));
            tx.put("s", account("s", "m"));
        });

        @Test
        void countDescendantsAtEveryLevel() {
            assertThat(family.master()).isEqualTo("m");
            assertThat(family.existing("m").descendants()).isEqualTo(3);
            assertThat(family.existing("r").descendants()).isEqualTo(1);
            assertThat(family.existing("c").descendants()).isZero();
        }

        @Test
        void countAnewWhenAnAccountMoves() {
            World moved = with(family, tx -> {
                Document own = tx.existing("c").document();
                JsonObject hidden = own.hidden().with(Json.texts(List.of("m", "s")), "pvt_tree");
                tx.put("c", own.next(own.open(), hidden, NOW));
            });
            assertThat(moved.existing("c").tree()).containsExactly("m", "s");
            assertThat(moved.existing("r").descendants()).isZero();
            assertThat(moved.existing("s").descendants()).isEqualTo(1);
            assertThat(moved.existing("m").descendants()).isEqualTo(3);
        }

        @Test
        void stayAsTheyAreWhenAnAccountChangesOtherwise() {
            World renamed = with(family, tx -> {
                Document own = tx.existing("r").document();
                tx.put("r", own.next(JsonObject.of("name", Json.of("other")), NOW));
            });
            assertThat(renamed.existing("m").descendants()).isEqualTo(3);
            assertThat(renamed.existing("r").descendants()).isEqualTo(1);
        }
    }

    @Nested
    class Documents {
        @Test
        void countRevisionsAndChangeThemWithTheirContent() {
            Document first = device("d", "Desk");
            Document second = first.next(JsonObject.of("name", Json.of("Hall")), NOW.plusSeconds(5));
            assertThat(first.revision()).matches("1-[0-9a-f]{32}");
            assertThat(second.revision()).matches("2-[0-9a-f]{32}");
            assertThat(second.created()).isEqualTo(first.created());
            assertThat(second.modified()).isEqualTo(first.modified() + 5);
        }

        @Test
        void keepTheirIdWhenTheyAreSoftlyDeleted() {
            Transaction tx = new Transaction(empty, NOW);
            tx.put("m", account("m"));
            tx.put("m", device("d", "Desk"));
            tx.remove("m", "device", "d");
            assertThat(tx.get("m", "device", "d")).isNull();
            assertThat(tx.taken("m", "d")).isTrue();
            tx.put("m", device("e", "Desk"));
            tx.destroy("m", "device", "e");
            assertThat(tx.taken("m", "e")).isFalse();
        }

        @Test
        void tellEventsWithWhatWasAndWhatIs() {
            Transaction tx = new Transaction(empty, NOW);
            tx.put("m", account("m"));
            Document first = device("d", "Desk");
            Document second = first.next(JsonObject.of("name", Json.of("Hall")), NOW);
            tx.put("m", first);
            tx.put("m", second);
            tx.remove("m", "device", "d");
            assertThat(tx.events().subList(1, 4))
                    .containsExactly(
                            new Event("m", null, first), new Event("m", first, second), new Event("m", second, null));
        }
    }
}
