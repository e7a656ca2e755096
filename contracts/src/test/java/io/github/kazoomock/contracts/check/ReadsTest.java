package io.github.kazoomock.contracts.check;

import static io.github.kazoomock.contracts.check.PactText.A;
import static io.github.kazoomock.contracts.check.PactText.ID;
import static io.github.kazoomock.contracts.check.PactText.one;
import static io.github.kazoomock.contracts.check.PactText.reading;
import static io.github.kazoomock.contracts.check.PactText.request;
import static io.github.kazoomock.contracts.check.PactText.sending;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pact says of replies that cannot be, finding by finding; nothing runs. */
@Timeout(60)
class ReadsTest {
    private PactText pacts = new PactText(Path.of("."));

    @BeforeEach
    void folder(@TempDir Path folder) {
        pacts = new PactText(folder);
    }

    private List<String> found(String interactions) {
        return pacts.found(PactText.NEWEST, interactions);
    }

    @Nested
    class AReply {
        @Test
        void isReadWhereNothingEverIs() {
            assertThat(found(reading("GET", A + "/menus/" + ID, 200, "{'data': {'nmae': 'main', 'retries': 3}}")))
                    .containsExactly("field that no reply has | response body /data/nmae | name"
                            + " | a field that is never there");
        }

        @Test
        void isReadFarDownWhereNothingEverIs() {
            assertThat(found(reading(
                            "GET",
                            A + "/devices/" + ID,
                            200,
                            "{'data': {'sip': {'usrname': 'x', 'method': 'password'}}}")))
                    .containsExactly("field that no reply has | response body /data/sip/usrname"
                            + " | username | a field that is never there");
        }

        @Test
        void hasRowsThatDoNotShowWhatDocumentsHave() {
            assertThat(found(reading("GET", A + "/menus", 200, "{'data': [{'id': 'x', 'name': 'y', 'retries': 3}]}")))
                    .containsExactly("field that no reply has | response body /data/0/retries"
                            + " | a field that replies of menus.list have | a field that is never there");
        }

        @Test
        void isReadByRulesAlone() {
            assertThat(found(one("'request': {'method': 'GET', 'path': '" + A + "/menus/" + ID + "'}, 'response':"
                            + " {'status': 200, 'body': {'data': {}}, 'matchingRules': {'body': {'$.data.nmae':"
                            + " {'matchers': [{'match': 'type'}]}}}}")))
                    .containsExactly("field that no reply has | response body /data/nmae | name"
                            + " | a field that is never there");
        }

        @Test
        void isExpectedToBeOfAnotherType() {
            assertThat(found(reading("GET", A + "/menus/" + ID, 200, "{'data': {'retries': '3'}}")))
                    .containsExactly("wrong type | response body /data/retries | integer | string");
            assertThat(found(reading("GET", A + "/menus", 200, "{'data': {'id': 'x'}}")))
                    .containsExactly("wrong type | response body /data | array | object");
        }

        @Test
        void isExpectedToHaveAValueThatIsNotInTheSchema() {
            assertThat(found(reading("GET", A + "/devices/" + ID, 200, "{'data': {'sip': {'method': 'magic'}}}")))
                    .containsExactly("value that no reply has | response body /data/sip/method"
                            + " | \"password\", \"ip\" or \"authorization\" | \"magic\"");
        }

        @Test
        void hasAStatusThatKazooDoesNotKnow() {
            assertThat(found(reading("GET", A + "/menus", 418, "{}")))
                    .containsExactly("status that no reply has | response status | a refusal of KAZOO: 400, 401, 402,"
                            + " 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 416, 423, 429, 431, 500, 501, 502,"
                            + " 503 | 418");
            assertThat(found(reading("PUT", A + "/menus", 200, "{}")))
                    .contains("status that no reply has | response status | a success of PUT: 201, 202, 204 | 200");
        }

        @Test
        void hasAnEnvelopeThatKazooDoesNotKnow() {
            assertThat(found(reading("GET", A + "/menus", 200, "{'status': 'ok', 'reslut': 1, 'page_size': '5'}")))
                    .containsExactly(
                            "wrong type | response body /page_size | integer | string",
                            "field that no reply has | response body /reslut | a key of the envelope"
                                    + " | a field that is never there",
                            "value that no reply has | response body /status | \"success\" | \"ok\"");
            assertThat(found(reading("GET", A + "/menus/" + ID, 404, "{'status': 'error', 'error': 404}")))
                    .containsExactly("wrong type | response body /error | string | integer");
        }

        @Test
        void showsWhatTheConsumerStoresItself() {
            String made = sending("PUT", A + "/menus", "{'data': {'name': 'main', 'our_colour': 'red'}}");
            String read = reading("GET", A + "/menus/" + ID, 200, "{'data': {'our_colour': 'red'}}");
            assertThat(found(made + "," + read.replace("a request", "another"))).isEmpty();
            assertThat(found(read)).hasSize(1);
        }

        @Test
        void mayHaveAnyKeysWhereOnlyTheirValuesAreRead() {
            assertThat(found(one("'request': {'method': 'GET', 'path': '" + A + "/menus/" + ID + "'}, 'response':"
                            + " {'status': 200, 'body': {'data': {'nmae': 'x'}}, 'matchingRules': {'body': {'$.data':"
                            + " {'matchers': [{'match': 'values'}]}}}}")))
                    .isEmpty();
        }

        @Test
        void ofChosenFieldsHasWhatWasChosen() {
            String interaction = one("'request': {'method': 'GET', 'path': '" + A + "/menus', 'query':"
                    + " 'fields=retries'}, 'response': {'status': 200, 'body': {'data': [{'retries': 3}]}}");
            assertThat(found(interaction)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2.0.0", "3.0.0", "4.0"})
    void everyVersionOfPactIsRead(String version) {
        String content = version.equals("4.0")
                ? "{'content': {'data': {'nmae': 'x'}}, 'contentType': 'application/json', 'encoded': false}"
                : "{'data': {'nmae': 'x'}}";
        String type = version.equals("4.0") ? "'type': 'Synchronous/HTTP', " : "";
        assertThat(found("{" + type + "'description': 'a request', 'request': {'method': 'get', 'path': '" + A
                        + "/menus/" + ID + "'}, 'response': {'status': 200, 'body': " + content + "}}"))
                .containsExactly(
                        "field that no reply has | response body /data/nmae | name" + " | a field that is never there");
    }

    @Test
    void messagesAreIgnoredAndCounted() throws IOException {
        Checked checked = pacts.check(
                PactText.NEWEST,
                "{'type': 'Asynchronous/Messages', 'description': 'x'}," + request("GET", A + "/menus"));
        assertThat(checked.report().subject())
                .isEqualTo("1 request against the operations of kazoo-5, 1 that is not to the API ignored");
    }

    @Test
    void tellsOnWhichOperationsTheConsumerRelies() throws IOException {
        Checked checked = pacts.check(
                PactText.NEWEST,
                request("GET", A + "/menus") + "," + request("GET", A + "/devices/" + ID) + ","
                        + request("GET", A + "/menus"));
        assertThat(checked.used().lines())
                .containsExactly("devices.get  source sheet  once", "menus.list   seed          2 times");
    }
}
