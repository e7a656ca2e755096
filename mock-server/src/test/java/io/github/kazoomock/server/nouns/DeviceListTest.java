package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeviceListTest {
    private static Office newest;
    private static Office older;
    private static String milo = "";

    @BeforeAll
    static void open() {
        newest = new Office("kazoo-5");
        older = new Office("kazoo-5.0");
        milo = rows(newest.get("users?filter_username=milo")).get(0).textOr("id", "");
        newest.made("devices", "{'name':'Visited','hotdesk':{'users':{'" + milo + "':{}}}}");
    }

    @AfterAll
    static void close() {
        newest.close();
        older.close();
    }

    @Test
    void aRowTellsWhatADeviceIs() {
        assertThat(row(newest.get("devices"), "Milo's Desk Phone").without("id"))
                .isEqualTo(json("{'name':'Milo\\u0027s Desk Phone','owner_id':'" + milo
                        + "','enabled':true,'username':'milo_desk','mac_address':'00005e005303',"
                        + "'device_type':'sip_device','features':[],'flags':[]}"));
        assertThat(row(newest.get("devices"), "Visited").without("id"))
                .isEqualTo(json("{'name':'Visited','enabled':true,'mac_address':'','device_type':'sip_device',"
                        + "'features':[],'flags':[]}"));
        assertThat(row(older.get("devices"), "Lobby Phone").has("features")).isFalse();
    }

    @Test
    void devicesComeByIdFromTheLast() {
        assertThat(rows(newest.get("devices")).stream().map(row -> row.textOr("id", "")))
                .hasSize(6)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theStatusIsToldOnRequest() {
        Response list = newest.get("devices?with_status=true");
        JsonObject phone = row(list, "Lobby Phone");
        assertThat(phone.get("registrable")).hasToString("true");
        assertThat(phone.get("registered")).hasToString("false");
        JsonObject cell = row(list, "Ines's Cell Phone");
        assertThat(cell.get("registrable")).hasToString("false");
        assertThat(cell.has("registered")).isFalse();
        assertThat(row(newest.get("devices"), "Lobby Phone").has("registrable")).isFalse();
        assertThat(row(older.get("devices?with_status=true"), "Lobby Phone").has("registrable"))
                .isFalse();
    }

    @Test
    void aUserHasItsOwnDevicesAndThoseItIsLoggedInTo() {
        Response list = newest.get("users/" + milo + "/devices");
        assertThat(rows(list).stream().map(row -> row.textOr("name", "")))
                .containsExactlyInAnyOrder("Milo's Desk Phone", "Milo's Softphone", "Visited");
        assertThat(row(list, "Visited").without("id"))
                .isEqualTo(json("{'name':'Visited','mac_address':'','enabled':true,'device_type':'sip_device',"
                        + "'hotdesked':true}"));
        assertThat(row(list, "Milo's Softphone").without("id"))
                .isEqualTo(json("{'name':'Milo\\u0027s Softphone','mac_address':'','owner_id':'" + milo
                        + "','enabled':true,'device_type':'softphone','hotdesked':false}"));
    }

    @Test
    void theDevicesOfAUserComeInPages() {
        String path = "users/" + milo + "/devices";
        for (String order : List.of("", "&ascending=true")) {
            List<JsonObject> all = rows(newest.get(path + "?paginate=false" + order));
            Response first = newest.get(path + "?page_size=2" + order);
            String next = first.body().text("next_start_key");
            Response second = newest.get(path + "?page_size=2&start_key=" + next + order);
            assertThat(rows(first)).isEqualTo(all.subList(0, 2));
            assertThat(rows(second)).isEqualTo(all.subList(2, 3));
            assertThat(second.body().has("next_start_key")).isFalse();
        }
    }

    @Test
    void theDevicesOfNobodyAreNotFound() {
        Response refused = newest.get("users/nobody/devices");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.data()).isEqualTo(json("{'message':'bad identifier','cause':'nobody'}"));
    }

    @Test
    void filtersOfScreensFindTheirDevices() {
        assertThat(names("devices?filter_owner_id=" + milo))
                .containsExactlyInAnyOrder("Milo's Desk Phone", "Milo's Softphone");
        assertThat(names("devices?filter_device_type=mobile&has_key=mobile")).isEmpty();
        assertThat(names("devices?filter_device_type=cellphone")).containsExactly("Ines's Cell Phone");
        assertThat(names("devices?key_missing=owner_id&key_missing=group_id&filter_enabled=true"))
                .containsExactlyInAnyOrder("Lobby Phone", "Visited");
        assertThat(names("devices?has_value=provision.endpoint_brand&filter_provision.endpoint_brand=polycom"))
                .containsExactly("Lobby Phone");
    }

    private static List<String> names(String path) {
        return rows(newest.get(path)).stream()
                .map(row -> row.textOr("name", ""))
                .toList();
    }

    private static JsonObject row(Response list, String name) {
        return rows(list).stream()
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> rows(Response list) {
        assertThat(list.status()).isEqualTo(200);
        return list.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }
}
