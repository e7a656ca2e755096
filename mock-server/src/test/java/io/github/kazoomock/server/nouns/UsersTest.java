package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UsersTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Nested
    class LifeOfAUser {
        @Test
        void aNewUserHasTheDefaultsOfTheSchemaAndALocation() {
            Response made = office.put("users", "{'first_name':'Pat','last_name':'Sample'}");
            String id = made.data().textOr("id", "");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().without("id")).isEqualTo(json("""
                                    {'call_restriction':{},'contact_list':{},'enabled':true,'first_name':'Pat',
                                     'hotdesk':{'enabled':false,'keep_logged_in_elsewhere':false,'require_pin':false},
                                     'last_name':'Sample','music_on_hold':{},'priv_level':'user',
                                     'require_password_update':false,'ringtones':{},'verified':false,
                                     'vm_to_email_enabled':true}"""));
            assertThat(id).matches("[0-9a-f]{32}");
            assertThat(made.header("location")).isEqualTo("/v2/" + office.at("users/" + id));
            assertThat(made.body().text("revision")).matches("1-[0-9a-f]{32}");
            assertThat(made.body().object("metadata").keys()).containsExactly("id", "created", "modified");
        }

        @Test
        void anIdOfTheClientsIsIgnored() {
            String wanted = "0123456789abcdef0123456789abcdef";
            Response made = office.put("users", "{'first_name':'P','last_name':'S','id':'" + wanted + "'}");
            assertThat(made.data().text("id")).isNotEqualTo(wanted);
        }

        @Test
        void aUserReadsBackAsItWasMade() {
            Response made = office.put("users", "{'first_name':'Pat','last_name':'Sample','x':{'y':[1]}}");
            Response read = office.get("users/" + made.data().text("id"));
            assertThat(read.data()).isEqualTo(made.data().with(Json.of(false), "has_avatar"));
            assertThat(read.body().text("revision"))
                    .isEqualTo(made.body().text("revision"))
                    .isNotNull();
            assertThat(read.body().object("metadata").isTrue("is_password_expired"))
                    .isFalse();
            assertThat(read.body().object("metadata").has("is_password_expired"))
                    .isTrue();
        }

        @Test
        void whatAReadAddsIsNotStoredWhenItIsSentBack() {
            String id = office.made("users", "{'first_name':'Pat','last_name':'Sample'}");
            Response saved = office.client()
                    .post(office.at("users/" + id), office.get("users/" + id).data());
            assertThat(saved.data().has("has_avatar")).isFalse();
            assertThat(saved.body().text("revision")).startsWith("2-");
        }

        @Test
        void aPostReplacesWhatAClientMayWrite() {
            String id = office.made("users", "{'first_name':'Pat','last_name':'Sample','x':1}");
            Response saved = office.post("users/" + id, "{'first_name':'Pat','last_name':'Other','y':2}");
            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.data().has("x")).isFalse();
            assertThat(saved.data().integer(0, "y")).isEqualTo(2);
        }

        @Test
        void aPatchMergesNullRemovesAndAnEmptyObjectReplaces() {
            String id = office.made(
                    "users", "{'first_name':'Pat','last_name':'Sample','a':{'b':1,'c':2},'d':{'e':1},'f':[1,2],'g':1}");
            Response saved = office.patch("users/" + id, "{'a':{'b':null,'x':3},'d':{},'f':[3],'g':null}");
            assertThat(saved.data().object("a")).isEqualTo(json("{'c':2,'x':3}"));
            assertThat(saved.data().object("d")).isEqualTo(JsonObject.EMPTY);
            assertThat(saved.data().has("d")).isTrue();
            assertThat(saved.data().array("f")).isEqualTo(Json.parse("[3]"));
            assertThat(saved.data().has("g")).isFalse();
        }

        @Test
        void aDeletedUserIsShownOnceMoreAndIsGone() {
            String id = office.made("users", "{'first_name':'Pat','last_name':'Sample'}");
            Response deleted = office.delete("users/" + id);
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.data().text("first_name")).isEqualTo("Pat");
            assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
            Response read = office.get("users/" + id);
            assertThat(read.status()).isEqualTo(404);
            assertThat(read.body().text("message")).isEqualTo("bad_identifier");
            assertThat(read.data()).isEqualTo(json("{'message':'bad identifier','cause':'" + id + "'}"));
            assertThat(office.delete("users/" + id).status()).isEqualTo(404);
            assertThat(office.get("users").text()).doesNotContain(id);
        }

        @Test
        void theNameOfADeletedUserIsFree() {
            String user = "{'first_name':'Pat','last_name':'Sample','username':'pat','password':'x'}";
            office.delete("users/" + office.made("users", user));
            assertThat(office.put("users", user).status()).isEqualTo(201);
        }

        @Test
        void kazoo50MarksADeletedUserInItsData() {
            try (Office older = new Office("kazoo-5.0")) {
                String id = older.made("users", "{'first_name':'Pat','last_name':'Sample'}");
                Response deleted = older.delete("users/" + id);
                assertThat(deleted.data().object("_read_only")).isEqualTo(json("{'deleted':true}"));
                assertThat(deleted.body().has("metadata")).isFalse();
            }
        }

        @Test
        void anUnknownIdIsNotFoundWhateverTheBodySays() {
            assertThat(office.post("users/nobody", "{}").status()).isEqualTo(404);
            assertThat(office.patch("users/nobody", "{}").status()).isEqualTo(404);
        }

        @Test
        void aPutOnAUserIsNoMethod() {
            Response refused = office.put("users/anybody", "{}");
            assertThat(refused.status()).isEqualTo(405);
        }

        @Test
        void aTagThatWasReadGuardsTheNextWrite() {
            String id = office.made("users", "{'first_name':'Pat','last_name':'Sample'}");
            String tag = office.tag("users/" + id);
            String path = office.at("users/" + id);
            assertThat(office.client().with("If-None-Match", tag).get(path).status())
                    .isEqualTo(304);
            JsonObject change = json("{'first_name':'Pit'}");
            assertThat(office.client().with("If-Match", tag).patch(path, change).status())
                    .isEqualTo(200);
            assertThat(office.client().with("If-Match", tag).patch(path, change).status())
                    .isEqualTo(412);
            assertThat(office.get("users/" + id).body().text("revision")).startsWith("2-");
        }
    }

    @Nested
    class Addresses {
        private static final String USER = "{'first_name':'P','last_name':'S','addresses':";
        private static final String CARD = "[{'address':'1 Pier','types':['work']}]";

        @Test
        void ofTheCardAreAList() {
            Response made = office.put("users", USER + "{'vcard':" + CARD + "}}");
            assertThat(made.data().object("addresses")).isEqualTo(json("{'vcard':" + CARD + "}"));
            Response refused = office.put("users", USER + "{'vcard':[{'types':[]}]}}");
            assertThat(refused.data().keys()).containsExactly("addresses%2Evcard%2E0%2Eaddress");
        }

        @Test
        void inTheOldFormAreMovedByAChange() {
            String id = office.made("users", "{'first_name':'P','last_name':'S'}");
            Response saved = office.post("users/" + id, USER + CARD + "}");
            assertThat(saved.data().object("addresses")).isEqualTo(json("{'vcard':" + CARD + "}"));
            office.patch("users/" + id, "{'addresses':{'x':1,'vcard':[]}}");
            Response patched = office.patch("users/" + id, "{'addresses':" + CARD + "}");
            assertThat(patched.data().object("addresses")).isEqualTo(json("{'x':1,'vcard':" + CARD + "}"));
        }

        @Test
        void areNotMovedInKazoo50() {
            try (Office older = new Office("kazoo-5.0")) {
                String id = older.made("users", "{'first_name':'P','last_name':'S'}");
                assertThat(older.post("users/" + id, USER + CARD + "}").status())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void failoverIsPartOfAUser() {
        Response made = office.put("users", "{'first_name':'P','last_name':'S','call_failover':{'number':'1'}}");
        assertThat(made.data().object("call_failover")).isEqualTo(json("""
                {'number':'1','direct_calls_only':false,'enabled':false,'ignore_early_media':true,
                 'keep_caller_id':true,'require_keypress':true}"""));
    }

    @Nested
    class RefusedUsers {
        @Test
        void nestedFieldsOfSchemaErrorsEscapeTheirDots() {
            Response refused = office.put(
                    "users",
                    "{'first_name':'P','last_name':'S','addresses':{'emergency':{'name':'x','house_number':1,"
                            + "'locality':'x','postal_code':'1','region':'x','street':'x'}}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).isEqualTo("validation error");
            assertThat(refused.data()).isEqualTo(json("""
                                    {'addresses%2Eemergency%2Ecountry':{'required':
                                      {'message':'Field is required but missing','value':'country'}}}"""));
        }

        @Test
        void addressesAreNoListAnyMore() {
            Response refused = office.put("users", "{'first_name':'P','last_name':'S','addresses':[]}");
            assertThat(refused.data()).isEqualTo(json("""
                                    {'addresses':{'type':
                                      {'message':'Value did not match type(s): object','target':'object','value':[]}}}"""));
        }

        @Test
        void allThatIsWrongIsToldAtOnce() {
            Response refused = office.put("users", "{'first_name':'','username':'GRACE','hotdesk':{'pin':'1'}}");
            assertThat(refused.data().keys())
                    .containsExactlyInAnyOrder("first_name", "last_name", "username", "password", "hotdesk%2Epin");
        }

        @Test
        void aListIsNoUser() {
            Response refused = office.client().send("PUT", office.at("users"), "{\"data\":[{}]}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data()).isEqualTo(json("""
                                    {'':{'type':{'message':'Value did not match type(s): object',
                                                 'target':'object','value':[{}]}}}"""));
        }

        @Test
        void aUserNameIsTakenOnceInAnAccountInAnyCase() {
            Response refused =
                    office.put("users", "{'first_name':'P','last_name':'S','username':'Milo','password':'secret'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data()).isEqualTo(json("""
                                    {'username':{'unique':
                                      {'message':'Username must be unique within account','cause':'milo'}}}"""));
            assertThat(office.as("admin")
                            .put("users", "{'first_name':'P','last_name':'S','username':'milo','password':'secret'}")
                            .status())
                    .as("in another account")
                    .isEqualTo(201);
        }

        @Test
        void aHotDeskNumberIsTakenOnce() {
            office.made("users", "{'first_name':'P','last_name':'S','hotdesk':{'id':'77'}}");
            Response refused = office.put("users", "{'first_name':'Q','last_name':'S','hotdesk':{'id':'77'}}");
            assertThat(refused.data()).isEqualTo(json("""
                                    {'hotdesk.id':{'unique':
                                      {'message':'Hotdesk ID must be unique within account','cause':'77'}}}"""));
        }

        @Test
        void aUserKeepsItsOwnNameAndHotDeskNumber() {
            String user = "{'first_name':'P','last_name':'S','username':'pat','password':'x','hotdesk':{'id':'77'}}";
            String id = office.made("users", user);
            assertThat(office.post("users/" + id, user).status()).isEqualTo(200);
        }

        @Test
        void failoverIsNoPartOfForwarding() {
            Response refused = office.put(
                    "users", "{'first_name':'P','last_name':'S','call_forward':{'enabled':true,'failover':true}}");
            assertThat(refused.data().keys()).containsExactly("call_forward%2Efailover");
            assertThat(refused.data().object("call_forward%2Efailover").keys()).containsExactly("additionalProperties");
        }
    }

    @Test
    void aFieldHasAllItsBrokenRulesAndInKazoo50TheLast() {
        String body = "{'first_name':'P','last_name':'S','username':'','password':'x'}";
        assertThat(office.put("users", body).data().object("username").keys())
                .containsExactlyInAnyOrder("minLength", "pattern");
        try (Office older = new Office("kazoo-5.0")) {
            assertThat(older.put("users", body).data().object("username").keys())
                    .containsExactly("pattern");
        }
    }

    @Test
    void partsOfAUserThatAreNotServedAreNotFound() {
        for (String part : List.of("qrcode", "nonsense")) {
            Response refused = office.get("users/anybody/" + part);
            assertThat(refused.status()).as(part).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("not_found");
        }
    }

    @Test
    void anEmergencyNumberIsStoredInFull() {
        Response made = office.put(
                "users", "{'first_name':'P','last_name':'S','caller_id':{'emergency':{'number':'(415) 886-7900'}}}");
        assertThat(made.data().text("caller_id", "emergency", "number")).isEqualTo("+14158867900");
    }

    @Test
    void ordersToTheServerAreNotStored() {
        Response made = office.put("users", "{'first_name':'P','last_name':'S','send_email_on_creation':false}");
        Response saved = office.patch("users/" + made.data().text("id"), "{'sync':true,'confirm_password':'x'}");
        assertThat(made.data().keys()).doesNotContain("send_email_on_creation");
        assertThat(saved.data().keys()).doesNotContain("sync", "confirm_password");
    }
}
