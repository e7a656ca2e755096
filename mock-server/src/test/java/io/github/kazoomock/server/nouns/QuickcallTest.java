package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuickcallTest {
    private Office office;
    private String user = "";
    private String device = "";

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        user = office.made("users", "{'first_name':'P','last_name':'S'}");
        device = phone(office, user, "desk");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static String phone(Office where, String owner, String name) {
        return where.made(
                "devices",
                "{'name':'" + name + "','owner_id':'" + owner + "','sip':{'username':'" + name
                        + "_sip','password':'secret'},'media':{'audio':{'codecs':['PCMU']}},"
                        + "'caller_id':{'external':{'name':'Out','number':'+16175550100'},"
                        + "'internal':{'name':'In','number':'1001'}}}");
    }

    @Test
    void aPhoneRingsFirstAndThenTheNumberIsCalled() {
        Response made = office.get("devices/" + device + "/quickcall/14155550123");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.data().without("endpoints")).isEqualTo(json("""
                        {'application_data':{'route':'14155550123'},'application_name':'transfer',
                         'continue_on_fail':false,'custom_application_vars':{},
                         'custom_channel_vars':{'account_id':'%s','authorizing_id':'%s','authorizing_type':'device',
                                                'inherit_codec':'false','retain_cid':'false'},
                         'dial_endpoint_method':'simultaneous',
                         'export_custom_channel_vars':['Account-ID','Authorizing-ID','Authorizing-Type',
                             'Outbound-Callee-ID-Name','Outbound-Callee-ID-Number','Retain-CID'],
                         'ignore_early_media':true,'media':'process',
                         'outbound_callee_id_name':'Out','outbound_callee_id_number':'+16175550100',
                         'outbound_caller_id_name':'Device QuickCall',
                         'outbound_caller_id_number':'14155550123','timeout':30,
                         'start_control_process':false}""".formatted(office.account(), device)));
        JsonObject endpoint = (JsonObject) made.data().array("endpoints").get(0);
        assertThat(endpoint.text("outbound_call_id")).matches("[0-9a-f]{36}-quickcall");
        assertThat(endpoint.without("outbound_call_id"))
                .isEqualTo(json("""
                        {'codecs':['PCMU'],
                         'custom_channel_vars':{'account_id':'%s','authorizing_id':'%s','authorizing_type':'device',
                             'media_encryption_enforce_security':false,'owner_id':'%s',
                             'sip_invite_domain':'harbor.example.net','auto_answer':true},
                         'custom_sip_headers':{'x_kazoo_invite_format':'contact',
                                               'x_kazoo_aor':'sip:desk_sip@harbor.example.net'},
                         'endpoint_id':'%s','ignore_completed_elsewhere':false,'invite_format':'contact',
                         'presence_id':'desk_sip@harbor.example.net','to_did':'14155550123',
                         'to_realm':'harbor.example.net','to_user':'desk_sip','to_username':'desk_sip'}""".formatted(office.account(), device, user, device)));
    }

    @Test
    void aPostIsAcceptedAndInKazoo50A200() {
        office.patch("users/" + user, "{'caller_id':{'internal':{'number':'1001'}}}");
        Response made = office.post("users/" + user + "/quickcall/1002", "{}");
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.data().text("custom_channel_vars", "authorizing_type")).isEqualTo("user");
        assertThat(made.data().text("outbound_callee_id_number")).isEqualTo("1001");
        try (Office older = new Office("kazoo-5.0")) {
            String owner = older.made("users", "{'first_name':'P','last_name':'S'}");
            String phone = phone(older, owner, "desk");
            Response inOlder = older.post(
                    "devices/" + phone + "/quickcall/1002?auto_answer=false&caller-id-name=Me", "{'auto_answer':true}");
            assertThat(inOlder.status()).isEqualTo(200);
            assertThat(inOlder.data().text("outbound_caller_id_name")).isEqualTo("Device QuickCall");
            assertThat(inOlder.data().has("start_control_process")).isFalse();
            JsonObject endpoint = (JsonObject) inOlder.data().array("endpoints").get(0);
            assertThat(endpoint.object("custom_channel_vars").get("auto_answer"))
                    .hasToString("false");
        }
    }

    @Test
    void allPhonesOfAUserRingAndNoneAnswersByItself() {
        phone(office, user, "hall");
        office.made(
                "devices", "{'name':'Guest','sip':{'username':'guest_sip'},'hotdesk':{'users':{'" + user + "':{}}}}");
        Response made = office.get("users/" + user + "/quickcall/1002");
        assertThat(made.data().array("endpoints").values())
                .hasSize(3)
                .allSatisfy(endpoint -> assertThat(((JsonObject) endpoint)
                                .object("custom_channel_vars")
                                .has("auto_answer"))
                        .isFalse());
    }

    @Nested
    class Options {
        @Test
        void comeFromTheQueryOrTheBody() {
            String query = "?cid-name=Ann&cid-number=7&caller-id-name=Bob&caller-id-number=8&media=bypass"
                    + "&ignore-early-media=false&timeout=12&target_call_id=abc&auto_answer=false";
            Response asked = office.get("devices/" + device + "/quickcall/1002" + query);
            Response sent = office.post(
                    "devices/" + device + "/quickcall/1002",
                    "{'cid-name':'Ann','cid-number':'7','caller-id-name':'Bob','caller-id-number':'8',"
                            + "'media':'bypass','ignore-early-media':false,'timeout':12,'target_call_id':'abc',"
                            + "'auto_answer':false}");
            assertThat(sent.data().without("endpoints")).isEqualTo(asked.data().without("endpoints"));
            assertThat(asked.data().filterKeys(key -> key.startsWith("outbound")))
                    .isEqualTo(json("{'outbound_callee_id_name':'Ann','outbound_callee_id_number':'7',"
                            + "'outbound_caller_id_name':'Bob','outbound_caller_id_number':'8'}"));
            assertThat(asked.data().text("custom_channel_vars", "retain_cid")).isEqualTo("true");
            assertThat(asked.data().filterKeys(key -> key.matches("media|ignore_.*|timeout|existing_.*")))
                    .isEqualTo(json("{'existing_call_id':'abc','ignore_early_media':false,'media':'bypass',"
                            + "'timeout':12}"));
        }

        @Test
        void aTimeoutThatIsNoneOrTooShortIsThirtySeconds() {
            for (String timeout : new String[] {"3", "0", "-1", "soon"}) {
                Response made = office.get("devices/" + device + "/quickcall/1002?timeout=" + timeout);
                assertThat(made.data().integer(0, "timeout")).as(timeout).isEqualTo(30);
            }
        }

        @Test
        void theNumberIsFilteredAndTheRouteIsNot() {
            assertThat(called("(415)%20555-0123", "")).isEqualTo("4155550123");
            assertThat(called("415-555", "?number_filter=false")).isEqualTo("415-555");
            assertThat(called("9415555", "?number_filter=%5E9(.*)")).isEqualTo("415555");
            assertThat(called("415-555", "?number_filter=%5E9(.*)")).isEqualTo("415-555");
            assertThat(called("415-555", "?number_filter=(")).isEqualTo("415-555");
            Response made = office.get("devices/" + device + "/quickcall/415-555");
            assertThat(made.data().text("application_data", "route")).isEqualTo("415-555");
        }

        private String called(String number, String query) {
            Response made = office.get("devices/" + device + "/quickcall/" + number + query);
            return made.data().textOr("outbound_caller_id_number", "");
        }
    }

    @Nested
    class Refusals {
        @Test
        void withoutAPhoneThatCouldRingNothingStarts() {
            String nobody = office.made("users", "{'first_name':'P','last_name':'S'}");
            Response refused = office.get("users/" + nobody + "/quickcall/1002");
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.body().text("message")).isEqualTo("unspecified_fault");
            assertThat(refused.data()).isEqualTo(json("{'message':'unspecified fault'}"));
        }

        @Test
        void aPhoneThatIsOffQuietOrNowhereDoesNotRing() {
            office.patch("devices/" + device, "{'enabled':false}");
            assertThat(call().status()).isEqualTo(500);
            office.patch("devices/" + device, "{'enabled':true,'do_not_disturb':{'enabled':true}}");
            assertThat(call().status()).isEqualTo(500);
            office.patch("devices/" + device, "{'do_not_disturb':null}");
            assertThat(call().status()).isEqualTo(200);
            office.patch("users/" + user, "{'do_not_disturb':{'enabled':true}}");
            assertThat(call().status()).isEqualTo(500);
            String bare = office.made("devices", "{'name':'bare'}");
            assertThat(office.get("devices/" + bare + "/quickcall/1").status()).isEqualTo(500);
        }

        private Response call() {
            return office.get("devices/" + device + "/quickcall/1002");
        }

        @Test
        void aTokenIsNeeded() {
            TestClient anonymous = TestClient.of(office.server());
            String path = office.at("devices/" + device + "/quickcall/1002");
            assertThat(anonymous.get(path).status()).isEqualTo(401);
            assertThat(anonymous.post(path, JsonObject.EMPTY).body().text("message"))
                    .isEqualTo("invalid_credentials");
        }

        @Test
        void whoeverCallsMustBeThere() {
            assertThat(office.get("devices/nothing/quickcall/1").status()).isEqualTo(404);
            assertThat(office.get("users/" + device + "/quickcall/1").status()).isEqualTo(404);
            assertThat(office.get("quickcall/1").body().text("message")).isEqualTo("not_found");
            assertThat(office.put("devices/" + device + "/quickcall/1", "{}").status())
                    .isEqualTo(405);
        }
    }
}
