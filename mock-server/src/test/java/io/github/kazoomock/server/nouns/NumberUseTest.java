package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other nouns say of numbers (pbx sheet 3). */
class NumberUseTest {
    private static final Instant NOW = Instant.parse("2026-05-16T10:20:30Z");
    private static final String NUMBER = "+14155550111";

    private final Transaction world = new Transaction(World.empty(List.of(PhoneNumber.ALL), 1), NOW);

    @BeforeEach
    void fill() {
        world.put("hub", Document.create("hub", "account", JsonObject.EMPTY, JsonObject.EMPTY, NOW));
        put(NUMBER, "in_service");
        put("+14155550112", "available");
    }

    private void put(String number, String state) {
        JsonObject hidden = JsonObject.of("pvt_state", Json.of(state));
        world.put("hub", Document.create(number, PhoneNumber.TYPE, JsonObject.EMPTY, hidden, NOW));
    }

    private @Nullable String usedBy(String number) {
        PhoneNumber known = PhoneNumber.find(world.world(), number);
        return known == null ? "unknown" : known.usedBy();
    }

    @Test
    void aNumberHasAnOwnerHoweverItIsWritten() {
        assertThat(NumberUse.owner(world.world(), "(415) 555-0111")).isEqualTo("hub");
        assertThat(NumberUse.owner(world.world(), "+14155550112")).isNull();
        assertThat(NumberUse.owner(world.world(), "1001")).isNull();
    }

    @Test
    void anApplicationClaimsItAndGivesItUp() {
        NumberUse.claim(world, "hub", "4155550111", "callflow");
        assertThat(usedBy(NUMBER)).isEqualTo("callflow");
        int changes = world.events().size();
        NumberUse.claim(world, "hub", NUMBER, "callflow");
        assertThat(world.events()).hasSize(changes);
        NumberUse.giveUp(world, "hub", NUMBER);
        assertThat(usedBy(NUMBER)).isNull();
    }

    @Test
    void whatIsNotTheAccountsIsLeftAlone() {
        int changes = world.events().size();
        NumberUse.claim(world, "other", NUMBER, "callflow");
        NumberUse.claim(world, "hub", "+14155550112", "callflow");
        NumberUse.claim(world, "hub", "1001", "callflow");
        NumberUse.claim(world, "hub", "no_match", "callflow");
        assertThat(world.events()).hasSize(changes);
    }
}
