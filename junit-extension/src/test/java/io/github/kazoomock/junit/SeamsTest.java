package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of the journal and of faults, and how the answers are read. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SeamsTest {
    private static final String TWO = """
            {'requests':[
              {'id':'r1','method':'PUT','path':'/sandboxes/t/v2/accounts/a/devices','query':null,'status':201,
               'operation':'devices.create','reason':'','time':'2026-05-16T10:20:30Z',
               'documents':[{'type':'device','before':null,'after':{'name':'Fax'}}]},
              {'id':'r2','method':'GET','path':'/sandboxes/t/v2/dragons','query':'fire=yes','status':404,
               'operation':'','reason':'no noun dragons','near_misses':['GET media'],'request':{'body':{'data':{'name':'it is'}}},
               'time':'2026-05-16T10:20:31Z','documents':[]}]}""";

    @Nested
    class The_journal {
        @Test
        void gives_requests_in_order() {
            try (StubAdmin stub = new StubAdmin(TWO)) {
                List<KazooRequest> requests = new Journal(stub.admin())
                        .requests(Requests.any().method("PUT").status(201));
                assertThat(stub.asked()).containsExactly("GET /__admin/requests?method=PUT&status=201");
                assertThat(requests).hasSize(2);
                KazooRequest put = requests.get(0);
                assertThat(put.operation()).isEqualTo("devices.create");
                assertThat(put.time()).isEqualTo(Instant.parse("2026-05-16T10:20:30Z"));
                assertThat(put.isServed()).isTrue();
                assertThat(put.at("documents.0.after.name")).isEqualTo("Fax");
                assertThat(put).hasToString("PUT /sandboxes/t/v2/accounts/a/devices -> 201");
                assertThat(requests.get(1).isServed()).isFalse();
            }
        }

        @Test
        void is_waited_for() {
            try (StubAdmin stub = new StubAdmin(TWO)) {
                Journal journal = new Journal(stub.admin());
                Requests wanted = Requests.any().operation("devices.create").path("/v2/a b");
                assertThat(journal.await(2, wanted, Duration.ofSeconds(3))).hasSize(2);
                assertThat(stub.asked())
                        .containsExactly("GET /__admin/requests/wait?count=2&timeout=3000&operation=devices.create"
                                + "&path=%2Fv2%2Fa+b");
                assertThatExceptionOfType(AssertionError.class)
                        .isThrownBy(() -> journal.await(3, wanted, Duration.ofMillis(50)))
                        .withMessage("waited 50 ms for 3 of requests with {operation=devices.create, path=/v2/a b}, but"
                                + " there were 2; these came:\n"
                                + "  PUT /sandboxes/t/v2/accounts/a/devices -> 201\n"
                                + "  GET /sandboxes/t/v2/dragons?fire=yes -> 404 (no noun dragons)");
            }
        }
    }

    @Nested
    class Faults {
        @Test
        void are_armed_and_counted() {
            try (StubAdmin stub = new StubAdmin("{'id':'f1','hits':0,'faults':[{'id':'f1','hits':2}]}")) {
                KazooFaults faults = new KazooFaults(stub.admin());
                assertThat(faults.fail("devices.list", 503, 2).id()).isEqualTo("f1");
                assertThat(faults.armed()).extracting(KazooFault::hits).containsExactly(2L);
                faults.clear();
                assertThat(stub.asked())
                        .containsExactly(
                                "POST /__admin/faults {\"match\":{\"operation\":\"devices.list\"},"
                                        + "\"count\":2,\"fault\":{\"status\":503}}",
                                "GET /__admin/faults",
                                "DELETE /__admin/faults");
            }
        }
    }

    @Nested
    class What_strictness_says {
        @Test
        void shows_the_request_the_reason_and_a_curl() {
            try (StubAdmin stub = new StubAdmin(TWO)) {
                KazooRequest lost =
                        new Journal(stub.admin()).requests(Requests.any()).get(1);
                assertThat(StrictWords.of(lost)).isEqualTo("""
                        No operation served GET /sandboxes/t/v2/dragons?fire=yes -> 404 (no noun dragons)
                          Near: [GET media]
                          curl -X GET 'http://127.0.0.1:8000/v2/dragons?fire=yes' -H "X-Auth-Token: $TOKEN" -H 'Content-Type: application/json' -d '{"data":{"name":"it is"}}\'""");
            }
        }

        @Test
        void shows_the_fault_and_where_the_report_is() {
            assertThat(StrictWords.of(new KazooFault("f1", 0, Map.of("status", 503L))))
                    .isEqualTo("A fault was armed and never fired: {\"status\":503}");
            assertThat(StrictWords.of(Path.of("target", "x"))).isEqualTo("""
                    The world as it was: kazoo-mock serve --fixture target/x/fixture
                    Everything that was asked: target/x/journal.json""");
        }
    }
}
