package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountPortsTest {
    @ParameterizedTest
    @CsvSource({
        "unconfirmed, false",
        "completed, false",
        "canceled, false",
        "submitted, true",
        "pending, true",
        "scheduled, true",
        "rejected, true"
    })
    void aPortRequestKeepsItsAccountUntilItIsOver(String state, boolean active) {
        Transaction transaction = new Transaction(World.empty(List.of(), 1), Instant.EPOCH);
        put(transaction, "a", Account.TYPE, JsonObject.EMPTY);
        put(transaction, "p", "port_request", JsonObject.of("pvt_port_state", Json.of(state)));
        assertThat(AccountDeletion.hasActivePort(transaction.existing("a"))).isEqualTo(active);
    }

    private static void put(Transaction transaction, String id, String type, JsonObject hidden) {
        transaction.put("a", Document.create(id, type, JsonObject.EMPTY, hidden, Instant.EPOCH));
    }
}
