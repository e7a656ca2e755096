package io.github.kazoomock.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a reply that is not as agreed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ComparisonTest {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    @ParameterizedTest(name = "{3}: {4}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // expected, rules of the body, actual, kind, where, expected in words, actual in words
                "{'data':{'name':'x'}} ! {'$.data.name':type} ! {'data':{}} ! missing field ! /data/name ! string ! ",
                "{'data':{'name':'x'}} ! {'$.data.name':type} ! {'data':{'title':'x'}} ! missing field ! /data/name !"
                        + " string ! ",
                "{'data':{'name':'x'}} ! {} ! {'name':'x'} ! missing field ! /data ! object ! ",
                "{'data':{'name':'x'}} ! {'$.data.name':type} ! {'data':{'name':5}} ! wrong type ! /data/name ! string !"
                        + " integer 5",
                "{'data':{'name':'x'}} ! {'$.data.name':type} ! {'data':{'name':null}} ! wrong type ! /data/name !"
                        + " string ! null",
                "{'data':{'name':'x'}} ! {'$.data':type} ! {'data':[1]} ! wrong type ! /data ! object ! array [1]",
                "{'data':{'on':true}} ! {'$.data.on':type} ! {'data':{'on':'true'}} ! wrong type ! /data/on ! boolean !"
                        + " string \"true\"",
                "{'data':{'n':1}} ! {'$.data.n':integer} ! {'data':{'n':1.5}} ! wrong type ! /data/n ! integer ! 1.5",
                "{'data':{'n':1.5}} ! {'$.data.n':decimal} ! {'data':{'n':1}} ! wrong type ! /data/n ! decimal ! 1",
                "{'data':{'s':'a'}} ! {'$.data.s':{'match':'regex','regex':'^(a|b-c)$'}} ! {'data':{'s':'d'}} !"
                        + " not in enum ! /data/s ! one of a, b-c ! \"d\"",
                "{'data':{'s':'a'}} ! {'$.data.s':{'match':'regex','regex':'a|b'}} ! {'data':{'s':'A'}} !"
                        + " not in enum ! /data/s ! one of a, b ! \"A\"",
                "{'data':{'s':'ab'}} ! {'$.data.s':{'match':'regex','regex':'^[a-f]{2}$'}} ! {'data':{'s':'xy'}} !"
                        + " wrong pattern ! /data/s ! ^[a-f]{2}$ ! \"xy\"",
                "{'t':'2026-01-05'} ! {'$.t':{'match':'date','date':'yyyy-MM-dd'}} ! {'t':'5.1.26'} ! wrong pattern ! /t !"
                        + " yyyy-MM-dd ! \"5.1.26\"",
                "{'s':'abc'} ! {'$.s':{'match':'include','value':'b'}} ! {'s':'x'} ! wrong value ! /s !"
                        + " a text with \"b\" ! \"x\"",
                "{'data':{'name':'x'}} ! {} ! {'data':{'name':'y'}} ! wrong value ! /data/name ! \"x\" ! \"y\"",
                "{'l':[1]} ! {'$.l':{'match':'type','min':1}} ! {'l':[]} ! too few elements ! /l ! at least 1 ! 0",
                "{'l':[1]} ! {'$.l':{'match':'type','max':2}} ! {'l':[1,2,3]} ! too many elements ! /l ! at most 2 ! 3",
                "{'l':[1]} ! {} ! {'l':[1,2]} ! too many elements ! /l ! 1 ! 2",
                "{'l':[1,2]} ! {} ! {'l':[1]} ! too few elements ! /l ! 2 ! 1",
                "{'l':['a','b']} ! {} ! {'l':['b','a']} ! wrong order ! /l ! [\"a\",\"b\"] ! [\"b\",\"a\"]",
                "{'l':[{'n':'x'}]} ! {'$.l':{'match':'type','min':1}} ! {'l':[{'n':'x'},{'n':5}]} ! wrong type ! /l/1/n !"
                        + " string ! integer 5",
                "{'l':[{'n':'x'}]} ! {'$.l':{'match':'type','min':1}} ! {'l':[{'n':'x'},{}]} ! missing field ! /l/1/n !"
                        + " string ! ",
                "{'a b':{'c/d':'x'}} ! {} ! {'a b':{'c/d':'y'}} ! wrong value ! /a b/c~1d ! \"x\" ! \"y\"",
                "{'o':{'a':1}} ! {'$.o':{'match':'eachKey','rules':[{'match':'regex','regex':'[a-z]+'}]}} !"
                        + " {'o':{'A1':1}} ! unexpected field ! /o/A1 !  ! 1",
            })
    void names_what_is_wrong_in_a_body(
            String expected, String rules, String actual, String kind, String where, String wanted, String got) {
        assertThat(of(pact(json(expected), json(rules)), 200, JSON, json(actual)))
                .containsExactly(new Finding(
                        kind, "response body " + where, wanted == null ? "" : wanted, got == null ? "" : got));
    }

    @Test
    void other_keys_longer_lists_and_other_values_of_the_right_type_are_fine() {
        PactInteraction interaction = pact(
                json("{'data':[{'id':'a1','n':1}],'status':'success'}"),
                json("{'$.data':{'match':'type','min':1},'$.data[*].id':{'match':'regex','regex':'[a-f0-9]+'}}"));
        assertThat(of(
                        interaction,
                        200,
                        JSON,
                        json("{'data':[{'id':'ff','n':7},{'id':'0','n':2,'more':1}],'status':'success','x':1}")))
                .isEmpty();
    }

    @Test
    void a_refusal_is_told_by_its_status_alone() {
        PactInteraction interaction = pact("{\"data\":{\"name\":\"x\"}}", "{}");
        assertThat(of(interaction, 404, JSON, "{\"error\":\"404\"}"))
                .containsExactly(
                        new Finding("unexpected status", "response status", "200", "404: {\"error\":\"404\"}"));
        assertThat(of(interaction, 201, JSON, "{}"))
                .extracting(Finding::kind)
                .containsExactly("unexpected status", "missing field");
    }

    @Test
    void headers() {
        PactInteraction interaction = read("""
                "response": {"status": 200, "headers": {"Content-Type": ["application/json"], "ETag": ["\\"a\\""]}},
                """);
        assertThat(of(interaction, 200, Map.of("content-type", "text/csv"), ""))
                .containsExactlyInAnyOrder(
                        new Finding("missing header", "response header etag", "\"a\"", ""),
                        new Finding(
                                "wrong content type", "response header content-type", "application/json", "text/csv"));
        assertThat(of(interaction, 200, Map.of("content-type", "application/json", "etag", "\"b\""), ""))
                .containsExactly(new Finding("wrong header", "response header etag", "\"a\"", "\"b\""));
    }

    @Test
    void bodies_that_are_not_there_or_no_json() {
        PactInteraction interaction = pact("{\"data\":1}", "{}");
        assertThat(of(interaction, 200, Map.of(), ""))
                .extracting(Finding::kind)
                .containsExactly("missing header", "missing body");
        assertThat(of(interaction, 200, Map.of("content-type", "text/plain"), "data"))
                .extracting(Finding::kind)
                .containsExactly("wrong content type");
        assertThat(of(interaction, 200, JSON, "{\"data\":"))
                .containsExactly(new Finding("no JSON", "response body", "JSON", "{\"data\":"));
    }

    @Test
    void a_generator_without_its_value_is_told_by_name() {
        PactInteraction interaction = read("""
                "request": {"method": "GET", "path": "/v2/a/1", "generators": {"path":
                  {"type": "ProviderState", "expression": "/v2/a/${MENU_ID}", "dataType": "STRING"}}},
                "response": {"status": 200},
                """);
        assertThatThrownBy(() -> interaction.request(Map.of("ACCOUNT_ID", Json.of("1"))))
                .isInstanceOf(PactProblem.class)
                .hasMessage("the request needs ${MENU_ID}, and the provider states gave only ACCOUNT_ID");
    }

    @Test
    void a_value_of_a_state_is_expected_where_the_response_has_a_generator() {
        PactInteraction interaction = read("""
                "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                  "body": {"content": {"id": "1"}, "contentType": "application/json", "encoded": false},
                  "generators": {"body": {"$.id": {"type": "ProviderState", "expression": "${ID}", "dataType": "STRING"}}}},
                """);
        Response actual = new Response(200, JSON, "{\"id\":\"2\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(interaction.compare(actual, Map.of("ID", Json.of("2")))).isEmpty();
        assertThat(interaction.compare(actual, Map.of("ID", Json.of("3"))))
                .containsExactly(new Finding("wrong value", "response body /id", "\"3\"", "\"2\""));
    }

    private static List<Finding> of(PactInteraction interaction, int status, Map<String, String> headers, String body) {
        return interaction.compare(new Response(status, headers, body.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    private static PactInteraction pact(String body, String rules) {
        String all = rules.equals("{}") ? "" : ", \"matchingRules\": {\"body\": " + rules + "}";
        return read("\"response\": {\"status\": 200, \"headers\": {\"Content-Type\": [\"application/json\"]},"
                + " \"body\": {\"content\": " + body + ", \"contentType\": \"application/json\", \"encoded\": false}"
                + all + "},");
    }

    private static PactInteraction read(String parts) {
        String request = parts.contains("\"request\"") ? "" : "\"request\": {\"method\": \"GET\", \"path\": \"/v2\"},";
        String text = "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": [{"
                + request + parts + "\"type\": \"Synchronous/HTTP\", \"description\": \"d\"}],"
                + " \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}";
        return PactReading.read("a test", text.getBytes(StandardCharsets.UTF_8), false)
                .interactions()
                .get(0);
    }

    /** Single quotes as double ones, and rules without their clothes: {@code type} is a list of one matcher. */
    private static String json(String text) {
        return text.replace('\'', '"')
                .replaceAll("(\"\\$[^\"]*\"):(\\w+)", "$1:{\"match\":\"$2\"}")
                .replaceAll("(\"\\$[^\"]*\"):(\\{[^}]*?(?:\\{\\d}[^}]*)?})", "$1:{\"matchers\":[$2]}");
    }
}
