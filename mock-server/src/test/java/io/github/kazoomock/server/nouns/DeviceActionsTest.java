package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeviceActionsTest {
    private Office office;
    private String path = "";

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        path = "devices/" + office.made("devices", "{'name':'Desk'}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aPhoneIsToldToReadItsSettingsAnew() {
        String before = office.tag(path);
        for (String body : new String[] {"{}", "{'reboot':true}"}) {
            Response told = office.post(path + "/sync", body);
            assertThat(told.status()).isEqualTo(202);
            assertThat(told.body().text("data")).isEqualTo("sync request sent");
            assertThat(told.body().text("status")).isEqualTo("success");
        }
        assertThat(office.tag(path)).isEqualTo(before);
        assertThat(office.get(path + "/sync").status()).isEqualTo(405);
        assertThat(office.post("devices/nothing/sync", "{}").status()).isEqualTo(404);
    }

    @Test
    void aNotificationIsSent() {
        Response told = office.put(
                path,
                "{'action':'notify','data':{'event':'check-sync','body':{'content_type':'text/plain','data':'hi'}}}");
        assertThat(told.status()).isEqualTo(202);
        assertThat(told.body().text("data")).isEqualTo("NOTIFY sent");
        assertThat(office.put(path, "{'action':'notify','data':{'event':'x'}}").status())
                .isEqualTo(202);
    }

    @Test
    void kazoo50AnswersAsItDoesToOthers() {
        try (Office older = new Office("kazoo-5.0")) {
            String device = "devices/" + older.made("devices", "{'name':'Desk'}");
            assertThat(older.put(device, "{'action':'notify','data':{'event':'x'}}")
                            .status())
                    .isEqualTo(201);
            assertThat(older.post(device + "/sync", "{}").status()).isEqualTo(200);
        }
    }

    @Test
    void aNotificationNeedsAnEventAndAWholeBody() {
        assertThat(office.put(path, "{'action':'notify'}").data())
                .isEqualTo(json("{'data':{'required':{'message':'Field is required but missing','value':'data'}}}"));
        assertThat(office.put(path, "{'action':'notify','data':{}}").data())
                .isEqualTo(json(
                        "{'data.event':{'required':{'message':'Field is required but missing','value':'event'}}}"));
        assertThat(office.put(path, "{'action':'notify','data':{'event':'x','body':{'data':'hi'}}}")
                        .data()
                        .keys())
                .containsExactly("data.body.content_type");
    }

    @Test
    void anythingElseIsNoAction() {
        Response none = office.put(path, "{}");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().text("message")).isEqualTo("action required");
        assertThat(none.body().get("data")).hasToString("{}");
        Response other = office.put(path, "{'action':'dance'}");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body().text("message")).isEqualTo("invalid action");
        assertThat(office.put("devices/nothing", "{}").status())
                .as("the device comes first")
                .isEqualTo(404);
    }
}
