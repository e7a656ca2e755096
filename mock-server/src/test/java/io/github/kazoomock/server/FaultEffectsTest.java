package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static io.github.kazoomock.server.Saboteur.device;
import static io.github.kazoomock.server.Saboteur.first;
import static io.github.kazoomock.server.Saboteur.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.World;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request comes to that a fault rule hits. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultEffectsTest {
    private final Saboteur saboteur = new Saboteur();
    private TestClient grace = saboteur.begin();

    @BeforeEach
    void begin() {
        grace = saboteur.begin();
    }

    @AfterAll
    void stop() {
        saboteur.close();
    }

    @Nested
    class AStatus {
        @ParameterizedTest
        @CsvSource({
            "400,parse_error",
            "401,invalid_credentials",
            "402,no_credit",
            "403,forbidden",
            "404,not_found",
            "409,datastore_conflict",
            "429,too_many_requests",
            "500,unspecified_fault",
            "502,bad_gateway",
            "503,datastore_fault",
        })
        void hasKazoosOwnBodyAndChangesNothing(int status, String message) {
            World before = saboteur.demo.server().world();
            saboteur.arm("{'match':{'operation':'devices.create'},'fault':{'status':" + status + "}}");
            Response refused = grace.put(saboteur.devices(), device("x"));
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.body().text("message")).isEqualTo(message);
            assertThat(refused.body().text("error")).isEqualTo(Integer.toString(status));
            assertThat(refused.body().text("request_id")).isEqualTo(refused.header("x-request-id"));
            assertThat(refused.header("content-type")).isEqualTo("application/json");
            assertThat(saboteur.demo.server().world()).isSameAs(before);
        }

        @Test
        void isBareWhereKazoosIs() {
            saboteur.arm("{'fault':{'status':412}}");
            Response refused = grace.get(saboteur.devices());
            assertThat(refused.status()).isEqualTo(412);
            assertThat(refused.text()).isEmpty();
        }
    }

    @Nested
    class AReplyOfOnesOwn {
        @Test
        void isSentAsItIs() {
            saboteur.arm("{'match':{'operation':'devices.list'},'fault':{'reply':{'status':418,"
                    + "'headers':{'X-Pot':'tea','Server':'haproxy'},'body':{'data':[1]}}}}");
            Response reply = grace.get(saboteur.devices());
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.text()).isEqualTo("{\"data\":[1]}");
            assertThat(reply.header("x-pot")).isEqualTo("tea");
            assertThat(reply.header("server")).isEqualTo("haproxy");
            assertThat(reply.header("content-type")).isEqualTo("application/json");
            assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(reply.header("date")).isEqualTo("Sat, 16 May 2026 10:20:30 GMT");
        }

        @Test
        void mayBeAPageOfAProxy() {
            saboteur.arm(
                    "{'fault':{'reply':{'status':504,'headers':{'Content-Type':'text/html'},'body':'<h1>No</h1>'}}}");
            Response reply = grace.get(saboteur.devices());
            assertThat(reply.text()).isEqualTo("<h1>No</h1>");
            assertThat(reply.header("content-type")).isEqualTo("text/html");
        }
    }

    @Nested
    class TheTokenBucket {
        @Test
        void isReallyEmptiedAndFilledByTheClock() {
            String id = saboteur.arm("{'match':{'operation':'devices.list'},'fault':{'rate_limit':true}}");
            Response last = grace.get(saboteur.devices());
            assertThat(last.body().object("tokens")).isEqualTo(json("{'consumed':1,'remaining':99}"));
            for (int i = 0; i < 99; i++) {
                last = grace.get(saboteur.devices());
            }
            assertThat(last.status()).isEqualTo(200);
            Response refused = grace.get(saboteur.devices());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body().text("message")).isEqualTo("too_many_requests");
            assertThat(grace.get(saboteur.demo.path("grace")).status()).isEqualTo(200);
            saboteur.admin("POST", "clock", "{'advance':1}");
            assertThat(grace.get(saboteur.devices()).body().object("tokens"))
                    .isEqualTo(json("{'consumed':1,'remaining':9}"));
            assertThat(saboteur.hits(id)).isEqualTo(102);
        }
    }

    @Nested
    class Charges {
        @Test
        void areToldOnceTheWriteIsGoodAndUntilTheyAreAccepted() {
            String id = saboteur.arm("{'match':{'operation':'devices.*'},'fault':{'charges':"
                    + "{'quantity':2,'rate':5.5,'activation_charge':10}}}");
            assertThat(grace.put(saboteur.devices(), json("{'device_type':'fax'}"))
                            .status())
                    .isEqualTo(400);
            Response asked = grace.put(saboteur.devices(), device("Desk"));
            assertThat(asked.status()).isEqualTo(402);
            assertThat(asked.body().text("message")).isEqualTo("accept charges");
            JsonObject invoice = first(asked);
            assertThat(invoice.object("summary")).isEqualTo(json("{'today':20.0,'recurring':11.0}"));
            assertThat(invoice.keys())
                    .containsExactlyInAnyOrder("activation_charges", "bookkeeper", "items", "plan", "summary", "taxes");
            JsonObject item = (JsonObject) invoice.array("items").get(0);
            assertThat(item.object("changes"))
                    .isEqualTo(json("{'type':'modified','difference':{'billable':2,'quantity':2}}"));
            assertThat(names(grace.get(saboteur.devices()))).doesNotContain("Desk");
            assertThat(grace.put(saboteur.devices() + "?accept_charges=true", device("Desk"))
                            .status())
                    .isEqualTo(201);
            assertThat(saboteur.hits(id))
                    .as("lists and what is accepted are not met")
                    .isEqualTo(2);
        }
    }

    @Nested
    class AConflict {
        @Test
        void meetsGoodWritesWhenTheyAreSaved() {
            saboteur.arm("{'match':{'operation':'devices.*'},'fault':{'conflict':true}}");
            assertThat(grace.put(saboteur.devices(), json("{'device_type':'fax'}"))
                            .status())
                    .isEqualTo(400);
            World before = saboteur.demo.server().world();
            Response refused = grace.put(saboteur.devices(), device("Desk"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().text("message")).isEqualTo("datastore_conflict");
            assertThat(refused.data()).isEqualTo(json("{'message':'conflicting documents'}"));
            assertThat(saboteur.demo.server().world()).isSameAs(before);
            assertThat(grace.get(saboteur.devices()).status()).isEqualTo(200);
        }
    }

    @Nested
    class AStaleList {
        @Test
        void isTheFirstOneAfterAWrite() {
            String id = saboteur.arm("{'match':{'operation':'devices.list'},'fault':{'stale_list':true}}");
            assertThat(names(grace.get(saboteur.devices()))).doesNotContain("One");
            grace.put(saboteur.devices(), device("One"));
            String two = grace.put(saboteur.devices(), device("Two")).data().textOr("id", "");
            assertThat(grace.get(saboteur.devices() + "/" + two).status())
                    .as("what is read by its id is never stale")
                    .isEqualTo(200);
            assertThat(names(grace.get(saboteur.demo.path("grace") + "/users"))).isNotEmpty();
            assertThat(names(grace.get(saboteur.devices()))).contains("One").doesNotContain("Two");
            assertThat(names(grace.get(saboteur.devices()))).contains("One", "Two");
            grace.delete(saboteur.devices() + "/" + two);
            assertThat(names(grace.get(saboteur.devices()))).contains("Two");
            assertThat(names(grace.get(saboteur.devices()))).doesNotContain("Two");
            assertThat(saboteur.hits(id)).isEqualTo(2);
        }

        @Test
        void doesNotFollowARefusedWrite() {
            String id = saboteur.arm("{'fault':{'stale_list':true}}");
            grace.put(saboteur.devices(), json("{'device_type':'fax'}"));
            grace.get(saboteur.devices());
            assertThat(saboteur.hits(id)).isZero();
        }
    }
}
