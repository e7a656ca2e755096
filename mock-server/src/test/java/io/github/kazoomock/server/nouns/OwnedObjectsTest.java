package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnedObjectsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String DID = "+14155550123";

    private final Transaction transaction = new Transaction(World.empty(List.of(), 7), NOW);
    private final OwnedObjects objects = new OwnedObjects(transaction, "a", "pat", false, this::released);

    /** Numbers are no matter of this test: those that are there go. */
    private Outcome released(List<String> numbers) {
        List<String> there = numbers.stream()
                .filter(number -> isThere("phone_number", number))
                .toList();
        there.forEach(number -> transaction.destroy("a", "phone_number", number));
        return there.isEmpty() && numbers.size() == 1 ? Problems.badIdentifier(numbers.get(0)) : Reply.nothing();
    }

    @BeforeEach
    void fill() {
        put(Account.TYPE, "a", "{'name':'A'}");
        for (String type : List.of("conference", "device", "faxbox", "media", "vmbox")) {
            put(type, type + "1", "{'owner_id':'pat'}");
            put(type, type + "2", "{'owner_id':'sam'}");
        }
    }

    private void put(String type, String id, String open) {
        transaction.put("a", Document.create(id, type, json(open), JsonObject.EMPTY, NOW));
    }

    private boolean isThere(String type, String id) {
        return transaction.get("a", type, id) != null;
    }

    private void delete(String... types) {
        objects.delete(new TreeSet<>(List.of(types)));
    }

    private void assertTold(String json) {
        assertThat(objects.told()).isEqualTo(Json.parse(json.replace('\'', '"')));
    }

    @Test
    void everyKindGoesByItsOwner() {
        delete("vmbox", "conference", "device", "faxbox", "media");
        assertTold("""
                [{'type':'conference','id':'conference1','status':'success'},
                 {'type':'device','id':'device1','status':'success'},
                 {'type':'faxbox','id':'faxbox1','status':'success'},
                 {'type':'media','id':'media1','status':'success'},
                 {'type':'vmbox','id':'vmbox1','status':'success'}]""");
        assertThat(isThere("vmbox", "vmbox1")).isFalse();
        assertThat(isThere("vmbox", "vmbox2")).isTrue();
        assertThat(transaction.taken("a", "vmbox1")).isTrue();
        assertThat(objects.allWent()).isTrue();
    }

    @Test
    void whatGoesForGoodLeavesNoTrace() {
        new OwnedObjects(transaction, "a", "pat", true, this::released).delete(new TreeSet<>(List.of("vmbox")));
        assertThat(transaction.taken("a", "vmbox1")).isFalse();
    }

    @Nested
    class Numbers {
        @BeforeEach
        void number() {
            put("phone_number", DID, "{}");
        }

        @Test
        void goWithTheirCallflow() {
            put("callflow", "flow", "{'owner_id':'pat','numbers':['1001','" + DID + "']}");
            delete("callflow", "phone_numbers");
            assertTold("[{'type':'phone_numbers','id':['" + DID + "'],'status':'success'},"
                    + "{'type':'callflow','id':'flow','status':'success'}]");
            assertThat(isThere("phone_number", DID)).isFalse();
            assertThat(isThere("callflow", "flow")).isFalse();
        }

        @Test
        void stayWithoutBeingAskedFor() {
            put("callflow", "flow", "{'owner_id':'pat','numbers':['" + DID + "']}");
            delete("callflow");
            assertTold("[{'type':'callflow','id':'flow','status':'success'}]");
            assertThat(isThere("phone_number", DID)).isTrue();
        }

        @Test
        void leaveTheirCallflowThatStays() {
            put("callflow", "flow", "{'owner_id':'pat','numbers':['1001','" + DID + "']}");
            delete("phone_numbers");
            assertTold("[{'type':'phone_numbers','id':['" + DID + "'],'status':'success'},"
                    + "{'type':'callflow','id':'flow','status':'success'}]");
            Document callflow =
                    transaction.existing("a").shelf("callflow").firstEntry().getValue();
            assertThat(callflow.open().array("numbers").texts()).containsExactly("1001");
        }

        @Test
        void cannotLeaveACallflowThatWouldHaveNone() {
            put("callflow", "flow", "{'owner_id':'pat','numbers':['" + DID + "']}");
            delete("phone_numbers");
            assertTold("[{'type':'phone_numbers','id':['" + DID + "'],'status':'success'},"
                    + "{'type':'callflow','id':'flow','status':'error','error_code':400,"
                    + "'error_msg':'validation error'}]");
            assertThat(objects.allWent()).isFalse();
        }

        @Test
        void thatAreNotThereFailWhenTheyAreAlone() {
            put("callflow", "one", "{'owner_id':'pat','numbers':['+14155550199']}");
            put("callflow", "two", "{'owner_id':'pat','numbers':['+14155550199','" + DID + "']}");
            put("callflow", "way", "{'owner_id':'pat','numbers':['1001']}");
            delete("callflow", "phone_numbers");
            assertTold("[{'type':'phone_numbers','id':['+14155550199'],'status':'error','error_code':404,"
                    + "'error_msg':'bad_identifier'},{'type':'callflow','id':'one','status':'success'},"
                    + "{'type':'phone_numbers','id':['+14155550199','" + DID + "'],'status':'success'},"
                    + "{'type':'callflow','id':'two','status':'success'},"
                    + "{'type':'callflow','id':'way','status':'success'}]");
            assertThat(objects.allWent()).isFalse();
        }
    }
}
