package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class CallflowChecksTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** A callflow of keys before its flow. */
    private Response put(String keys) {
        return office.put("callflows", "{" + keys + ",'flow':{'module':'noop'}}");
    }

    private Response flow(String flow) {
        return office.put("callflows", "{'numbers':['1001'],'flow':" + flow + "}");
    }

    private static void assertRefused(Response response, String data) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().text("message")).isEqualTo("validation error");
        assertThat(response.data()).isEqualTo(json(data));
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @CsvSource({
            "4158867900, +14158867900",
            "14158867900, +14158867900",
            "+14158867900, +14158867900",
            "011442079460000, +442079460000",
            "00442079460000, +442079460000",
            "442079460000, +442079460000",
            "1001, 1001",
            "0011, 0011",
            "*97, *97",
            "*4158867900, *4158867900",
            "no_match, no_match"
        })
        void areStoredAsTelephoneNumbersWhereTheyAre(String sent, String stored) {
            assertThat(put("'numbers':['" + sent + "']").data().array("numbers").texts())
                    .containsExactly(stored);
        }

        @Test
        void orPatternsMustBeThere() {
            String refusal = "{'numbers':{'required':"
                    + "{'message':'Callflows must be assigned at least one number or pattern'}}}";
            assertRefused(put("'name':'x'"), refusal);
            assertRefused(put("'numbers':[],'patterns':[]"), refusal);
            assertRefused(
                    office.put("callflows", "{}"),
                    "{'flow':{'required':{'message':'Field is required but missing','value':'flow'}},"
                            + "'numbers':{'required':"
                            + "{'message':'Callflows must be assigned at least one number or pattern'}}}");
        }

        @Test
        void mustBeAList() {
            assertRefused(
                    put("'numbers':'1001'"),
                    "{'numbers':{'type':"
                            + "{'message':'Value did not match type: array','target':'array','value':'1001'}}}");
            assertRefused(
                    put("'patterns':{'a':1}"),
                    "{'patterns':{'type':"
                            + "{'message':'Value did not match type: array','target':'array','value':{'a':1}}}}");
        }

        @Test
        void keepTheRulesOfTheSchema() {
            assertRefused(
                    put("'numbers':['','1001','1001']"),
                    "{'numbers':{'uniqueItems':{'message':'List of items is not unique','value':['','1001','1001']}},"
                            + "'numbers.0':{'minLength':{'message':'String must be at least 1 characters',"
                            + "'target':1,'value':'','cause':''}}}");
        }

        @Test
        void areWrittenInOneWayBeforeTheyAreCompared() {
            assertThat(put("'numbers':['4158867900','+14158867900']")
                            .data()
                            .object("numbers")
                            .keys())
                    .containsExactly("uniqueItems");
        }
    }

    @Nested
    class In_one_account {
        @Test
        void aNumberLeadsToOneCallflow() {
            String id = office.made("callflows", "{'name':'Main','numbers':['1001','1002'],'flow':{'module':'noop'}}");
            assertRefused(
                    put("'numbers':['1003','1001']"),
                    "{'numbers':{'unique':{'message':'Number 1001 exists in callflow " + id
                            + " Main','cause':'1001'}}}");
            assertThat(office.patch("callflows/" + id, "{'name':'Other'}").status())
                    .isEqualTo(200);
            String other = office.made("callflows", "{'numbers':['1004'],'flow':{'module':'noop'}}");
            assertThat(office.patch("callflows/" + other, "{'numbers':['1002']}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void aPatternLeadsToOneCallflowWhichIsNamedByItsIdIfItHasNoName() {
            String id = office.made("callflows", "{'patterns':['^1$'],'flow':{'module':'noop'}}");
            assertRefused(
                    put("'patterns':['^1$']"),
                    "{'patterns':{'unique':{'message':'Pattern ^1$ exists in callflow " + id + " " + id
                            + "','cause':'^1$'}}}");
        }

        @Test
        void bothAreReportedAndTheLastOfSeveralNumbers() {
            office.made("callflows", "{'numbers':['1','2'],'patterns':['^1$'],'flow':{'module':'noop'}}");
            Response refused = put("'numbers':['1','2'],'patterns':['^1$']");
            assertThat(refused.data().keys()).containsExactlyInAnyOrder("numbers", "patterns");
            assertThat(refused.data().text("numbers", "unique", "cause")).isEqualTo("2");
        }

        @Test
        void otherAccountsDoNotCount() {
            office.made("callflows", "{'numbers':['1001'],'flow':{'module':'noop'}}");
            String path = "accounts/" + office.child() + "/callflows";
            assertThat(office.client()
                            .put(path, json("{'numbers':['1001'],'flow':{'module':'noop'}}"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void onlyAGoodCallflowIsCompared() {
            office.made("callflows", "{'numbers':['1001'],'flow':{'module':'noop'}}");
            assertThat(flow("{'module':'user','data':{'timeout':'x'}}").data().keys())
                    .containsExactly("flow.data.timeout");
        }
    }

    @Nested
    class A_node {
        @Test
        void hasAModuleThatIsKnown() {
            assertRefused(
                    flow("{'module':'dance'}"),
                    "{'flow.module':{'error':"
                            + "{'message':'unable to find callflow schema for module dance','value':'dance'}},"
                            + "'schema':{'schema':{'message':'schema not found','schema':'callflows.dance'}}}");
        }

        @Test
        void isCheckedAtEveryDepth() {
            assertRefused(
                    flow("{'module':'menu','data':{},'children':{'_':{'module':'user','data':{'timeout':'soon'}},"
                            + "'1':{'module':'ring_group','data':{'endpoints':[]}}}}"),
                    "{'flow.children._.data.timeout':{'type':{'message':'Value did not match type(s): integer',"
                            + "'target':'integer','value':'soon'}},"
                            + "'flow.children.1.data.endpoints':{'minItems':"
                            + "{'message':'The list must have at least 1 items','target':1,'value':[]}}}");
        }

        @Test
        void hasCastsToo() {
            assertThat(flow("{'module':'user','data':{'timeout':'25'}}").data().integer(0, "flow", "data", "timeout"))
                    .isEqualTo(25);
        }

        @Test
        void doesNotCallTheServerItself() {
            assertRefused(
                    flow("{'module':'pivot','data':{'voice_url':'http://localhost/in'}}"),
                    "{'flow.data.voice_url':{'error':"
                            + "{'message':'invalid client URL','value':'http://localhost/in'}}}");
            assertThat(flow("{'module':'pivot','data':{'voice_url':'http://pivot.example.com/in'}}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void tellsAllThatIsWrongWithAFieldAndInKazoo50TheLast() {
            String body = "{'numbers':['1'],'flow':{'module':'pivot','data':{'voice_url':'ftp:/'}}}";
            assertThat(office.put("callflows", body)
                            .data()
                            .object("flow.data.voice_url")
                            .keys())
                    .containsExactly("minLength", "pattern", "error");
            try (Office older = new Office("kazoo-5.0")) {
                assertThat(older.put("callflows", body)
                                .data()
                                .object("flow.data.voice_url")
                                .keys())
                        .containsExactly("error");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "callflow; {}; {'id':'x'}",
                    "callflow; {'doc_id':'x'}; {'doc_id':'x','path':['a','b']}",
                    "callflow; {'id':'x','flow':{'module':'noop'}}; {'flow':{'module':'noop'}}",
                    "pivot; {}; {'serverless':{'flow_doc':{'module':'noop'},'flow_type':'application/json'}}",
                    "ring_group; {}; {'group_id':'x'}",
                    "doorman; {'tones':[{}]}; {'id':'x','vmbox_id':'y'}",
                    "branch_variable; {'variable':5}; {'variable':['a','b'],'scope':'doc','id':'x'}"
                })
        void knowsTheModulesOfTheNewestKazoo(String module, String bad, String good) {
            assertThat(flow("{'module':'" + module + "','data':" + bad + "}").status())
                    .isEqualTo(400);
            assertThat(flow("{'module':'" + module + "','data':" + good + "}").status())
                    .isEqualTo(201);
        }
    }
}
