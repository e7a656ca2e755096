package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock's own API takes and answers what its OpenAPI document says, route by route. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdminAnswersTest {
    private final KazooServer server =
            KazooServer.builder().port(0).fixture("demo").start();
    private final AdminDocument document = AdminDocument.of(server);
    private final Set<String> asked = new TreeSet<>();
    private Path folder = Path.of("");
    private String account = "";

    @BeforeAll
    void somethingHappens(@TempDir Path empty) {
        folder = empty;
        TestClient grace = TestClient.loggedIn(server, "grace");
        account = grace.get("account").data().textOr("id", "");
        grace.put("account/devices", json("{'name':''}"));
        String device =
                grace.put("account/devices", json("{'name':'Desk'}")).data().textOr("id", "");
        grace.patch("account/devices/" + device, json("{'name':'Table'}"));
        grace.get("account/device");
        grace.with("X-Auth-Token", "none").get("account/devices?paginate=false");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | GET    | health |
                    200 | GET    | ready |
                    200 | GET    | version |
                    200 | GET    | openapi.json |
                    200 | GET    | export/openapi.json |
                    200 | GET    | export/openapi.json?noun=menus&operation=users.get |
                    400 | GET    | export/openapi.json?noun=moons |
                    200 | GET    | export/schemas.json |
                    200 | GET    | export/schemas/devices.json |
                    404 | GET    | export/schemas/none.json |
                    200 | GET    | coverage |
                    200 | GET    | requests |
                    200 | GET    | requests?operation=devices.*&status=4xx&limit=1 |
                    400 | GET    | requests?statsu=4xx |
                    200 | GET    | requests/1 |
                    404 | GET    | requests/none |
                    200 | GET    | requests/wait?count=1 |
                    200 | GET    | requests/wait?count=1000&timeout=1 |
                    200 | GET    | requests.har |
                    200 | GET    | requests.curl |
                    200 | GET    | requests.pact?consumer=portal |
                    400 | GET    | requests.pact |
                    200 | POST   | sandboxes/default/states | {"state":"an admin","action":"setup","params":{"login":"account_admin"}}
                    200 | POST   | states | {"state":"a menu","params":{"login":"user","documents":[{"noun":"menus","data":{"name":"Front"},"as":"MENU_ID"}]}}
                    400 | POST   | states | {"state":"a menu","params":{"moon":"full"}}
                    409 | POST   | states | {"state":"a queen","params":{"login":"queen"}}
                    404 | POST   | states | {"state":"monday","params":{"snapshot":"monday"}}
                    200 | GET    | export/pact.json?noun=menus&consumer=portal |
                    400 | GET    | export/pact.json?noun=moons |
                    200 | GET    | export/wiremock.json?operation=menus.get |
                    201 | POST   | faults | {"match":{"operation":"devices.*","method":"put"},"every":2,"probability":0.5,"seed":1,"count":3,"expires_in":"PT1H","fault":{"delay":{"uniform":[1,2]},"status":503}}
                    201 | POST   | faults | {"name":"own","fault":{"reply":{"status":504,"headers":{"X-A":"b"},"body":{"a":1}},"body":"truncated"}}
                    201 | POST   | faults | {"nth":1,"fault":{"charges":{"quantity":2,"rate":1.5},"trickle":{"bytes_per_second":10}}}
                    400 | POST   | faults | {"fault":{"status":503,"conflict":true}}
                    400 | POST   | faults | {"fault":{}}
                    400 | POST   | faults | {"fault":{"delay":{"fixed":-1}}}
                    200 | GET    | faults |
                    200 | GET    | faults/fault-1 |
                    200 | DELETE | faults/fault-1 |
                    404 | GET    | faults/fault-1 |
                    200 | DELETE | faults |
                    200 | DELETE | requests |
                    200 | GET    | clock |
                    200 | POST   | clock | {"set":"2026-05-16T10:20:30Z","frozen":true,"speed":2.5}
                    200 | PUT    | clock | {"advance":"-PT1H"}
                    200 | PATCH  | clock | {"set":63946146030,"frozen":false}
                    400 | POST   | clock | {"speed":0}
                    400 | POST   | clock | {}
                    201 | POST   | sandboxes | {"name":"one","fixture":"docs","profile":"kazoo-5.0","options":["rate-limits"],"legacy":true,"min_grade":"sheet","seed":7,"clock":63946146030,"ttl":600}
                    201 | POST   | sandboxes |
                    409 | POST   | sandboxes | {"name":"one"}
                    400 | POST   | sandboxes | {"colour":"red"}
                    400 | POST   | sandboxes | {"options":["none"]}
                    400 | POST   | sandboxes | {"min_grade":"sure"}
                    404 | POST   | sandboxes | {"sandbox":"none"}
                    200 | GET    | sandboxes |
                    200 | GET    | sandboxes/one |
                    404 | GET    | sandboxes/none |
                    200 | GET    | sandboxes/one/clock |
                    200 | GET    | sandboxes/one/coverage |
                    409 | DELETE | sandboxes/default |
                    201 | POST   | sandboxes/one/snapshots | {"name":"monday"}
                    200 | GET    | sandboxes/one/snapshots |
                    200 | POST   | sandboxes/one/snapshots/monday/export | {"folder":"FOLDER"}
                    201 | POST   | snapshots | {"name":"imported","folder":"FOLDER"}
                    400 | POST   | snapshots | {"name":"a/b"}
                    400 | POST   | snapshots/imported/export | {}
                    404 | POST   | snapshots/none/export | {"folder":"FOLDER"}
                    200 | DELETE | snapshots/imported |
                    404 | POST   | snapshots/imported/restore |
                    200 | POST   | sandboxes/one/snapshots/monday/restore |
                    201 | POST   | sandboxes | {"complete":true,"files":{"a/account.json":{"name":"A","realm":"a.example.com","pvt_superduper_admin":true}}}
                    200 | GET    | accounts |
                    201 | POST   | tokens | {"role":"account_admin"}
                    201 | POST   | tokens | {"user":"grace","account":"Harbor Dental Group"}
                    400 | POST   | tokens | {"role":"king"}
                    400 | POST   | tokens | {"account":"Harbor Dental Group"}
                    404 | POST   | tokens | {"user":"nobody"}
                    200 | GET    | fixture |
                    200 | GET    | documents/devices?size=typical&seed=7 |
                    400 | GET    | documents/devices?size=huge |
                    404 | GET    | documents/none |
                    200 | GET    | configs/ACCOUNT/conferences |
                    404 | GET    | configs/ACCOUNT/none |
                    201 | PUT    | service_plans/ACCOUNT | {"name":"Office","plan":{"devices":{"sip_device":{"rate":5.0}}}}
                    400 | PUT    | service_plans/ACCOUNT | {"name":"Office"}
                    200 | PUT    | service_plans/ACCOUNT/00000000000000000000000000000001 | {"plan":{}}
                    200 | GET    | service_plans/ACCOUNT |
                    200 | DELETE | service_plans/ACCOUNT/00000000000000000000000000000001 |
                    200 | POST   | sandboxes/one/reset |
                    200 | DELETE | sandboxes/one |
                    """)
    void isAskedAndAnswersAsDocumented(int status, String method, String path, @Nullable String body) {
        String route = String.valueOf(document.route(method, path));
        asked.add(route);
        String sent = body == null
                ? null
                : body.replace("FOLDER", folder.resolve("monday").toString().replace('\\', '/'));
        Response answer = TestClient.of(server).send(method, "/__admin/" + path.replace("ACCOUNT", account), sent);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        checkAnswer(route, answer);
        Json takes = document.requestSchema(route);
        if (takes != null && sent != null && status != 404 && status != 409) {
            boolean documented = document.problems(takes, Json.parse(sent)).isEmpty();
            assertThat(documented).as("%s is in the document", sent).isEqualTo(status < 300);
        }
    }

    private void checkAnswer(String route, Response answer) {
        if (answer.status() == 200
                && !String.valueOf(answer.header("content-type")).startsWith("application/json")) {
            assertThat(route).isEqualTo("GET requests.curl");
            return;
        }
        Json schema = document.responseSchema(route, answer.status());
        assertThat(schema).as("%s answers %s", route, answer.status()).isNotNull();
        if (schema != null) {
            assertThat(document.problems(schema, answer.body()))
                    .as(answer.text())
                    .isEmpty();
        }
    }

    @Test
    @Order(2)
    void refusesStrangersAsDocumented() {
        Response stranger = TestClient.of(server)
                .with("Origin", "http://elsewhere.example.com")
                .send("GET", "/__admin/health", null);
        assertThat(stranger.status()).isEqualTo(403);
        checkAnswer("GET health", stranger);
    }

    @Test
    @Order(3)
    void hasAskedEverything() {
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(document.operations().keySet());
    }
}
