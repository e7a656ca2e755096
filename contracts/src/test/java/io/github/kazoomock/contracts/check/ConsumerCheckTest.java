package io.github.kazoomock.contracts.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pact says that cannot be, finding by finding; nothing runs. */
@Timeout(60)
class ConsumerCheckTest {
    private static final String A = "/v2/accounts/6d6a1c1c0a4b4e0f9a6b1d7a3f1c2e5b";
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static final ConsumerCheck NEWEST = ConsumerCheck.of(Profile.KAZOO_5, true);

    @TempDir
    private Path folder;

    @Nested
    class ARequestLine {
        @Test
        void withAWordMisspeltIsAnUnknownPath() {
            assertThat(found(request("GET", A + "/menu")))
                    .containsExactly("unknown path | GET " + A + "/menu"
                            + " | did you mean GET accounts/{ACCOUNT_ID}/menus, PUT accounts/{ACCOUNT_ID}/menus or"
                            + " GET accounts/{ACCOUNT_ID}?"
                            + " | a path that nothing serves");
        }

        @Test
        void likeNothingElseIsAnUnknownPath() {
            assertThat(found(request("GET", "/v2/nothing/like/this/at/all")))
                    .containsExactly("unknown path | GET /v2/nothing/like/this/at/all"
                            + " | a path that KAZOO has: kazoo-mock operations lists them"
                            + " | a path that nothing serves");
        }

        @Test
        void outsideOfTheApiIsAnUnknownPath() {
            assertThat(found(request("GET", "/accounts")))
                    .containsExactly(
                            "unknown path | GET /accounts | a path that begins with /v2" + " | one outside of the API");
        }

        @Test
        void withAVerbThatThePathDoesNotTakeIsAWrongVerb() {
            assertThat(found(request("PUT", A + "/menus/" + ID)))
                    .containsExactly("wrong verb | PUT " + A + "/menus/" + ID
                            + " | DELETE, GET, PATCH or POST | PUT, which is answered with 405");
        }

        @Test
        void withoutAnAccountWhereOneIsNeededIsTold() {
            assertThat(found(request("GET", "/v2/menus")))
                    .containsExactly("no account | GET /v2/menus | GET accounts/{ACCOUNT_ID}/menus"
                            + " | a path without account");
        }

        @Test
        void ofTheOlderKazooIsNamedWhereOlderPathsDoNotCount() {
            ConsumerCheck strict = ConsumerCheck.of(Profile.KAZOO_5, false);
            assertThat(found(strict, request("GET", A + "/transactions/subscriptions")))
                    .containsExactly("older path | GET " + A + "/transactions/subscriptions"
                            + " | a path of newest KAZOO, or --legacy on"
                            + " | transactions.subscriptions, which only older KAZOO serves");
            assertThat(found(request("GET", A + "/transactions/subscriptions"))).isEmpty();
        }

        @Test
        void ofAnotherProfileIsNamed() {
            ConsumerCheck older = ConsumerCheck.of(Profile.KAZOO_5_0, true);
            assertThat(found(older, request("GET", A + "/conferences_servers")))
                    .containsExactly("path of another profile | GET " + A + "/conferences_servers"
                            + " | --profile kazoo-5 | conferences_servers.list, which kazoo-5.0 does not serve");
        }

        @Test
        void whoseRefusalIsExpectedIsFine() {
            assertThat(found(expecting(request("GET", A + "/menu"), 404))).isEmpty();
            assertThat(found(expecting(request("PUT", A + "/menus/" + ID), 405)))
                    .isEmpty();
        }

        @Test
        void ofTheCallersOwnAccountIsKnown() {
            assertThat(found(request("GET", "/v2/account/menus"))).isEmpty();
        }

        @Test
        void inASandboxOfTheMockIsKnown() {
            assertThat(found(request("GET", "/sandboxes/mine" + A + "/menus"))).isEmpty();
        }
    }

    @Nested
    class AQuery {
        @Test
        void withAKeyMisspeltIsTold() {
            assertThat(found(asking(A + "/menus", "pagesize=5&filter_name=x&paginate=false")))
                    .containsExactly(
                            "unknown query key | query pagesize | did you mean page_size?" + " | a key without effect");
        }

        @Test
        void withAKeyLikeNoneIsToldWhatIsRead() {
            assertThat(found(asking(A + "/temporal_rules/" + ID, "moonphase=3")))
                    .containsExactly("unknown query key | query moonphase"
                            + " | one that temporal_rules.get reads: timestamp, timezone | a key without effect");
        }

        @Test
        void onAnOperationWithoutKeysIsTold() {
            assertThat(found(asking(A + "/menus/" + ID, "page_size=3&pretty_print=true&_=17")))
                    .containsExactly("unknown query key | query page_size | none: menus.get reads no key of its own"
                            + " | a key without effect");
        }

        @Test
        void withAKeyThatOnlyNewestKazooReadsIsToldOfTheOther() {
            assertThat(found(ConsumerCheck.of(Profile.KAZOO_5_0, true), asking(A + "/menus", "fields=name")))
                    .containsExactly("query key of another profile | query fields | --profile kazoo-5"
                            + " | a key that kazoo-5.0 does not read");
        }

        @Test
        void isReadAsVersion4WritesIt() {
            assertThat(found(one("'request': {'method': 'GET', 'path': '" + A + "/menus', 'query':"
                            + " {'pagesize': ['5']}}, 'response': {'status': 200}")))
                    .hasSize(1);
        }
    }

    @Nested
    class ABody {
        @Test
        void withoutDataIsRefused() {
            assertThat(found(sending("PUT", A + "/menus", "{'name': 'main'}")))
                    .containsExactly("body refused | request body /data | an object in the envelope | no data");
        }

        @Test
        void whoseDataIsATextIsRefused() {
            assertThat(found(sending("PUT", A + "/menus", "{'data': 'main'}")))
                    .containsExactly("body refused | request body /data | an object | a string");
        }

        @Test
        void thatIsNoEnvelopeIsRefused() {
            assertThat(found(sending("PUT", A + "/menus", "[1]")))
                    .containsExactly("body refused | request body | an envelope: {\"data\": ...} | an array");
        }

        @Test
        void thatBreaksItsSchemaIsRefusedWithPlaceKeywordAndMessage() {
            assertThat(found(sending("PUT", A + "/menus", "{'data': {'name': 'main', 'retries': 'many'}}")))
                    .containsExactly("body refused | request body /data/retries | what schema menus takes"
                            + " | type: Value did not match type(s): integer");
        }

        @Test
        void thatLacksWhatIsRequiredIsRefusedUnlessItIsAPatch() {
            assertThat(found(sending("PUT", A + "/menus", "{'data': {'retries': 3}}")))
                    .containsExactly("body refused | request body /data/name | what schema menus takes"
                            + " | required: Field is required but missing");
            assertThat(found(sending("PATCH", A + "/menus/" + ID, "{'data': {'retries': 3}}")))
                    .isEmpty();
            assertThat(found(sending("PATCH", A + "/menus/" + ID, "{'data': {'retries': 99}}")))
                    .containsExactly("body refused | request body /data/retries | what schema menus takes"
                            + " | maximum: Value must be at most 10");
        }

        @Test
        void whoseRefusalIsExpectedIsFine() {
            assertThat(found(expecting(sending("PUT", A + "/menus", "{'data': {}}"), 400)))
                    .isEmpty();
        }

        @Test
        void ofATypeThatIsNotTakenIsRefused() {
            assertThat(found(one("'request': {'method': 'PUT', 'path': '" + A + "/menus', 'headers':"
                            + " {'Content-Type': 'text/html'}, 'body': '<p>'}, 'response': {'status': 201}")))
                    .containsExactly("content type not accepted | request header content-type | application/json"
                            + " | text/html: 415");
        }

        @Test
        void withPrivateKeysNullsAndIdsIsTaken() {
            assertThat(found(sending(
                            "PUT", A + "/menus", "{'data': {'id': 'x', '_rev': 1, 'pvt_a': 2, 'name': 'main'}}")))
                    .isEmpty();
        }
    }

    @Nested
    class AReply {
        @Test
        void isReadWhereNothingEverIs() {
            assertThat(found(reading("GET", A + "/menus/" + ID, 200, "{'data': {'nmae': 'main', 'retries': 3}}")))
                    .containsExactly("field that no reply has | response body /data/nmae | did you mean name?"
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
                            + " | did you mean username? | a field that is never there");
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
                    .containsExactly("field that no reply has | response body /data/nmae | did you mean name?"
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
                .containsExactly("field that no reply has | response body /data/nmae | did you mean name?"
                        + " | a field that is never there");
    }

    @Test
    void messagesAreIgnoredAndCounted() throws IOException {
        Checked checked =
                check(NEWEST, "{'type': 'Asynchronous/Messages', 'description': 'x'}," + request("GET", A + "/menus"));
        assertThat(checked.report().subject())
                .isEqualTo("1 request against the operations of kazoo-5, 1 that is not to the API ignored");
    }

    @Test
    void tellsOnWhichOperationsTheConsumerRelies() throws IOException {
        Checked checked = check(
                NEWEST,
                request("GET", A + "/menus") + "," + request("GET", A + "/devices/" + ID) + ","
                        + request("GET", A + "/menus"));
        assertThat(checked.used().lines())
                .containsExactly("devices.get  source sheet  once", "menus.list   seed          2 times");
    }

    private List<String> found(String interactions) {
        return found(NEWEST, interactions);
    }

    private List<String> found(ConsumerCheck check, String interactions) {
        try {
            return check(check, interactions).report().cases().stream()
                    .map(Case::findings)
                    .flatMap(List::stream)
                    .map(found -> String.join(" | ", found.kind(), found.where(), found.expected(), found.actual()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Checked check(ConsumerCheck check, String interactions) throws IOException {
        Path file = folder.resolve("app-kazoo.json");
        JsonObject pact = (JsonObject) Json.parse(("{'interactions': [" + interactions + "]}").replace('\'', '"'));
        Files.write(file, pact.utf8());
        return check.check(List.of(file));
    }

    private static String one(String rest) {
        return "{'description': 'a request', " + rest + "}";
    }

    private static String request(String method, String path) {
        return reading(method, path, method.equals("PUT") ? 201 : 200, "null");
    }

    private static String asking(String path, String query) {
        return one("'request': {'method': 'GET', 'path': '" + path + "', 'query': '" + query
                + "'}, 'response': {'status': 200}");
    }

    private static String sending(String method, String path, String body) {
        int status = method.equals("PUT") ? 201 : 200;
        return one("'request': {'method': '" + method + "', 'path': '" + path
                + "', 'headers': {'Content-Type': 'application/json'}, 'body': " + body + "}, 'response': {'status': "
                + status + "}");
    }

    private static String reading(String method, String path, int status, String body) {
        return one("'request': {'method': '" + method + "', 'path': '" + path + "'}, 'response': {'status': " + status
                + ", 'body': " + body + "}");
    }

    private static String expecting(String interaction, int status) {
        return interaction.replaceAll("'status': \\d+", "'status': " + status);
    }
}
