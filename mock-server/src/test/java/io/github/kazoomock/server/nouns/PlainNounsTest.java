package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Menus, blacklists and sets of time rules: plain nouns (pbx sheet 6, 10 and 12). */
@Timeout(30)
class PlainNounsTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    static JsonObject row(Response list, String id) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .filter(row -> id.equals(row.text("id")))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Menus {
        @Test
        void aNewMenuHasTheDefaultsOfTheSchema() {
            Response made = office.put("menus", "{'name':'Main'}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().without("id")).isEqualTo(json("""
                                    {'name':'Main','allow_record_from_offnet':false,'branch_extension':true,'hunt':true,
                                     'max_extension_length':4,'media':{},'retries':3,'suppress_media':false}"""));
        }

        @Test
        void aRowHasNameAndFlags() {
            String id = office.made("menus", "{'name':'Main','flags':['a'],'x':1}");
            assertThat(row(office.get("menus"), id))
                    .isEqualTo(json("{'id':'" + id + "','name':'Main','features':[],'flags':['a']}"));
            try (Office older = new Office("kazoo-5.0")) {
                String other = older.made("menus", "{'name':'Main'}");
                assertThat(row(older.get("menus"), other))
                        .isEqualTo(json("{'id':'" + other + "','name':'Main','flags':[]}"));
            }
        }

        @Test
        void menusComeByIdFromTheLast() {
            for (int i = 0; i < 3; i++) {
                office.made("menus", "{'name':'M" + i + "'}");
            }
            List<String> ids = office.get("menus").body().array("data").values().stream()
                    .map(row -> ((JsonObject) row).textOr("id", ""))
                    .toList();
            assertThat(ids).hasSizeGreaterThanOrEqualTo(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
        }

        @Test
        void isChangedPatchedAndDeleted() {
            String path = "menus/" + office.made("menus", "{'name':'Main','record_pin':'1234'}");
            assertThat(office.post(path, "{'name':'Other'}").data().has("record_pin"))
                    .isFalse();
            Response patched = office.patch(path, "{'media':{'exit_media':true}}");
            assertThat(patched.data().text("name")).isEqualTo("Other");
            assertThat(patched.data().object("media")).isEqualTo(json("{'exit_media':true}"));
            Response deleted = office.delete(path);
            assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
            assertThat(office.get(path).status()).isEqualTo(404);
        }

        @Test
        void whatTheSchemaForbidsIsRefused() {
            Response refused = office.put("menus", "{'record_pin':'12','retries':11}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data()).isEqualTo(json("""
                    {'name':{'required':{'message':'Field is required but missing','value':'name'}},
                     'record_pin':{'minLength':{'message':'String must be at least 3 characters','target':3,
                                                'value':'12','cause':'12'}},
                     'retries':{'maximum':{'message':'Value must be at most 10','target':10,'value':11}}}"""));
        }

        @Test
        void namesMayRepeat() {
            office.made("menus", "{'name':'Main'}");
            office.made("menus", "{'name':'Main'}");
        }
    }

    @Nested
    class Blacklists {
        @Test
        void numbersAreStoredInInternationalForm() {
            Response made = office.put("blacklists", "{'name':'Bad','numbers':{'4158867900':{'note':'x'},'1001':{}}}");
            assertThat(made.data().object("numbers")).isEqualTo(json("{'+14158867900':{'note':'x'},'1001':{}}"));
            String path = "blacklists/" + made.data().text("id");
            assertThat(office.patch(path, "{'numbers':{'(415) 886-7901':{}}}")
                            .data()
                            .object("numbers")
                            .keys())
                    .containsExactlyInAnyOrder("+14158867900", "1001", "+14158867901");
        }

        @Test
        void aNewOneHasNoNumbers() {
            Response made = office.put("blacklists", "{'name':'Bad'}");
            assertThat(made.data().without("id")).isEqualTo(json("{'name':'Bad','numbers':{}}"));
            String id = made.data().textOr("id", "");
            assertThat(row(office.get("blacklists"), id))
                    .isEqualTo(json("{'id':'" + id + "','name':'Bad','features':[],'flags':[]}"));
        }

        @Test
        void numbersThatAreNoObjectAreRefused() {
            assertThat(office.put("blacklists", "{'name':'Bad','numbers':['1']}")
                            .data()
                            .object("numbers")
                            .keys())
                    .containsExactly("type");
        }
    }

    @Nested
    class TemporalRulesSets {
        @Test
        void aRowHasItsRules() {
            Response made = office.put("temporal_rules_sets", "{'name':'Holidays','temporal_rules':['nobody']}");
            String id = made.data().textOr("id", "");
            assertThat(made.data().without("id")).isEqualTo(json("{'name':'Holidays','temporal_rules':['nobody']}"));
            assertThat(row(office.get("temporal_rules_sets"), id))
                    .isEqualTo(
                            json("{'id':'" + id + "','name':'Holidays','rules':['nobody'],'features':[],'flags':[]}"));
        }

        @Test
        void anEmptySetIsRefused() {
            Response refused = office.put("temporal_rules_sets", "{'name':'Holidays','temporal_rules':[]}");
            assertThat(refused.data())
                    .isEqualTo(json("{'temporal_rules':{'minItems':{'message':"
                            + "'The list must have at least 1 items','target':1,'value':[]}}}"));
        }

        @Test
        void stayWhenARuleGoes() {
            String rule = office.made("temporal_rules", "{'name':'Daily','cycle':'daily'}");
            String set = office.made("temporal_rules_sets", "{'name':'S','temporal_rules':['" + rule + "']}");
            office.delete("temporal_rules/" + rule);
            assertThat(office.get("temporal_rules_sets/" + set)
                            .data()
                            .array("temporal_rules")
                            .texts())
                    .containsExactly(rule);
        }
    }
}
