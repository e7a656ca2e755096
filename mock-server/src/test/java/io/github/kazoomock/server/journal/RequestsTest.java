package io.github.kazoomock.server.journal;

import static io.github.kazoomock.server.journal.JournalServer.at;
import static io.github.kazoomock.server.journal.JournalServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `/__admin/requests` tells. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {
    private final JournalServer mock = new JournalServer();
    private final TestClient grace = mock.client().login(mock.login("grace"));
    private final String devices = mock.account("grace") + "/devices";

    @BeforeEach
    void clear() {
        mock.admin("POST", "reset", "");
        assertThat(mock.requests("")).as("a reset clears the journal").isEmpty();
    }

    @AfterAll
    void stop() {
        mock.close();
    }

    @Nested
    class AnEntry {
        @Test
        void tellsWhatWasAskedAndAnswered() {
            Response made = grace.put(devices, json("{'name':'Fax'}"));
            JsonObject entry = mock.last();
            assertThat(entry.keys())
                    .containsExactly(
                            "id",
                            "request_id",
                            "time",
                            "method",
                            "path",
                            "query",
                            "status",
                            "operation",
                            "reason",
                            "fault",
                            "account_id",
                            "duration_us",
                            "request",
                            "response",
                            "trail",
                            "documents",
                            "near_misses");
            assertThat(entry.text("request_id")).isEqualTo(made.body().text("request_id"));
            assertThat(entry.text("time")).isEqualTo(JournalServer.START.toString());
            assertThat(entry.text("method")).isEqualTo("PUT");
            assertThat(entry.text("path")).isEqualTo("/v2/" + devices);
            assertThat(entry.get("query")).isEqualTo(JsonLiteral.NULL);
            assertThat(entry.integer(0, "status")).isEqualTo(201);
            assertThat(entry.text("operation")).isEqualTo("devices.create");
            assertThat(entry.text("reason")).isEmpty();
            assertThat(entry.text("account_id")).isEqualTo(mock.login("grace").accountId());
            assertThat(entry.object("request", "body")).isEqualTo(json("{'data':{'name':'Fax'}}"));
            assertThat(entry.text("request", "headers", "x-auth-token")).isEqualTo(grace.token());
            assertThat(entry.object("response", "body")).isEqualTo(made.body());
            assertThat(entry.text("response", "headers", "content-type")).isEqualTo("application/json");
            assertThat(entry.array("trail").size()).isZero();
        }

        @Test
        void isFoundByItsNumberAndByTheRequestIdOfTheEnvelope() {
            Response made = grace.get(devices);
            JsonObject entry = mock.last();
            assertThat(mock.get("requests/" + entry.text("id"))).isEqualTo(entry);
            assertThat(mock.get("requests/" + made.body().text("request_id"))).isEqualTo(entry);
            assertThat(mock.admin("GET", "requests/999999", "").status()).isEqualTo(404);
        }

        @Test
        void hasTextsAsTheyAreAndOtherBytesInBase64() {
            mock.client().send("PUT", "user_auth", "{broken");
            assertThat(mock.last().text("request", "body")).isEqualTo("{broken");
            mock.client().with("Content-Type", "audio/mp3").upload("PUT", "user_auth", new byte[] {-1, 0, 1});
            assertThat(mock.last().text("request", "body_base64")).isEqualTo("/wAB");
        }

        @Test
        void keepsTheBeginningOfALongBody() {
            mock.client().send("PUT", "user_auth", "{'data':{'x':'" + "ä".repeat(200_000) + "'}}");
            JsonObject request = mock.last().object("request");
            assertThat(request.isTrue("truncated")).isTrue();
            assertThat(request.integer(0, "body_bytes")).isGreaterThan(400_000);
            assertThat(request.textOr("body", "")).startsWith("{'data'").hasSizeLessThan(200_000);
        }
    }

    @Nested
    class TheDocuments {
        @Test
        void thatWereMadeEditedAndDeletedAreNamedWithTheDifference() {
            String id = grace.put(devices, json("{'name':'Fax'}")).data().textOr("id", "");
            JsonObject made = document(id);
            assertThat(made.text("change")).isEqualTo("created");
            assertThat(made.text("type")).isEqualTo("device");
            assertThat(made.text("account_id")).isEqualTo(mock.login("grace").accountId());
            assertThat(made.text("after", "name")).isEqualTo("Fax");
            assertThat(made.has("before")).isFalse();
            grace.patch(devices + "/" + id, json("{'name':'Copier','tags':['a/b']}"));
            JsonObject edited = document(id);
            assertThat(edited.text("change")).isEqualTo("edited");
            assertThat(edited.array("patch").values())
                    .contains(
                            json("{'op':'replace','path':'/name','value':'Copier'}"),
                            json("{'op':'add','path':'/tags','value':['a/b']}"));
            grace.delete(devices + "/" + id);
            JsonObject deleted = document(id);
            assertThat(deleted.text("change")).isEqualTo("deleted");
            assertThat(deleted.text("before", "name")).isEqualTo("Copier");
            assertThat(deleted.has("patch")).isFalse();
        }

        @Test
        void ofReactionsAreAmongThem() {
            TestClient larkspur = mock.client().login(mock.login("admin"));
            larkspur.put(mock.account("grace"), json("{'name':'Annex'}"));
            List<String> types = mock.last().array("documents").values().stream()
                    .map(document -> ((JsonObject) document).textOr("type", ""))
                    .toList();
            assertThat(types).first().isEqualTo("account");
            assertThat(types).hasSizeGreaterThan(1);
        }

        @Test
        void ofReadsAndRefusalsAreNone() {
            grace.get(devices);
            assertThat(mock.last().array("documents").size()).isZero();
            grace.put(devices, json("{'name':''}"));
            assertThat(mock.last().integer(0, "status")).isEqualTo(400);
            assertThat(mock.last().array("documents").size()).isZero();
        }

        private JsonObject document(String id) {
            return mock.last().array("documents").values().stream()
                    .map(JsonObject.class::cast)
                    .filter(document -> id.equals(document.text("id")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class TheTrail {
        @Test
        void ofInvalidDataNamesKeywordAndPointer() {
            grace.put(devices, json("{'name':'','sip':{'method':'magic'},'dial_plan':{'^1$':{'prefix':7}}}"));
            JsonObject step = refusal();
            assertThat(step.text("check")).isEqualTo("validation");
            assertThat(step.text("schema")).isEqualTo("devices");
            assertThat(violation(step, "/name").text("keyword")).isEqualTo("minLength");
            assertThat(violation(step, "/sip/method").text("keyword")).isEqualTo("enum");
        }

        @Test
        void tellsAKeywordFromTheNameThatKazooReportsItBy() {
            grace.put(mock.account("grace") + "/users", json("{'first_name':'A','last_name':'B','email':'nowhere'}"));
            JsonObject violation = violation(refusal(), "/email");
            assertThat(violation.text("keyword")).isEqualTo("format");
            assertThat(violation.text("rule")).isEqualTo("wrong_format");
            assertThat(violation.text("value")).isEqualTo("nowhere");
        }

        @Test
        void ofARuleBesideTheSchemaHasNoKeyword() {
            grace.put(
                    mock.account("grace") + "/users",
                    json("{'first_name':'A','last_name':'B','username':'grace','password':'long enough'}"));
            JsonObject violation = violation(refusal(), "/username");
            assertThat(violation.text("rule")).isEqualTo("unique");
            assertThat(violation.has("keyword")).isFalse();
        }

        @Test
        void ofAForeignAccountNamesTheRuleAndBothAccounts() {
            grace.get(mock.account("admin") + "/devices");
            JsonObject step = refusal();
            assertThat(step.text("check")).isEqualTo("access");
            assertThat(step.text("rule")).isEqualTo("the account and its ancestors");
            assertThat(step.text("account_id")).isEqualTo(mock.login("admin").accountId());
            assertThat(step.text("token_account_id"))
                    .isEqualTo(mock.login("grace").accountId());
            assertThat(mock.last().array("trail").values())
                    .contains(json("{'check':'authentication','passed':true}"))
                    .doesNotContain(json("{'check':'accept','passed':true}"));
        }

        @Test
        void namesTheCheckThatRefused() {
            assertThat(refusal(() -> mock.client().get(devices))).isEqualTo("authentication");
            assertThat(refusal(() -> mock.client().get("accounts/" + "0".repeat(32))))
                    .isEqualTo("account");
            assertThat(refusal(() -> mock.client().get("nothing"))).isEqualTo("endpoint");
            assertThat(refusal(() -> grace.send("PUT", devices, "{"))).isEqualTo("body");
            assertThat(refusal(() -> grace.send("MAKE", devices, null))).isEqualTo("method");
            assertThat(refusal(() -> grace.delete(devices))).isEqualTo("operation");
            assertThat(refusal(() -> grace.get("/v1/accounts"))).isEqualTo("version");
            assertThat(refusal(() -> grace.with("Accept", "image/png").get(devices)))
                    .isEqualTo("accept");
            assertThat(refusal(() -> grace.get(mock.account("grace") + "/users/" + "0".repeat(32) + "/devices")))
                    .isEqualTo("parents in the path");
            assertThat(refusal(() -> grace.get(devices + "/" + "0".repeat(32)))).isEqualTo("request");
            String id = grace.put(devices, json("{'name':'Fax'}")).data().textOr("id", "");
            assertThat(refusal(() -> grace.with("If-Match", "\"other\"").delete(devices + "/" + id)))
                    .isEqualTo("preconditions");
        }

        @Test
        void namesAFaultThatRefused() {
            mock.admin("POST", "faults", "{'match':{'operation':'devices.list'},'fault':{'status':503}}");
            assertThat(refusal(() -> grace.get(devices))).isEqualTo("fault rules");
            mock.admin("DELETE", "faults", "");
            assertThat(refusal().text("code")).isEqualTo("datastore_fault");
        }

        private String refusal(Runnable request) {
            request.run();
            return refusal().textOr("check", "");
        }

        private JsonObject refusal() {
            return at(mock.last(), "trail", -1);
        }

        private JsonObject violation(JsonObject step, String pointer) {
            return step.array("violations").values().stream()
                    .map(JsonObject.class::cast)
                    .filter(violation -> pointer.equals(violation.text("pointer")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(step.toString()));
        }
    }

    @Nested
    class ASelection {
        @ParameterizedTest
        @CsvSource({
            "method=put, 2",
            "method=DELETE, 0",
            "operation=devices.create, 2",
            "operation=devices.*, 3",
            "operation=, 1",
            "status=404, 1",
            "status=4xx, 2",
            "status=201, 1",
            "path=/v2/nothing, 1",
            "path=/v2/accounts/*/devices, 3",
            "path=*nothing*&method=GET, 1",
            "from=2026-05-16T10:20:31Z, 1",
            "from=63946146031, 1",
            "to=2026-05-16T10:20:31Z, 3",
            "method=GET&limit=1, 2",
        })
        void isMadeByMethodPathOperationStatusAndTime(String query, int total) {
            story();
            assertThat(mock.get("requests?" + query).integer(-1, "total")).isEqualTo(total);
        }

        @Test
        void isInTheOrderOfComingAndItsLimitLeavesTheNewest() {
            story();
            assertThat(mock.requests(""))
                    .extracting(entry -> entry.integer(0, "status"))
                    .containsExactly(201L, 400L, 404L, 200L);
            assertThat(mock.requests("?limit=2"))
                    .extracting(entry -> entry.integer(0, "status"))
                    .containsExactly(404L, 200L);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "colour=red | the query knows no colour; it knows method, path, operation, status, from, to, limit",
                    "status=9 | status: 9 is none; use 404 or 4xx",
                    "limit=-1 | limit: -1 is no whole number from 0 to 2147483647",
                    "from=noon | from: noon is neither an instant nor Gregorian seconds; use 2026-05-16T10:20:30Z or"
                            + " 63946146030",
                })
        void thatMeansNothingSaysSo(String query, String complaint) {
            Response refused = mock.admin("GET", "requests?" + query, "");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).isEqualTo(complaint);
        }

        private void story() {
            mock.admin("POST", "clock", "{'set':'2026-05-16T10:20:30Z','frozen':true}");
            grace.put(devices, json("{'name':'Fax'}"));
            grace.put(devices, json("{'name':''}"));
            grace.get("nothing");
            mock.admin("POST", "clock", "{'set':'2026-05-16T10:20:31Z','frozen':true}");
            grace.get(devices);
            mock.admin("POST", "clock", "{'set':'2026-05-16T10:20:30Z','frozen':true}");
        }
    }

    @Nested
    class ARequestThatNoOperationServed {
        @ParameterizedTest
        @CsvSource({
            "GET, accounts/ACCOUNT/device, GET accounts/{ACCOUNT_ID}/devices",
            "GET, accounts/ACCOUNT/dvices/ID, GET accounts/{ACCOUNT_ID}/devices/{DEVICE_ID}",
            "DELETE, accounts/ACCOUNT/devices, PUT accounts/{ACCOUNT_ID}/devices",
            "POST, accounts/ACCOUNT/user, PUT accounts/{ACCOUNT_ID}/users",
            "PUT, user-auth, PUT user_auth",
            "GET, /accounts/ACCOUNT/devices, GET accounts/{ACCOUNT_ID}/devices",
        })
        void namesTheClosestOnes(String method, String path, String near) {
            String asked =
                    path.replace("ACCOUNT", mock.login("grace").accountId()).replace("ID", "0".repeat(32));
            grace.send(method, asked, null);
            assertThat(mock.last().array("near_misses").texts())
                    .as(asked)
                    .contains(near)
                    .hasSizeLessThanOrEqualTo(3);
        }

        @Test
        void namesNoneWhenNothingIsClose() {
            grace.get("completely/different/thing");
            assertThat(mock.last().text("operation")).isEmpty();
            assertThat(mock.last().array("near_misses").size()).isZero();
        }

        @Test
        void namesNoneWhenThePathWasRight() {
            grace.send("PUT", devices, "{");
            assertThat(mock.last().text("operation")).isEmpty();
            assertThat(mock.last().array("near_misses").size()).isZero();
        }
    }

    @Nested
    class ASandbox {
        @Test
        void hasAJournalOfItsOwn() {
            mock.admin("POST", "sandboxes", "{'name':'one'}");
            mock.in("one").login(mock.login("grace")).get(devices);
            assertThat(mock.requests("")).isEmpty();
            List<JsonObject> own = mock.get("sandboxes/one/requests?path=/v2/*").array("requests").values().stream()
                    .map(JsonObject.class::cast)
                    .toList();
            assertThat(own)
                    .extracting(entry -> entry.text("path"))
                    .containsExactly("/sandboxes/one/v2/user_auth", "/sandboxes/one/v2/" + devices);
            assertThat(mock.admin("DELETE", "sandboxes/one/requests", "").body())
                    .isEqualTo(json("{'cleared':2}"));
            assertThat(mock.get("sandboxes/one/requests")).isEqualTo(json("{'requests':[],'total':0}"));
            mock.admin("DELETE", "sandboxes/one", "");
            assertThat(mock.admin("GET", "sandboxes/one/requests", "").status()).isEqualTo(404);
        }

        @Test
        void hasNoneWhenTheyAreOff() {
            try (JournalServer off = new JournalServer(KazooServer.builder().journal(0))) {
                off.client().login(off.login("grace"));
                Response refused = off.admin("GET", "requests", "");
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.body().text("message"))
                        .isEqualTo("no journal is kept; start the server with --journal 32m");
            }
        }
    }
}
