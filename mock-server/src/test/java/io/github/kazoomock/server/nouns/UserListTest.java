package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UserListTest {
    private static Office newest;
    private static Office older;

    @BeforeAll
    static void open() {
        newest = new Office("kazoo-5");
        older = new Office("kazoo-5.0");
        newest.made(
                "users",
                "{'first_name':'Zed','last_name':'Zimmer','caller_id':{'external':{'number':'1'}},"
                        + "'call_forward':{'busy':{'enabled':true,'number':'2'}},'hotdesk':{'enabled':true},"
                        + "'music_on_hold':{'media_id':'x'},'do_not_disturb':{'enabled':true},'flags':['vip'],"
                        + "'smartpbx':{'faxing':{'enabled':true},'other':{'enabled':false}},'ui_metadata':{'origin':'voip'}}");
        older.made("users", "{'first_name':'Zed','last_name':'Zimmer','call_forward':{'failover':'true'}}");
    }

    @AfterAll
    static void close() {
        newest.close();
        older.close();
    }

    @Test
    void aRowTellsWhatAUserHas() {
        JsonObject row = rows(newest.get("users?filter_last_name=Zimmer")).get(0);
        assertThat(row.without("id")).isEqualTo(json("""
                                {'first_name':'Zed','last_name':'Zimmer','priv_level':'user','flags':['vip'],
                                 'features':['faxing','hotdesk','call_forward','caller_id','vm_to_email',
                                             'music_on_hold','do_not_disturb']}"""));
    }

    @Test
    void everyFeatureHasItsReason() {
        String body = "{'first_name':'One','last_name':'Feature','vm_to_email_enabled':false,%s}";
        Map<String, String> reasons = Map.ofEntries(
                Map.entry("'features':['own']", "own"),
                Map.entry("'smartpbx':{'conferencing':{'enabled':true}}", "conferencing"),
                Map.entry("'hotdesk':{'enabled':true}", "hotdesk"),
                Map.entry("'call_forward':{'enabled':true,'number':'1'}", "call_forward"),
                Map.entry("'call_forward':{'no_answer':{'enabled':true,'number':'1'}}", "call_forward"),
                Map.entry("'call_forward':{'unconditional':{'enabled':true,'number':'1'}}", "call_forward"),
                Map.entry("'call_forward':{'selective':{'enabled':true,'number':'1'}}", "call_forward"),
                Map.entry("'caller_id':{'external':{'number':'1'}}", "caller_id"),
                Map.entry("'vm_to_email_enabled':true", "vm_to_email"),
                Map.entry("'music_on_hold':{'media_id':'m'}", "music_on_hold"),
                Map.entry("'do_not_disturb':{'enabled':true}", "do_not_disturb"),
                Map.entry("'ctu':{'enabled':true}", "ctu"),
                Map.entry("'desktop':{'enabled':true}", "desktop"));
        reasons.forEach((reason, feature) -> {
            String sent = body.formatted(reason)
                    .replace(reason.startsWith("'vm_") ? "'vm_to_email_enabled':false," : "\0", "");
            String id = newest.made("users", sent);
            JsonObject row = rows(newest.get("users?filter_last_name=Feature")).get(0);
            assertThat(row.array("features").texts()).as(reason).containsExactly(feature);
            newest.delete("users/" + id);
        });
    }

    @Test
    void aPlainUserHasItsVoicemailByMail() {
        JsonObject row = rows(newest.get("users?filter_username=milo")).get(0);
        assertThat(row.without("id")).isEqualTo(json("""
                                {'username':'milo','email':'milo@harbordental.example.com','first_name':'Milo',
                                 'last_name':'Sandler','priv_level':'user','features':['vm_to_email'],
                                 'presence_id':'1002','flags':[]}"""));
    }

    @Test
    void usersComeByIdAndInKazoo50ByLastName() {
        assertThat(texts(newest.get("users"), "id")).hasSize(4).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(texts(older.get("users"), "last_name")).containsExactly("Zimmer", "Sandler", "Holloway", "Corday");
        assertThat(texts(older.get("users?ascending=true"), "last_name"))
                .containsExactly("Corday", "Holloway", "Sandler", "Zimmer");
    }

    @Test
    void pagesFollowEachOtherInBothOrders() {
        for (Office office : List.of(newest, older)) {
            Response first = office.get("users?page_size=3");
            String next = first.body().text("next_start_key");
            assertThat(first.body().integer(0, "page_size")).isEqualTo(3);
            Response second = office.get("users?page_size=3&start_key=" + next);
            assertThat(second.body().has("next_start_key")).isFalse();
            List<String> all = texts(office.get("users?paginate=false"), "id");
            assertThat(texts(first, "id")).isEqualTo(all.subList(0, 3));
            assertThat(texts(second, "id")).isEqualTo(all.subList(3, 4));
        }
    }

    @Test
    void filtersSeeTheWholeDocument() {
        assertThat(texts(newest.get("users?filter_priv_level=admin"), "username"))
                .containsExactly("grace");
        assertThat(texts(newest.get("users?filter_ui_metadata.origin=voip"), "first_name"))
                .containsExactly("Zed");
        assertThat(texts(newest.get("users?has_key=presence_id&filter_not_priv_level=admin"), "username"))
                .containsExactlyInAnyOrder("milo", "ines");
        assertThat(texts(newest.get("users?key_missing=email"), "first_name")).containsExactly("Zed");
        assertThat(texts(newest.get("users?filter_any_username=%5B%22milo%22,%22ines%22%5D"), "username"))
                .containsExactlyInAnyOrder("milo", "ines");
    }

    @Test
    void kazoo50StoresForwardingFailoverAndShowsNoAvatar() {
        JsonObject row = rows(older.get("users?filter_last_name=Zimmer")).get(0);
        assertThat(row.array("features").texts()).containsExactly("call_forward_failover", "vm_to_email");
        Response one = older.get("users/" + row.text("id"));
        assertThat(one.data().isTrue("call_forward", "failover")).isTrue();
        assertThat(one.data().has("has_avatar")).isFalse();
        assertThat(one.body().has("metadata")).isFalse();
    }

    @Test
    void kazoo50ReportsABadBodyBeforeAnUnknownUser() {
        assertThat(older.post("users/nobody", "{}").status()).isEqualTo(400);
        assertThat(older.patch("users/nobody", "{}").status()).isEqualTo(404);
    }

    private static List<JsonObject> rows(Response list) {
        assertThat(list.status()).isEqualTo(200);
        return list.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }

    private static List<String> texts(Response list, String key) {
        return rows(list).stream().map(row -> row.textOr(key, "")).toList();
    }
}
