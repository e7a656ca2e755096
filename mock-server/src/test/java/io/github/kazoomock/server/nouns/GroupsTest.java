package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupsTest {
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
    void aGroupIsMadeReadReplacedPatchedAndDeleted() {
        Response made = office.put("groups", "{'name':'Front','x':1}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().without("id"))
                .isEqualTo(json("{'name':'Front','x':1,'endpoints':{},'music_on_hold':{}}"));
        String path = "groups/" + made.data().text("id");
        assertThat(made.header("location")).isEqualTo("/v2/" + office.at(path));
        assertThat(office.get(path).data()).isEqualTo(made.data());
        assertThat(office.post(path, "{'name':'Back'}").data().has("x")).isFalse();
        Response patched = office.patch(path, "{'flags':['a'],'music_on_hold':{'media_id':'m'}}");
        assertThat(patched.data().text("name")).isEqualTo("Back");
        assertThat(patched.data().text("music_on_hold", "media_id")).isEqualTo("m");
        assertThat(office.delete(path).body().object("metadata").isTrue("deleted"))
                .isTrue();
        assertThat(office.get(path).status()).isEqualTo(404);
    }

    @Test
    void aGroupNeedsNothingButAName() {
        Response refused = office.put("groups", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data())
                .isEqualTo(json("{'name':{'required':{'message':'Field is required but missing','value':'name'}}}"));
        assertThat(office.put("groups", "{'name':'x','endpoints':{'nobody':{'type':'user'}}}")
                        .status())
                .as("members are not looked up")
                .isEqualTo(201);
    }

    @Test
    void anUnknownGroupIsNotFoundAfterItsBodyIsRead() {
        assertThat(office.post("groups/nothing", "{}").status()).isEqualTo(400);
        assertThat(office.post("groups/nothing", "{'name':'x'}").status()).isEqualTo(404);
        assertThat(office.patch("groups/nothing", "{}").status()).isEqualTo(400);
        assertThat(office.delete("groups/nothing").status()).isEqualTo(404);
    }

    @Test
    void aRowCountsItsMembersAndTellsWhatTheGroupHas() {
        office.made("groups", "{'name':'Plain'}");
        office.made(
                "groups",
                "{'name':'Full','endpoints':{'a':{'type':'user'},'b':{'type':'device'}},'flags':['f'],"
                        + "'music_on_hold':{'media_id':'m'},"
                        + "'smartpbx':{'ringback':{'enabled':true},'other':{'enabled':false}}}");
        assertThat(row("Plain").without("id"))
                .isEqualTo(json("{'name':'Plain','features':[],'endpoints':0,'flags':[]}"));
        assertThat(row("Full").without("id"))
                .isEqualTo(json("{'name':'Full','features':['ringback','music_on_hold'],'endpoints':2,'flags':['f']}"));
    }

    @Test
    void aUserHasTheGroupsThatNameItAsAUser() {
        String user = office.made("users", "{'first_name':'P','last_name':'S'}");
        String group = office.made("groups", "{'name':'In','endpoints':{'" + user + "':{'type':'user','weight':1}}}");
        office.made("groups", "{'name':'Out','endpoints':{'" + user + "':{'type':'device'}}}");
        assertThat(names("users/" + user + "/groups")).containsExactly("In");
        office.patch("groups/" + group, "{'endpoints':{'" + user + "':null}}");
        assertThat(names("users/" + user + "/groups")).isEmpty();
        assertThat(office.get("users/nobody/groups").status()).isEqualTo(404);
    }

    @Test
    void aDeletedUserStaysAMember() {
        String user = office.made("users", "{'first_name':'P','last_name':'S'}");
        office.made("groups", "{'name':'In','endpoints':{'" + user + "':{'type':'user'}}}");
        office.delete("users/" + user);
        assertThat(row("In").integer(0, "endpoints")).isEqualTo(1);
    }

    private JsonObject row(String name) {
        return rows("groups").stream()
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String path) {
        return rows(path).stream().map(row -> row.textOr("name", "")).toList();
    }

    private List<JsonObject> rows(String path) {
        return office.get(path).body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }
}
