package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes with a user; OwnedObjectsTest has it for each kind. */
@Timeout(30)
class UserDeletionTest {
    private Office office;
    private String user = "";
    private String device = "";

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        user = office.made("users", "{'first_name':'P','last_name':'S','object_types':'mine'}");
        device = office.made("devices", "{'name':'Desk','owner_id':'" + user + "'}");
        office.made("devices", "{'name':'Hall'}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Response delete(String query, String data) {
        return office.client().send("DELETE", office.at("users/" + user) + query, "{\"data\":" + json(data) + "}");
    }

    @Test
    void theKindsThatTheBodyNamesGoWithTheUser() {
        Response deleted = delete("", "{'object_types':['device','vmbox']}");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data().array("object_types")).isEqualTo(gone());
        assertThat(deleted.data().text("first_name")).isEqualTo("P");
        assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
        assertThat(office.get("users/" + user).status()).isEqualTo(404);
        assertThat(office.get("devices/" + device).status()).isEqualTo(404);
        assertThat(office.get("devices?filter_name=Hall").body().array("data").size())
                .isEqualTo(1);
    }

    @Test
    void allKindsGoWhereAllAreAskedFor() {
        assertThat(delete("?object_types=all", "{}").data().array("object_types"))
                .isEqualTo(gone());
        assertThat(office.get("devices/" + device).status()).isEqualTo(404);
    }

    @Test
    void whatFollowsFromItFollows() {
        String box = office.made("vmboxes", "{'name':'Box','mailbox':'4711','owner_id':'" + user + "'}");
        assertThat(delete("?object_types=all", "{}")
                        .data()
                        .array("object_types")
                        .values())
                .hasSize(2)
                .last()
                .hasToString("{\"type\":\"vmbox\",\"id\":\"" + box + "\",\"status\":\"success\"}");
        assertThat(office.get("vmboxes/" + box).status()).isEqualTo(404);
        assertThat(office.put("vmboxes", "{'name':'Box','mailbox':'4711'}").status())
                .as("its number is free again")
                .isEqualTo(201);
    }

    @Test
    void itsNumbersAreReleased() {
        assertThat(office.as("admin")
                        .client()
                        .put(office.at("phone_numbers/+14155550198"), json("{}"))
                        .status())
                .isEqualTo(201);
        office.made("callflows", callflow("+14155550198"));
        Response deleted = delete("", "{'object_types':['phone_numbers','callflow']}");
        assertThat(deleted.data().array("object_types").get(0))
                .isEqualTo(json("{'type':'phone_numbers','id':['+14155550198'],'status':'success'}"));
        assertThat(office.get("phone_numbers").text()).doesNotContain("+14155550198");
    }

    private String callflow(String number) {
        return "{'numbers':['" + number + "'],'owner_id':'" + user + "','flow':{'module':'user','data':{'id':'" + user
                + "'}}}";
    }

    @Test
    void whenOneThingCannotGoNothingGoes() {
        String flow = office.made("callflows", callflow("+14155550199"));
        Response refused = delete("?object_types=all", "{}");
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body().text("message")).isEqualTo("At least one object failed to be deleted");
        assertThat(refused.data().text("id")).isEqualTo(user);
        assertThat(refused.data().array("object_types").get(0)).isEqualTo(json("""
                {'type':'phone_numbers','id':['+14155550199'],'status':'error','error_code':404,
                 'error_msg':'bad_identifier'}"""));
        for (String path : new String[] {"users/" + user, "devices/" + device, "callflows/" + flow}) {
            assertThat(office.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(delete("", "{'object_types':['callflow']}").status()).isEqualTo(200);
        assertThat(office.get("callflows/" + flow).status()).isEqualTo(404);
    }

    @Test
    void theQueryMayHoldAList() {
        assertThat(delete("?object_types=%5B%22device%22%5D", "{}").data().array("object_types"))
                .isEqualTo(gone());
    }

    @Test
    void withoutKindsOnlyTheUserGoes() {
        Response deleted = delete("", "{'object_types':[]}");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data().text("object_types")).isEqualTo("mine");
        assertThat(office.get("devices/" + device).data().text("owner_id")).isEqualTo(user);
    }

    @Test
    void aKindThatNobodyKnowsIsRefusedAndNothingGoes() {
        Response refused = delete("", "{'object_types':['device','menu']}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data().object("object_types").keys()).containsExactly("not_one_schema_valid");
        assertThat(delete("?object_types=some", "{}").status()).isEqualTo(400);
        assertThat(office.get("users/" + user).status()).isEqualTo(200);
        assertThat(office.get("devices/" + device).status()).isEqualTo(200);
    }

    @Test
    void anUnknownUserIsNotFoundWhateverElseWasAskedFor() {
        assertThat(office.client()
                        .send("DELETE", office.at("users/nobody?object_types=some"), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void kazoo50DeletesTheUserAlone() {
        try (Office older = new Office("kazoo-5.0")) {
            String id = older.made("users", "{'first_name':'P','last_name':'S'}");
            String desk = older.made("devices", "{'name':'Desk','owner_id':'" + id + "'}");
            Response deleted = older.delete("users/" + id + "?object_types=all");
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.data().has("object_types")).isFalse();
            assertThat(older.get("devices/" + desk).status()).isEqualTo(200);
        }
    }

    private JsonArray gone() {
        return (JsonArray) Json.parse("[{\"type\":\"device\",\"id\":\"" + device + "\",\"status\":\"success\"}]");
    }
}
