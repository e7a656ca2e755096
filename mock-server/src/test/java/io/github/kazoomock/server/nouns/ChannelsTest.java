package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ChannelsTest {
    private Lines lines;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        lines = Lines.open(folder);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Nested
    class Lists {
        @Test
        void ofTheAccountAreWithoutPages() {
            Response list = lines.office.get("channels");
            assertThat(Lines.ids(list)).containsExactly(Lines.ANNS_LEG, Lines.BOBS_LEG, Lines.WAITING);
            assertThat(list.body().keys()).doesNotContain("page_size", "start_key", "next_start_key");
        }

        @Test
        void tellWhatIsKnownOfALeg() {
            JsonObject row = (JsonObject)
                    lines.office.get("channels").body().array("data").get(0);
            long started = row.integer(0, "timestamp");
            String account = lines.office.account();
            assertThat(row.without("elapsed_s").without("interaction_id")).isEqualTo(json("""
                    {'answered':true,'authorizing_id':'%2$s','authorizing_type':'device','callflow_id':'f',
                     'custom_application_vars':{},
                     'custom_channel_vars':{'account_id':'%1$s','authorizing_id':'%2$s',
                      'authorizing_type':'device','owner_id':'%3$s'},
                     'destination':'1002','direction':'inbound','is_loopback':false,'is_onhold':false,
                     'other_leg':'%4$s','owner_id':'%3$s','presence_id':'ann@top.example.com',
                     'reseller_id':'%1$s','timestamp':%5$d,'username':'ann','uuid':'%6$s'}""".formatted(
                            account, Lines.ANNS_PHONE, Lines.ANN, Lines.BOBS_LEG, started, Lines.ANNS_LEG)));
            assertThat(row.integer(0, "elapsed_s")).isBetween(90L, 120L);
        }

        @Test
        void tellTheOtherLegOnBothSidesAndWhatTheyHaveInCommon() {
            JsonObject ann = (JsonObject)
                    lines.office.get("channels").body().array("data").get(0);
            JsonObject bob = (JsonObject)
                    lines.office.get("channels").body().array("data").get(1);
            assertThat(bob.text("other_leg")).isEqualTo(Lines.ANNS_LEG);
            assertThat(bob.text("interaction_id")).isEqualTo(ann.text("interaction_id"));
        }

        @Test
        void ofAUserOrADeviceAreTheirs() {
            assertThat(lines.ids("users/" + Lines.ANN + "/channels")).containsExactly(Lines.ANNS_LEG);
            assertThat(lines.ids("devices/" + Lines.LOBBY + "/channels")).containsExactly(Lines.WAITING);
            assertThat(lines.office.get("users/nobody/channels").status()).isEqualTo(404);
        }

        @Test
        void ofAGroupAreItsMembers() {
            assumeTrue(lines.office.get("groups").status() == 200, "skipped: there are no groups yet");
            String group = lines.office.made(
                    "groups",
                    "{'name':'All','endpoints':{'" + Lines.BOB + "':{'type':'user'},'" + Lines.LOBBY
                            + "':{'type':'device'}}}");
            assertThat(lines.ids("groups/" + group + "/channels")).containsExactly(Lines.BOBS_LEG, Lines.WAITING);
        }

        @Test
        void ofEverybodyAreTheSuperduperAdmins() {
            Response all = lines.boss().get("channels");
            assertThat(Lines.ids(all)).hasSize(4).contains(Lines.ELSEWHERE);
            try (Office demo = new Office("kazoo-5")) {
                assertThat(demo.client().get("channels").status()).isEqualTo(403);
            }
        }

        @Test
        void mayBeTables() {
            Response table = lines.boss().with("Accept", "text/csv").get(lines.office.at("channels"));
            assertThat(table.header("content-type")).isEqualTo("text/csv");
            assertThat(table.text().lines()).hasSize(4);
            assertThat(table.text()).startsWith("\"answered\",\"authorizing_id\"");
        }

        @Test
        void areEmptyWhenNobodyTalks() {
            try (Office demo = new Office("kazoo-5")) {
                assertThat(demo.get("channels").body().array("data").size()).isZero();
                Response table = demo.client().with("Accept", "text/csv").get(demo.at("channels"));
                assertThat(table.status()).isEqualTo(204);
            }
        }
    }

    @Nested
    class OneLeg {
        @Test
        void isToldWithOtherKeysThanInAList() {
            JsonObject ann = lines.leg(Lines.ANNS_LEG);
            assertThat(ann.keys())
                    .containsExactlyInAnyOrder(
                            "answered",
                            "call_direction",
                            "call_id",
                            "call_interaction_id",
                            "callee_id_name",
                            "callee_id_number",
                            "caller_id_name",
                            "caller_id_number",
                            "custom_channel_vars",
                            "custom_application_vars",
                            "elapsed_seconds",
                            "from",
                            "is_on_hold",
                            "other_leg_call_id",
                            "owner_id",
                            "presence_id",
                            "request",
                            "timestamp",
                            "to");
            assertThat(ann.text("caller_id_name")).isEqualTo("Ann");
            assertThat(ann.text("caller_id_number")).isEqualTo("1001");
            assertThat(ann.text("callee_id_name")).isEqualTo("Bob at his desk");
            assertThat(ann.text("callee_id_number")).isEqualTo("bob");
            assertThat(ann.text("from")).isEqualTo("1001@top.example.com");
            assertThat(ann.text("to")).isEqualTo("1002@top.example.com");
        }

        @Test
        void mayRingAndHaveNobodyAtTheOtherEnd() {
            JsonObject waiting = lines.leg(Lines.WAITING);
            assertThat(waiting.isTrue("answered")).isFalse();
            assertThat(waiting.has("other_leg_call_id")).isFalse();
            assertThat(waiting.text("caller_id_number")).isEqualTo("4158867900");
            assertThat(waiting.text("caller_id_name")).isEqualTo("Lobby");
        }

        @Test
        void thatIsOverOrAnotherAccountsIsNotFound() {
            for (String id : new String[] {"nothing", Lines.ELSEWHERE}) {
                Response refused = lines.office.get("channels/" + id);
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.body().text("message")).isEqualTo("bad identifier");
                assertThat(refused.body().array("data").texts()).containsExactly(id);
                assertThat(lines.act(id, "{'action':'hangup'}").status()).isEqualTo(404);
                assertThat(lines.office
                                .put("channels/" + id, "{'action':'metaflow'}")
                                .status())
                        .isEqualTo(404);
            }
            assertThat(lines.boss().get("channels/" + Lines.ANNS_LEG).status()).isEqualTo(404);
        }
    }
}
