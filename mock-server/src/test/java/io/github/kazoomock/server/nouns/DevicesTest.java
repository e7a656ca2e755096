package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DevicesTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aNewDeviceHasTheDefaultsOfTheSchemaAndNoCredentialsOfItsOwn() {
        Response made = office.put("devices", "{'name':'Desk'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().without("id")).isEqualTo(json("""
                                {'name':'Desk','call_restriction':{},'contact_list':{},'enabled':true,
                                 'exclude_from_queues':false,'music_on_hold':{},'mwi_unsolicited_updates':true,
                                 'register_overwrite_notify':false,'ringtones':{},
                                 'sip':{'expire_seconds':300,'invite_format':'contact','method':'password'},
                                 'suppress_unregister_notifications':false}"""));
        assertThat(made.header("location"))
                .isEqualTo("/v2/" + office.at("devices/" + made.data().text("id")));
        assertThat(made.body().text("revision")).startsWith("1-");
        assertThat(made.body().object("metadata").keys()).containsExactly("id", "created", "modified");
    }

    @Test
    void aDeviceIsReadReplacedPatchedAndDeleted() {
        Response made = office.put("devices", "{'name':'Desk','x':1,'sip':{'password':'secret'}}");
        String path = "devices/" + made.data().text("id");
        assertThat(office.get(path).data()).isEqualTo(made.data());
        Response replaced = office.post(path, "{'name':'Other','y':{'z':1,'w':2}}");
        assertThat(replaced.data().keys()).contains("y").doesNotContain("x");
        Response patched = office.patch(path, "{'y':{'z':null},'ringtones':{'external':'loud'}}");
        assertThat(patched.data().object("y")).isEqualTo(json("{'w':2}"));
        assertThat(patched.data().text("name")).isEqualTo("Other");
        assertThat(patched.body().text("revision")).startsWith("3-");
        Response deleted = office.delete(path);
        assertThat(deleted.data()).isEqualTo(patched.data());
        assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
        assertThat(office.get(path).status()).isEqualTo(404);
    }

    @Test
    void aUserIsNoDevice() {
        String user = office.made("users", "{'first_name':'P','last_name':'S'}");
        Response refused = office.get("devices/" + user);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.data()).isEqualTo(json("{'message':'bad identifier','cause':'" + user + "'}"));
    }

    @Test
    void anUnknownDeviceIsNotFoundBeforeItsBodyIsReadButNotWhenItIsPatched() {
        assertThat(office.post("devices/nothing", "{}").status()).isEqualTo(404);
        assertThat(office.patch("devices/nothing", "{}").status()).isEqualTo(400);
        assertThat(office.patch("devices/nothing", "{'name':'x'}").status()).isEqualTo(404);
        try (Office older = new Office("kazoo-5.0")) {
            assertThat(older.post("devices/nothing", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void aTagThatWasReadGuardsTheNextWrite() {
        String id = office.made("devices", "{'name':'Desk'}");
        String path = office.at("devices/" + id);
        String tag = office.tag("devices/" + id);
        JsonObject change = json("{'name':'Other'}");
        assertThat(office.client().with("If-Match", tag).post(path, change).status())
                .isEqualTo(200);
        assertThat(office.client().with("If-Match", tag).post(path, change).status())
                .isEqualTo(412);
    }

    @Test
    void anIdOfTheClientsCountsInKazoo50Alone() {
        String body = "{'name':'Desk','id':'mine'}";
        assertThat(office.put("devices", body).data().text("id")).matches("[0-9a-f]{32}");
        try (Office older = new Office("kazoo-5.0")) {
            assertThat(older.put("devices", body).data().text("id")).isEqualTo("mine");
            Response again = older.put("devices", body);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.body().text("message")).isEqualTo("datastore_conflict");
        }
    }

    @Test
    void anIdOfTheClientsCountsWhereASettingSaysSo(@TempDir Path folder) throws IOException {
        String setting = "{'default':{'allow_onboarding_setting_id':true}}";
        try (Office top = Office.of(Office.world(folder, "system_config/crossbar.json", setting))) {
            String id = "0123456789abcdef0123456789abcdef";
            assertThat(top.made("devices", "{'name':'Desk','id':'" + id + "'}")).isEqualTo(id);
            assertThat(top.put("devices", "{'name':'Desk','id':'short'}").data())
                    .isEqualTo(json("{'id':{'minLength':{'message':'ID must be 32 characters'}}}"));
        }
    }

    @Test
    void whatIsWrittenInManyWaysIsStoredInOne() {
        Response made = office.put("devices", """
                {'name':'Desk','mac_address':'00:00:5E-00.53:AA','outbound_flags':[' a ','b'],
                 'sip':{'realm':'HARBOR.example.net'},'caller_id':{'emergency':{'number':'4158867900'}},
                 'provision':{'endpoint_brand':'YeaLink','combo_keys':{'0':null,'1':{'type':'line'}}}}""");
        assertThat(made.data().text("mac_address")).isEqualTo("00005e0053aa");
        assertThat(made.data().array("outbound_flags").texts()).containsExactly("a", "b");
        assertThat(made.data().object("sip").has("realm")).isFalse();
        assertThat(made.data().text("caller_id", "emergency", "number")).isEqualTo("+14158867900");
        assertThat(made.data().text("provision", "endpoint_brand")).isEqualTo("yealink");
        assertThat(made.data().object("provision", "combo_keys")).isEqualTo(json("{'1':{'type':'line'}}"));
    }

    @Test
    void keysOfAPhoneAreCheckedAndEmptyOnesTakenAway() {
        Response refused = office.put("devices", "{'name':'Desk','provision':{'combo_keys':['x']}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data().keys()).containsExactly("provision.combo_keys");
        Response made = office.put(
                "devices",
                "{'name':'Desk','provision':{'feature_keys':{'1':null,'2':{'type':'presence','value':'1'}}}}");
        assertThat(made.data().object("provision", "feature_keys").keys()).containsExactly("2");
    }

    @Test
    void flagsThatAreNoListDoNotSurvive() {
        Response made = office.put("devices", "{'name':'Desk','outbound_flags':{'static':['a']}}");
        assertThat(made.data().array("outbound_flags").size()).isZero();
        assertThat(made.data().has("outbound_flags")).isTrue();
    }

    @Test
    void anotherRealmThanTheAccountsIsKept() {
        Response made = office.put("devices", "{'name':'Desk','sip':{'realm':'other.example.net'}}");
        assertThat(made.data().text("sip", "realm")).isEqualTo("other.example.net");
    }

    @Test
    void theOrderToSynchroniseIsNotStored() {
        String id = office.made("devices", "{'name':'Desk','sync':true}");
        assertThat(office.get("devices/" + id).data().has("sync")).isFalse();
        assertThat(office.patch("devices/" + id, "{'sync':true}").data().has("sync"))
                .isFalse();
    }

    @Test
    void aDeviceMadeUnderAUserIsNotThatUsers() {
        String user = office.made("users", "{'first_name':'P','last_name':'S'}");
        Response made = office.put("users/" + user + "/devices", "{'name':'Desk'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().has("owner_id")).isFalse();
        assertThat(office.get("users/" + user + "/devices").body().array("data").size())
                .isZero();
    }
}
