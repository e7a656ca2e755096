package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallflowsTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** What a front end makes of a feature code: a pattern instead of a number. */
    private static final String PARK = """
            {'name':'Park','patterns':['^\\\\*3([0-9]*)$'],'featurecode':{'name':'park_and_retrieve','number':'3'},
             'type':'feature','ui_metadata':{'origin':'voip','ui':'monster-ui'},
             'flow':{'module':'park','data':{'action':'auto'},'children':{}}}""";

    @Test
    void aNewCallflowHasTheDefaultsOfTheSchemaAndOfItsModules() {
        Response made = office.put("callflows", """
                {'numbers':['1001'],'flow':{'module':'user','data':{'id':'u'},
                 'children':{'_':{'module':'voicemail','data':{'id':'0123456789abcdef0123456789abcdef'}}}}}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().without("id")).isEqualTo(json("""
                {'numbers':['1001'],'patterns':[],'flow':{'module':'user',
                 'data':{'id':'u','delay':0,'strategy':'simultaneous','timeout':20},
                 'children':{'_':{'module':'voicemail','data':{'id':'0123456789abcdef0123456789abcdef',
                  'action':'compose','callerid_match_login':false,'interdigit_timeout':2000,
                  'max_message_length':500,'single_mailbox_login':false}}}}}"""));
        assertThat(made.header("location"))
                .isEqualTo("/v2/" + office.at("callflows/" + made.data().text("id")));
    }

    @Test
    void aFeatureCodeNeedsNoNumber() {
        Response made = office.put("callflows", PARK);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().array("patterns").texts()).containsExactly("^\\*3([0-9]*)$");
        assertThat(made.data().array("numbers").size()).isZero();
        assertThat(made.data().object("ui_metadata")).isEqualTo(json("{'origin':'voip','ui':'monster-ui'}"));
    }

    @Test
    void aCallflowIsReadReplacedPatchedAndDeleted() {
        Response made = office.put("callflows", "{'name':'A','numbers':['1'],'x':1,'flow':{'module':'noop'}}");
        String path = "callflows/" + made.data().text("id");
        assertThat(office.get(path).data().without(CallflowMetadata.KEY)).isEqualTo(made.data());
        Response replaced = office.post(path, "{'numbers':['2'],'flow':{'module':'hangup'}}");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.data().keys()).doesNotContain("x", "name");
        Response patched = office.patch(path, "{'flow':{'module':'sleep'}}");
        assertThat(patched.data().object("flow"))
                .isEqualTo(json("{'module':'sleep','data':{'duration':0,'unit':'s'}}"));
        assertThat(patched.data().array("numbers").texts()).containsExactly("2");
        Response deleted = office.delete(path);
        assertThat(deleted.data()).isEqualTo(patched.data());
        assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
        assertThat(office.get(path).status()).isEqualTo(404);
        assertThat(office.put("callflows", "{'numbers':['2'],'flow':{'module':'noop'}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anUnknownCallflowIsNotFoundBeforeItsBodyIsRead() {
        assertThat(office.get("callflows/nothing").data())
                .isEqualTo(json("{'message':'bad identifier','cause':'nothing'}"));
        assertThat(office.delete("callflows/nothing").status()).isEqualTo(404);
        assertThat(office.post("callflows/nothing", "{}").status()).isEqualTo(404);
        assertThat(office.patch("callflows/nothing", "{}").status()).isEqualTo(404);
        try (Office older = new Office("kazoo-5.0")) {
            assertThat(older.post("callflows/nothing", "{}").status()).isEqualTo(400);
            assertThat(older.post("callflows/nothing", "{'numbers':['1']}").status())
                    .isEqualTo(404);
            assertThat(older.patch("callflows/nothing", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void otherAccountsSeeNothingOfIt() {
        String id = office.made("callflows", PARK);
        assertThat(office.client()
                        .get("accounts/" + office.child() + "/callflows/" + id)
                        .status())
                .isEqualTo(404);
        String above = office.login("nora").accountId();
        assertThat(office.client().get("accounts/" + above + "/callflows").status())
                .isEqualTo(403);
    }

    @Nested
    class What_the_ids_stand_for {
        @Test
        void isToldToWhoeverReadsTheCallflow() {
            String user = office.made("users", "{'first_name':'Ada','last_name':'Miller'}");
            String device = office.made("devices", "{'name':'Desk'}");
            String inner =
                    office.made("callflows", "{'name':'Inner','numbers':['4158867900'],'flow':{'module':'noop'}}");
            String body = "{'numbers':['1001'],'flow':{'module':'user','data':{'id':'" + user + "'},'children':{"
                    + "'_':{'module':'eavesdrop','data':{'approved_user_id':'nobody','device_id':'" + device + "'}},"
                    + "'" + inner + "':{'module':'noop'},'1':{'module':'noop'}}}}";
            String path = "callflows/" + office.made("callflows", body);
            JsonObject metadata = office.get(path).data().object("metadata");
            assertThat(metadata)
                    .isEqualTo(JsonObject.of(
                                    user,
                                    json("{'name':'Ada Miller','pvt_type':'user'}"),
                                    device,
                                    json("{'name':'Desk','pvt_type':'device'}"))
                            .with(json("{'name':'Inner','numbers':['+14158867900'],'pvt_type':'callflow'}"), inner));
            assertThat(office.patch(path, "{'name':'x'}").data().has("metadata"))
                    .isFalse();
        }

        @Test
        void isNothingWhereThereAreNoIds() {
            String path = "callflows/" + office.made("callflows", PARK);
            assertThat(office.get(path).data().object("metadata")).isEqualTo(JsonObject.EMPTY);
            assertThat(office.get(path).data().has("metadata")).isTrue();
        }

        @Test
        void isStoredWhenItIsSentAndStillComputedAnew() {
            String path = "callflows/" + office.made("callflows", PARK);
            JsonObject read = office.get(path).data().with(Json.of("old"), "metadata");
            assertThat(office.client().post(office.at(path), read).data().text("metadata"))
                    .isEqualTo("old");
            assertThat(office.get(path).data().object("metadata")).isEqualTo(JsonObject.EMPTY);
            assertThat(office.get(path).data().text("metadata")).isNull();
        }
    }

    @Test
    void aCallflowNeedsAFlowButInKazoo50() {
        assertThat(office.put("callflows", "{'numbers':['1001']}").data())
                .isEqualTo(json("{'flow':{'required':{'message':'Field is required but missing','value':'flow'}}}"));
        try (Office older = new Office("kazoo-5.0")) {
            Response made = older.put("callflows", "{'numbers':['1001']}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().without("id")).isEqualTo(json("{'numbers':['1001'],'patterns':[]}"));
            Response listed = older.get("callflows");
            assertThat(((JsonObject) listed.body().array("data").get(0))
                            .array("modules")
                            .size())
                    .isZero();
            Response bad = older.put("callflows", "{'numbers':['1002'],'flow':{'module':'dance'}}");
            assertThat(bad.data().keys()).contains("flow.module");
        }
    }
}
