package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HotdesksTest {
    private Office office;
    private String pat = "";
    private String sam = "";
    private String desk = "";
    private String hall = "";

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        pat = office.made("users", "{'first_name':'Pat','last_name':'S','hotdesk':{'enabled':true}}");
        sam = office.made("users", "{'first_name':'Sam','last_name':'S'}");
        desk = office.made("devices", "{'name':'Desk','hotdesk':{'users':{'" + pat + "':{},'" + sam + "':{}}}}");
        hall = office.made("devices", "{'name':'Hall','hotdesk':{'users':{'" + pat + "':{}}}}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void everyLoginIsARow() {
        Response all = office.get("hotdesks");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body().integer(0, "page_size")).isEqualTo(3);
        assertThat(all.body().array("data").values())
                .containsExactlyInAnyOrder(row(desk, "Desk"), row(desk, "Desk"), row(hall, "Hall"));
    }

    @Test
    void theyComeInPages() {
        for (String order : List.of("", "&ascending=true")) {
            JsonArray all = office.get("hotdesks?paginate=false" + order).body().array("data");
            Response first = office.get("hotdesks?page_size=2" + order);
            Response second =
                    office.get("hotdesks?page_size=2&start_key=" + first.body().text("next_start_key") + order);
            assertThat(second.body().has("next_start_key")).isFalse();
            assertThat(Stream.concat(
                                    first.body().array("data").values().stream(),
                                    second.body().array("data").values().stream())
                            .toList())
                    .isEqualTo(all.values());
        }
    }

    @Test
    void aUserSeesThePhonesItIsLoggedInTo() {
        Response ofPat = office.get("users/" + pat + "/hotdesks");
        assertThat(ofPat.body().array("data").values()).containsExactlyInAnyOrder(row(desk, "Desk"), row(hall, "Hall"));
        assertThat(ofPat.body().has("page_size")).isFalse();
        assertThat(office.get("users/" + sam + "/hotdesks").body().array("data").values())
                .containsExactly(row(desk, "Desk"));
        assertThat(office.get("users/nobody/hotdesks").status()).isEqualTo(404);
    }

    @Test
    void aPhoneShowsItsUsersAsTheirListDoes() {
        Response guests = office.get("devices/" + hall + "/hotdesks");
        assertThat(guests.body().array("data").values())
                .containsExactly(json("{'id':'" + pat + "','first_name':'Pat','last_name':'S','priv_level':'user',"
                        + "'features':['hotdesk','vm_to_email'],'flags':[]}"));
        office.delete("users/" + pat);
        assertThat(office.get("devices/" + hall + "/hotdesks")
                        .body()
                        .array("data")
                        .size())
                .isZero();
        assertThat(office.get("devices/nothing/hotdesks").status()).isEqualTo(404);
    }

    @Test
    void phonesChangeThemAndNobodyElse() {
        assertThat(office.put("hotdesks", "{}").status()).isEqualTo(405);
        office.patch("devices/" + desk, "{'hotdesk':{'users':{'" + sam + "':null}}}");
        assertThat(office.get("users/" + sam + "/hotdesks").body().array("data").size())
                .isZero();
    }

    private static Json row(String id, String name) {
        return json("{'device_id':'" + id + "','device_name':'" + name + "'}");
    }
}
