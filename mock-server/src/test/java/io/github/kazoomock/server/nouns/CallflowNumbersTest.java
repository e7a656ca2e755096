package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Refusal;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallflowNumbersTest {
    private static final Instant NOW = Instant.parse("2026-05-16T10:20:30Z");

    private World world = World.empty(List.of(PhoneNumber.ALL), 1);

    CallflowNumbersTest() {
        for (String account : List.of("shop", "other")) {
            put(account, Document.create(account, "account", JsonObject.EMPTY, JsonObject.EMPTY, NOW));
        }
        number("shop", "+14158867900", "in_service");
        number("shop", "+14158867901", "in_service");
        number("other", "+14158867902", "in_service");
        number("other", "+14158867903", "reserved");
        number("other", "+14158867904", "available");
    }

    private void number(String account, String number, String state) {
        JsonObject hidden = JsonObject.of("pvt_state", Json.of(state));
        put(account, Document.create(number, PhoneNumber.TYPE, JsonObject.EMPTY, hidden, NOW));
    }

    private void put(String account, Document document) {
        Transaction transaction = new Transaction(world, NOW);
        transaction.put(account, document);
        world = transaction.world();
    }

    private void callflow(String id, String numbers) {
        JsonObject open = json("{'numbers':" + numbers + "}");
        write(transaction -> transaction.put("shop", Document.create(id, "callflow", open, JsonObject.EMPTY, NOW)));
    }

    private void write(java.util.function.Consumer<Transaction> change) {
        Transaction transaction = new Transaction(world, NOW);
        change.accept(transaction);
        transaction.react(List.of(new CallflowNumbers()), Cause.ITSELF);
        world = transaction.world();
    }

    private @Nullable String user(String number) {
        PhoneNumber known = PhoneNumber.find(world, number);
        return known == null ? "unknown" : known.usedBy();
    }

    @Nested
    class Whose_numbers {
        @Test
        void areOwnOrNobodysPass() {
            assertThatNoException()
                    .isThrownBy(() -> CallflowNumbers.checkOwners(
                            world, "shop", List.of("+14158867900", "+14158867904", "+19995550100", "1001", "*97")));
        }

        @Test
        void areAnotherAccountsIsForbidden() {
            List<String> numbers = List.of("+14158867902", "+14158867900", "+14158867903");
            Refusal refusal =
                    catchThrowableOfType(Refusal.class, () -> CallflowNumbers.checkOwners(world, "shop", numbers));
            Problem problem = refusal.problem();
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.message()).isEqualTo("forbidden");
            assertThat(problem.data()).isEqualTo(json("{'message':'unauthorized to use +14158867902, +14158867903'}"));
        }
    }

    @Nested
    class A_number_of_the_account {
        @Test
        void isUsedByTheCallflowsAsLongAsItLeadsToOne() {
            callflow("c", "['+14158867900','+14158867901','1001']");
            assertThat(user("+14158867900")).isEqualTo("callflow");
            assertThat(user("+14158867901")).isEqualTo("callflow");
            callflow("c", "['+14158867901']");
            assertThat(user("+14158867900")).isNull();
            assertThat(user("+14158867901")).isEqualTo("callflow");
            write(transaction -> transaction.remove("shop", "callflow", "c"));
            assertThat(user("+14158867901")).isNull();
        }

        @Test
        void keepsItsRevisionWhenNothingChangesForIt() {
            callflow("c", "['+14158867900']");
            PhoneNumber before = PhoneNumber.find(world, "+14158867900");
            callflow("c", "['+14158867900','1001']");
            assertThat(PhoneNumber.find(world, "+14158867900")).isEqualTo(before);
        }

        @Test
        void isNotTouchedWhenItIsAnothers() {
            callflow("c", "['+14158867902','+14158867904']");
            assertThat(user("+14158867902")).isNull();
            assertThat(user("+14158867904")).isNull();
        }
    }
}
