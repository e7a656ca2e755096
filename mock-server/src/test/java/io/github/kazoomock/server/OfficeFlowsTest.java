package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What Monster's office app does in the pages that it opens first (clients sheet 1.5, flows a to c): it asks through
 * filters whether it was here before, makes what is missing, and makes nothing twice.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeFlowsTest {
    private static final String ADMIN = "grace";

    private final DemoServer demo = new DemoServer();

    @BeforeEach
    void reset() {
        demo.reset();
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private OfficeApp app() {
        return new OfficeApp(demo.as(ADMIN), demo.path(ADMIN));
    }

    @Test
    void theDashboardMakesItsMailboxOnce() {
        assertThat(dashboard(app())).isEqualTo(1);
        assertThat(dashboard(app())).isZero();
    }

    /** How many mailboxes it made. */
    private static int dashboard(OfficeApp app) {
        assertThat(app.get("").data().text("name")).isEqualTo("Harbor Dental Group");
        int made = app.visit((JsonArray) Json.parse("""
                [{"list": "vmboxes?filter_type=mainVMBox", "opens": false, "documents": [
                  {"name": "MainVMBox", "mailbox": "0", "type": "mainVMBox"}]}]"""));
        app.rows("channels");
        assertThat(app.rows("users")).allSatisfy(user -> assertThat(user.keys()).contains("first_name", "last_name"));
        assertThat(app.rows("devices?with_status=true"))
                .allSatisfy(device -> assertThat(device.keys()).contains("registrable"));
        assertThat(app.rows("callflows?has_type=type"))
                .allSatisfy(callflow -> assertThat(callflow.get("featurecode")).isNotNull());
        assertThat(app.get("phone_numbers/classifiers").data().isEmpty()).isFalse();
        assertThat(app.get("phone_numbers?filter_state=%5B%22in_service%22%2C%22port_in%22%5D")
                        .data()
                        .keys())
                .contains("numbers");
        app.rows("directories");
        return made;
    }

    @Test
    void anAddedUserHasAMailboxAndACallflow() {
        OfficeApp app = app();
        String user = app.make("users", json("""
                {'first_name':'Maple','last_name':'Reed','username':'maple@harbor.example.net','password':'reed2026',
                 'email':'maple@harbor.example.net','priv_level':'user','vm_to_email_enabled':true,
                 'send_email_on_creation':false,'presence_id':'7400',
                 'caller_id':{'internal':{'name':'Maple Reed','number':'7400'}}}"""));
        String mailbox = app.make(
                "vmboxes", json("{'name':'Maple Reed VMBox','mailbox':'7400'}").with(Json.of(user), "owner_id"));
        String callflow = app.make("callflows", userCallflow(user, mailbox));

        assertThat(app.rows("users")).extracting(row -> row.text("id")).contains(user);
        assertThat(app.rows("vmboxes?filter_owner_id=" + user))
                .extracting(row -> row.text("id"))
                .containsExactly(mailbox);
        List<JsonObject> callflows = app.rows("callflows?filter_owner_id=" + user + "&filter_type=mainUserCallflow");
        assertThat(callflows).extracting(row -> row.text("id")).containsExactly(callflow);
        assertThat(callflows.get(0).array("modules").texts()).contains("user", "voicemail");
        assertThat(app.rows("devices?filter_owner_id=" + user)).isEmpty();
    }

    private static JsonObject userCallflow(String user, String mailbox) {
        String flow = """
                {'contact_list':{'exclude':false},'name':'Maple Reed SmartPBX Callflow','numbers':['7400'],
                 'type':'mainUserCallflow','owner_id':'USER','flow':{'module':'user','data':{'id':'USER','timeout':20},
                  'children':{'_':{'module':'voicemail','data':{'id':'BOX'},'children':{}}}}}""";
        return json(flow.replace("USER", user).replace("BOX", mailbox));
    }

    @Test
    void theMainNumberMakesMenusAndCallflowsOnceAndFindsThemAgain() {
        JsonArray wanted = OfficeApp.steps("main-number.json");
        OfficeApp first = app();
        String user = first.make("users", json("{'first_name':'Ivy','last_name':'Moss'}"));
        String callflow = first.make("callflows", userCallflow(user, "0".repeat(32)));

        assertThat(first.visit(wanted)).isEqualTo(32);
        assertThat(first.made("menus")).isEqualTo(4);
        assertThat(first.made("callflows")).isEqualTo(1 + 28);
        int menus = first.rows("menus?paginate=false").size();
        int callflows = first.rows("callflows?paginate=false").size();

        OfficeApp second = app();
        assertThat(second.visit(wanted)).isZero();
        assertThat(second.opened()).isEqualTo(11);
        assertThat(second.rows("menus?paginate=false")).hasSize(menus);
        assertThat(second.rows("callflows?paginate=false"))
                .hasSize(callflows)
                .extracting(row -> row.text("id"))
                .contains(callflow);
    }

    @Test
    void whatIsTakenForStaleIsOnlyWhatTheFilterNames() {
        OfficeApp app = app();
        String user = app.make("users", json("{'first_name':'Ivy','last_name':'Moss'}"));
        app.make("callflows", userCallflow(user, "0".repeat(32)));
        assertThat(app.rows("callflows?filter_type=main")).isEmpty();
        assertThat(app.rows("callflows?filter_type=mainUserCallflow&key_missing=owner_id&key_missing=group_id"))
                .isEmpty();
        assertThat(app.rows("callflows?filter_ui_metadata.origin=%5B%22voip%22%2C%22callflows%22%5D&filter_owner_id="
                        + user))
                .hasSize(1);
        assertThat(app.rows("callflows?filter_not_ui_metadata.origin=voip&filter_owner_id=" + user))
                .isEmpty();
    }
}
