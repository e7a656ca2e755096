package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SearchTest {
    private static Office office;
    private static String callflow = "";
    private static String device = "";
    private static String user = "";

    @BeforeAll
    static void open() {
        office = new Office("kazoo-5");
        callflow = office.made(
                "callflows",
                "{'name':'Main-Office #2','numbers':['4158867900','1001','*97'],'flow':{'module':'noop'}}");
        office.made("callflows", "{'name':'Mainframe','numbers':['1002'],'flow':{'module':'noop'}}");
        device = office.made("devices", "{'name':'Zebra Phone'}");
        user = office.made("users", "{'first_name':'Zoë','last_name':'O\\u0027Neil'}");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static List<JsonObject> rows(Response list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> names(Response list) {
        return rows(list).stream().map(row -> row.textOr("name", "")).toList();
    }

    private static void assertRefused(Response response, String data) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.data()).isEqualTo(json(data));
    }

    @Nested
    class In_an_account {
        @ParameterizedTest
        @CsvSource({
            "main-office, Main-Office #2",
            "MAINOFFICE2, Main-Office #2",
            "mainf, Mainframe",
            "office, ",
        })
        void callflowsAreFoundByTheBeginningOfTheirNames(String value, String name) {
            assertThat(names(office.get("search?t=callflow&q=name&v=" + value)))
                    .isEqualTo(name == null ? List.of() : List.of(name));
        }

        @ParameterizedTest
        @CsvSource({"%2B1415886, 1", "1415886, 1", "415886, 0", "100, 2", "*97, 1", "97, 1"})
        void andOfTheirNumbers(String value, int found) {
            assertThat(rows(office.get("search?t=callflow&q=number&v=" + value)))
                    .hasSize(found);
        }

        @Test
        void aRowOfACallflowHasItsNumbersUnlessItWasFoundByName() {
            JsonObject row =
                    json("{'id':'" + callflow + "','name':'Main-Office #2','numbers':['+14158867900','1001','*97']}");
            assertThat(rows(office.get("search?t=callflow&q=number&v=%2A97"))).containsExactly(row);
            assertThat(rows(office.get("search?t=callflow&q=name_and_number&v=mainoffice")))
                    .containsExactly(row);
            assertThat(rows(office.get("search?t=callflow&q=name&v=mainoffice")))
                    .containsExactly(row.without("numbers"));
        }

        @Test
        void eachNumberThatFitsIsARow() {
            assertThat(names(office.get("search?t=callflow&q=name_and_number&v=1")))
                    .containsExactly("Main-Office #2", "Mainframe", "Main-Office #2");
        }

        @Test
        void devicesAndUsersAreFoundByName() {
            assertThat(rows(office.get("search?t=device&q=name&v=zebra")))
                    .containsExactly(json("{'id':'" + device + "','name':'Zebra Phone'}"));
            assertThat(rows(office.get("search?t=user&q=name&v=zo")))
                    .containsExactly(json("{'id':'" + user
                            + "','name':'Zo\\u00eb O\\u0027Neil','first_name':'zo','last_name':'oneil'}"));
            assertThat(rows(office.get("search?t=user&q=number&v=1"))).isEmpty();
        }

        @Test
        void anEmptyValueFindsAllFromTheLastInPages() {
            assertThat(names(office.get("search?t=callflow&q=name&v="))).containsExactly("Main-Office #2", "Mainframe");
            Response first = office.get("search?t=callflow&q=name&v=main&page_size=1");
            assertThat(names(first)).containsExactly("Main-Office #2");
            String next = String.valueOf(first.body().text("next_start_key"));
            assertThat(names(office.get("search?t=callflow&q=name&v=main&start_key=" + next)))
                    .containsExactly("Mainframe");
            assertThat(names(office.get("search?t=callflow&q=name&v=main&ascending=true")))
                    .containsExactly("Mainframe", "Main-Office #2");
        }

        @Test
        void severalSearchesAreAnsweredAtOnce() {
            Response found = office.get("search/multi?t=callflow&by_name=mainf&by_number=97&x=1");
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.data().keys()).containsExactlyInAnyOrder("name", "number");
            assertThat(found.data().array("name").size()).isEqualTo(1);
            assertThat(((JsonObject) found.data().array("number").get(0)).text("id"))
                    .isEqualTo(callflow);
        }

        @Test
        void whatIsMissingIsSaid() {
            String types = "'target':['account','user','callflow','device']";
            assertRefused(
                    office.get("search"),
                    "{'t':{'required':{'message':'search needs a document type to search on'," + types + "}}}");
            assertRefused(
                    office.get("search?t=user"),
                    "{'q':{'required':{'message':'search needs a view to search in',"
                            + "'target':['name','number','name_and_number']}}}");
            assertRefused(
                    office.get("search?t=account&q=number"),
                    "{'q':{'enum':{'message':'value not found in enumerated list of values',"
                            + "'target':['name','realm','id'],'cause':'number'}}}");
            assertRefused(
                    office.get("search?t=user&q=name"),
                    "{'v':{'required':{'message':'search needs a value to search for'}}}");
            assertRefused(
                    office.get("search/multi"),
                    "{'t':{'required':{'message':'search needs a document type to search on'," + types + "}}}");
            assertRefused(
                    office.get("search/multi?t=user&name=x"),
                    "{'multi':{'enum':{'message':'multi search needs some values to search for',"
                            + "'target':['name','number','name_and_number']}}}");
            assertRefused(
                    office.get("search/multi?t=user&by_realm=x"),
                    "{'q':{'enum':{'message':'value not found in enumerated list of values',"
                            + "'target':['name','number','name_and_number'],'cause':'realm'}}}");
        }
    }

    @Nested
    class Of_accounts {
        @Test
        void findsThoseBelowWhoeverAsks() {
            JsonObject child = office.client().get("accounts/" + office.child()).data();
            String name = child.textOr("name", "");
            JsonObject expected = JsonObject.builder()
                    .put("id", office.child())
                    .put("name", name)
                    .put("realm", child.textOr("realm", ""))
                    .put("descendants_count", child.integer(0, "descendants_count"))
                    .build();
            String query = "search?t=account&q=id&v=" + office.child().substring(0, 12);
            assertThat(rows(office.client().get(query)).get(0).keys())
                    .containsExactlyInAnyOrder("id", "name", "realm", "descendants_count");
            assertThat(rows(office.client().get(query)).get(0).without("descendants_count"))
                    .isEqualTo(expected.without("descendants_count"));
            assertThat(rows(office.get(query))).isEqualTo(rows(office.client().get(query)));
            assertThat(rows(office.client().get("search?t=account&q=id&v=" + office.account())))
                    .isEmpty();
        }

        @Test
        void looksThroughNamesRealmsAndIdsAtOnce() {
            Office master = office.as("nora");
            String value = "harbor";
            Response found = master.client()
                    .get("search/multi?t=account&by_name=" + value + "&by_realm=" + value + "&by_id=" + value);
            assertThat(found.data().keys()).containsExactly("name", "realm", "id");
            assertThat(found.data().array("name").values())
                    .extracting(row -> ((JsonObject) row).text("name"))
                    .contains("Harbor Dental Group");
            assertThat(found.data().array("realm").size()).isPositive();
            assertThat(found.data().array("id")).isEqualTo(Json.parse("[]"));
        }

        @Test
        void needsATokenAndAnAccountForAnythingElse() {
            assertThat(TestClient.of(office.server())
                            .get("search?t=account&q=name&v=x")
                            .status())
                    .isEqualTo(401);
            Response nowhere = office.client().get("search?t=user&q=name&v=x");
            assertThat(nowhere.status()).isEqualTo(503);
            String above = office.login("nora").accountId();
            assertThat(office.client()
                            .get("accounts/" + above + "/search?t=user&q=name&v=x")
                            .status())
                    .isEqualTo(403);
        }
    }
}
