package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ann talks to Bob, and the lobby waits. */
@Timeout(30)
class ChannelActionsTest {
    private Lines lines;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        lines = Lines.open(folder);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    private static void assertDone(Response done, String text) {
        assertThat(done.status()).isEqualTo(202);
        assertThat(done.body().text("data")).isEqualTo(text);
    }

    private static void assertRefused(Response refused, String data) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data()).isEqualTo(json(data));
    }

    /** The other leg of one that is there. */
    private JsonObject otherOf(String id) {
        return lines.leg(lines.leg(id).textOr("other_leg_call_id", "none"));
    }

    @Test
    void anUnknownOneIsInvalid() {
        for (String action : List.of("{'action':'dance'}", "{}")) {
            Response refused = lines.act(Lines.ANNS_LEG, action);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).isEqualTo("invalid data");
        }
    }

    @Test
    void hangingUpEndsBothLegs() {
        assertDone(lines.act(Lines.BOBS_LEG, "{'action':'hangup'}"), "hangup initiated");
        assertThat(lines.ids("channels")).containsExactly(Lines.WAITING);
        lines.act(Lines.WAITING, "{'action':'hangup'}");
        assertThat(lines.ids("channels")).isEmpty();
    }

    @Test
    void aBreakLeavesNothingToSee() {
        assertDone(lines.act(Lines.ANNS_LEG, "{'action':'break'}"), "break initiated");
        assertThat(lines.ids("channels")).hasSize(3);
    }

    @Test
    void aCallflowIsTheOneThatRuns() {
        assertDone(lines.act(Lines.ANNS_LEG, "{'action':'callflow','id':'other'}"), "callflow initiated");
        JsonObject row =
                (JsonObject) lines.office.get("channels").body().array("data").get(0);
        assertThat(row.text("callflow_id")).isEqualTo("other");
    }

    @Nested
    class Transfers {
        @Test
        void needTwoLegsAndATarget() {
            assertRefused(lines.act(Lines.WAITING, "{'action':'transfer','target':'1'}"), """
                    {'other_leg_call_id':{'required':{'message':'Channel is not bridged'}}}""");
            assertRefused(lines.act(Lines.ANNS_LEG, "{'action':'transfer'}"), """
                    {'target':{'required':{'message':'No target destination specified'}}}""");
        }

        @Test
        void connectTheOtherPartyToTheTarget() {
            assertDone(lines.act(Lines.ANNS_LEG, "{'action':'transfer','target':'2600'}"), "transfer initiated");
            assertThat(lines.ids("channels")).hasSize(3).doesNotContain(Lines.ANNS_LEG);
            assertThat(otherOf(Lines.BOBS_LEG).text("request")).isEqualTo("2600@top.example.com");
        }

        @Test
        void letTheOtherPartyWaitWhenAttended() {
            lines.act(Lines.ANNS_LEG, "{'action':'transfer','target':'2600','transfer-type':'attended'}");
            assertThat(lines.ids("channels")).hasSize(3).contains(Lines.ANNS_LEG);
            assertThat(lines.leg(Lines.BOBS_LEG).isTrue("is_on_hold")).isTrue();
        }
    }

    @Nested
    class Interceptions {
        @Test
        void needATarget() {
            assertRefused(lines.act(Lines.WAITING, "{'action':'intercept'}"), """
                    {'target_type':{'required':{'message':'No target type specified'}}}""");
            assertRefused(lines.act(Lines.WAITING, "{'action':'intercept','target_type':'user'}"), """
                    {'target_id':{'required':{'message':'No target id specified'}}}""");
        }

        private String at(String type, String id) {
            return "{'action':'intercept','target_type':'" + type + "','target_id':'" + id + "'";
        }

        @Test
        void connectALegToAnotherPhone() {
            assertDone(lines.act(Lines.WAITING, at("user", Lines.ANN) + "}"), "intercept initiated");
            assertThat(otherOf(Lines.WAITING).text("owner_id")).isEqualTo(Lines.ANN);
        }

        @Test
        void leaveTwoWhoTalkAloneUnlessTold() {
            lines.act(Lines.ANNS_LEG, at("device", Lines.LOBBY) + "}");
            assertThat(otherOf(Lines.ANNS_LEG).text("call_id")).isEqualTo(Lines.BOBS_LEG);
            lines.act(Lines.ANNS_LEG, at("device", Lines.LOBBY) + ",'unbridged_only':false}");
            assertThat(lines.ids("channels")).hasSize(3).doesNotContain(Lines.BOBS_LEG);
            assertThat(otherOf(Lines.ANNS_LEG).text("callee_id_name")).isEqualTo("Lobby");
        }

        @Test
        void ofNobodyChangeNothing() {
            lines.act(Lines.WAITING, at("device", "nobody") + "}");
            assertThat(lines.leg(Lines.WAITING).has("other_leg_call_id")).isFalse();
        }
    }

    @Nested
    class OfNewestKazoo {
        @Test
        void aMoveLetsTheCallGoOnAtAnotherPhone() {
            assertDone(
                    lines.act(Lines.BOBS_LEG, "{'action':'move','device_id':'" + Lines.LOBBY + "'}"), "move initiated");
            assertThat(lines.ids("channels")).hasSize(3).doesNotContain(Lines.BOBS_LEG);
            assertThat(otherOf(Lines.ANNS_LEG).text("callee_id_name")).isEqualTo("Lobby");
            lines.act(Lines.ANNS_LEG, "{'action':'move','owner_id':'" + Lines.BOB + "'}");
            assertThat(lines.ids("channels")).doesNotContain(Lines.ANNS_LEG);
        }

        @Test
        void recordingLeavesNothingToSee() {
            assertDone(lines.act(Lines.ANNS_LEG, "{'action':'start_record'}"), "start_record initiated");
            assertDone(lines.act(Lines.ANNS_LEG, "{'action':'stop_record'}"), "stop_record initiated");
        }

        @Test
        void areUnknownInKazoo50() {
            try (Meeting older = new Meeting("kazoo-5.0")) {
                older.dial("1001");
                String path = "channels/" + older.channels().get(0).text("uuid");
                for (String action : List.of("move", "start_record", "stop_record")) {
                    Response refused = older.office.post(path, "{'action':'" + action + "'}");
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.body().text("message")).isEqualTo("invalid data");
                }
                assertThat(older.office.post(path, "{'action':'break'}").status())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    class Metaflows {
        private Response send(String flow) {
            return lines.office.put("channels/" + Lines.ANNS_LEG, "{'action':'metaflow','data':" + flow + "}");
        }

        @Test
        void needAModule() {
            assertThat(send("{}").data().keys()).containsExactly("module");
            Response refused = lines.office.put("channels/" + Lines.ANNS_LEG, "{'action':'dance'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).isEqualTo("invalid data");
        }

        @Test
        void hangUp() {
            assertDone(send("{'module':'hangup','data':{}}"), "metaflow sent");
            assertThat(lines.ids("channels")).containsExactly(Lines.WAITING);
        }

        @Test
        void mayHaveTheirActionInTheEnvelope() {
            String envelope = json("{'action':'metaflow','data':{'module':'hangup','data':{}}}")
                    .toString();
            assertDone(
                    lines.boss().send("PUT", lines.office.at("channels/" + Lines.ANNS_LEG), envelope), "metaflow sent");
            assertThat(lines.ids("channels")).containsExactly(Lines.WAITING);
        }

        @Test
        void hold() {
            send("{'module':'hold'}");
            assertThat(lines.leg(Lines.ANNS_LEG).isTrue("is_on_hold")).isTrue();
            send("{'module':'hold_control','data':{'action':'toggle'}}");
            assertThat(lines.leg(Lines.ANNS_LEG).isTrue("is_on_hold")).isFalse();
            send("{'module':'hold_control','data':{'action':'hold'}}");
            assertThat(lines.leg(Lines.ANNS_LEG).isTrue("is_on_hold")).isTrue();
        }

        @Test
        void transferAndRunCallflows() {
            send("{'module':'callflow','data':{'id':'other'}}");
            JsonObject row = (JsonObject)
                    lines.office.get("channels").body().array("data").get(0);
            assertThat(row.text("callflow_id")).isEqualTo("other");
            send("{'module':'transfer','data':{'target':'2600'}}");
            assertThat(lines.ids("channels")).doesNotContain(Lines.ANNS_LEG);
        }

        @Test
        void mayHaveNoEffectThatCouldBeSeen() {
            assertDone(send("{'module':'say','data':{'text':'hello'}}"), "metaflow sent");
        }
    }
}
