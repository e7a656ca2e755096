package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The numbers of an account (admin sheet 1.3). */
@Timeout(60)
class NumberListTest {
    private static NumbersOffice numbers;

    @BeforeAll
    static void open() {
        numbers = new NumbersOffice("kazoo-5");
        numbers.local("+14155550111");
        numbers.made("+14155550112", "{'carrier_name':'other','cnam':{'display_name':'Harbor'}}");
        numbers.made("+14155550113", "{'create_with_state':'reserved'}");
        numbers.made("+14155550114", "{'create_with_state':'port_in','color':'red'}");
        numbers.made("+14155550115", "{'create_with_state':'available'}");
    }

    @AfterAll
    static void close() {
        numbers.close();
    }

    private static List<String> listed(String query) {
        return numbers.office.get("phone_numbers" + query).data().object("numbers").keys().stream()
                .sorted()
                .toList();
    }

    @Test
    void areAnObjectByNumber() {
        Response list = numbers.office.get("phone_numbers");
        assertThat(list.data().keys()).containsExactly("numbers", "cascade_quantity");
        assertThat(list.data().integer(-1, "cascade_quantity")).isZero();
        JsonObject row = numbers.row("+14155550112");
        assertThat(row.without("created").without("updated"))
                .isEqualTo(json("{'state':'in_service','features':['outbound_cnam'],'features_allowed':[],"
                        + "'features_denied':[],'features_available':['cnam','e911','force_outbound',"
                        + "'inbound_cnam','mms','outbound_cnam','port','prepend','ringback','sms'],"
                        + "'assigned_to':'" + numbers.office.account() + "'}"));
        assertThat(row.keys()).contains("created", "updated");
        assertThat(list.body().integer(0, "page_size")).isEqualTo(4);
    }

    @Test
    void ofDescendantsAreCounted() {
        JsonObject above = numbers.reseller.get("phone_numbers").data();
        assertThat(above.integer(0, "cascade_quantity")).isEqualTo(1);
        assertThat(above.object("numbers").has("+14155550111")).isFalse();
    }

    @Test
    void areFilteredByWhatTheRowsShow() {
        assertThat(listed("?filter_state=%5B%22in_service%22%2C%22port_in%22%5D"))
                .containsExactly("+14155550111", "+14155550112", "+14155550114");
        assertThat(listed("?filter_state=reserved")).containsExactly("+14155550113");
        assertThat(listed("?filter_state=available")).isEmpty();
        assertThat(listed("?filter_color=red")).containsExactly("+14155550114");
        assertThat(listed("?filter_assigned_to=" + numbers.office.account())).hasSize(4);
        assertThat(listed("?filter_assigned_to=x")).isEmpty();
    }

    @Test
    void comeInPages() {
        List<String> seen = new ArrayList<>();
        String start = "";
        while (start != null) {
            String key = start.isEmpty() ? "" : "&start_key=" + start;
            JsonObject page =
                    numbers.office.get("phone_numbers?page_size=3" + key).body();
            seen.addAll(page.object("data").object("numbers").keys());
            start = page.text("next_start_key");
        }
        assertThat(seen).containsExactlyInAnyOrder("+14155550111", "+14155550112", "+14155550113", "+14155550114");
        Response all = numbers.office.get("phone_numbers?paginate=false");
        assertThat(all.data().object("numbers").size()).isEqualTo(4);
        assertThat(all.body().has("page_size")).isFalse();
    }

    @Test
    void cannotBeShapedByTheClient() {
        assertThat(numbers.office.get("phone_numbers?fields=[").status()).isEqualTo(200);
        assertThat(numbers.office
                        .get("phone_numbers?fields=[%22color%22]")
                        .data()
                        .object("numbers", "+14155550111")
                        .has("state"))
                .isTrue();
    }

    @Test
    void areATableWithTheNumberFirst() {
        String table = numbers.office
                .client()
                .with("Accept", "text/csv")
                .get(numbers.office.at("phone_numbers"))
                .text();
        assertThat(table).startsWith("\"number\"").contains("+14155550113");
    }

    @Test
    void areTheAnswerToARepairToo() {
        assertThat(numbers.office.post("phone_numbers/fix", "{}").data())
                .isEqualTo(numbers.office.get("phone_numbers").data());
        assertThat(numbers.office.post("phone_numbers/fix/4155550111", "{}").data())
                .isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void keepTheirTagUntilSomethingChanges() {
        assertThat(numbers.office.tag("phone_numbers")).isEqualTo(numbers.office.tag("phone_numbers"));
        assertThat(Json.of(numbers.office.tag("phone_numbers"))).isNotEqualTo(Json.of("null"));
    }
}
