package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DeviceStatusTest {
    private static final String DEVICES = """
            {'a-desk':{'id':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','name':'Desk','pvt_registered':true},
             'b-cell':{'id':'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','name':'Cell','device_type':'cellphone',
                       'pvt_registered':true},
             'c-hall':{'id':'cccccccccccccccccccccccccccccccc','name':'Hall','device_type':'fax'}}""";

    private static final String DESK = "a".repeat(32);
    private static final String CELL = "b".repeat(32);
    private static final String HALL = "c".repeat(32);

    @TempDir
    Path folder;

    private Office office(String... more) throws IOException {
        Path world = Office.world(folder, "top/devices.json", DEVICES);
        return Office.of(more.length == 0 ? world : Office.world(folder, more));
    }

    @Test
    void allDevicesAreListedAndWhetherTheyAreRegistered() throws IOException {
        try (Office office = office()) {
            assertThat(rows(office.get("devices/status"))).containsExactly(hall(), cell(), desk());
        }
    }

    @Test
    void theyComeInPagesAndInOrder() throws IOException {
        try (Office office = office()) {
            Response first = office.get("devices/status?page_size=2&ascending=true");
            assertThat(rows(first)).containsExactly(desk(), cell());
            assertThat(first.body().integer(0, "page_size")).isEqualTo(2);
            String next = first.body().text("next_start_key");
            assertThat(rows(office.get("devices/status?page_size=2&ascending=true&start_key=" + next)))
                    .containsExactly(hall());
        }
    }

    @Test
    void aListTellsTheSameOnRequest() throws IOException {
        try (Office office = office()) {
            Response list = office.get("devices?with_status=true&filter_name=Desk");
            assertThat(list.body().array("data").get(0).toString())
                    .contains("\"registrable\":true", "\"registered\":true");
            assertThat(office.get("devices?with_status=true&filter_name=Cell").text())
                    .contains("\"registrable\":false")
                    .doesNotContain("\"registered\"");
        }
    }

    @Test
    void aRegisteredDeviceStaysSoWhateverIsChanged() throws IOException {
        try (Office office = office()) {
            office.post("devices/" + DESK, "{'name':'Other'}");
            office.patch("devices/" + DESK, "{'pvt_registered':false,'enabled':false}");
            assertThat(rows(office.get("devices/status?filter_name=Other"))).containsExactly(desk());
            assertThat(office.get("devices/" + DESK).text()).doesNotContain("pvt_registered");
        }
    }

    @Test
    void theSystemSaysWhatCannotRegister() throws IOException {
        String setting = "{'default':{'not_registrable_device_types':['fax']}}";
        try (Office office = office("system_config/crossbar.devices.json", setting)) {
            assertThat(office.get("devices/status").body().array("data").values())
                    .contains(json("{'device_id':'" + HALL + "','registrable':false}"))
                    .contains(json("{'device_id':'" + CELL + "','registrable':true,'registered':true}"));
        }
    }

    @Test
    void kazoo50ListsTheRegisteredOnesWithoutPages() throws IOException {
        Path world = Office.world(folder, "top/devices.json", DEVICES);
        try (Office office = Office.of(world, "kazoo-5.0")) {
            Response list = office.get("devices/status?page_size=0");
            assertThat(rows(list)).containsExactly(json("{'device_id':'" + DESK + "','registered':true}"));
            assertThat(list.body().has("page_size")).isFalse();
        }
    }

    @Test
    void theStatusIsOnlyRead() throws IOException {
        try (Office office = office()) {
            assertThat(office.post("devices/status", "{'name':'x'}").status()).isEqualTo(405);
            assertThat(office.delete("devices/status").status()).isEqualTo(405);
        }
    }

    private static List<Json> rows(Response list) {
        assertThat(list.status()).isEqualTo(200);
        return list.body().array("data").values();
    }

    private static Json desk() {
        return json("{'device_id':'" + DESK + "','registrable':true,'registered':true}");
    }

    private static Json cell() {
        return json("{'device_id':'" + CELL + "','registrable':false}");
    }

    private static Json hall() {
        return json("{'device_id':'" + HALL + "','registrable':true,'registered':false}");
    }
}
