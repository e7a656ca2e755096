package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static io.github.kazoomock.server.Saboteur.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests a fault rule hits, and which rules there can be. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultRulesTest {
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

    private List<Integer> lists(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> grace.get(saboteur.devices()).status())
                .toList();
    }

    @Nested
    class ARule {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'operation':'devices.list'}",
                    "{'operation':'devices.*'}",
                    "{'method':'get','path':'/v2/accounts/*/devices'}",
                    "{'path':'**/devices'}",
                    "{}",
                })
        void isForTheRequestsThatItMatches(String match) {
            String id = saboteur.arm("{'match':" + match + ",'fault':{'status':503}}");
            assertThat(lists(1)).containsExactly(503);
            assertThat(saboteur.hits(id)).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'operation':'devices.create'}",
                    "{'method':'PUT'}",
                    "{'path':'/v2/accounts/*'}",
                    "{'account_id':'00000000000000000000000000000000'}",
                    "{'operation':'devices.list','method':'HEAD'}",
                })
        void leavesOthersAlone(String match) {
            String id = saboteur.arm("{'match':" + match + ",'fault':{'status':503}}");
            assertThat(lists(1)).containsExactly(200);
            assertThat(saboteur.hits(id)).isZero();
        }

        @Test
        void isForAnAccount() {
            saboteur.arm("{'match':{'account_id':'" + saboteur.demo.accountOf("grace") + "'},'fault':{'status':503}}");
            assertThat(lists(1)).containsExactly(503);
            TestClient admin = saboteur.demo.as("admin");
            assertThat(admin.get(saboteur.demo.path("admin")).status()).isEqualTo(200);
            assertThat(admin.get(saboteur.devices()).status()).isEqualTo(503);
        }

        @Test
        void hitsTheNth() {
            saboteur.arm("{'match':{'operation':'devices.list'},'nth':3,'fault':{'status':503}}");
            assertThat(lists(5)).containsExactly(200, 200, 503, 200, 200);
            assertThat(saboteur.rule("fault-1").isTrue("active")).isFalse();
        }

        @Test
        void hitsEveryOtherAndThenNoMore() {
            String id =
                    saboteur.arm("{'match':{'operation':'devices.list'},'every':2,'count':2,'fault':{'status':503}}");
            assertThat(lists(6)).containsExactly(200, 503, 200, 503, 200, 200);
            assertThat(saboteur.hits(id)).isEqualTo(2);
            assertThat(saboteur.rule(id).isTrue("active")).isFalse();
        }

        @Test
        void hitsByChanceAsItsSeedSays() {
            String rule = "{'match':{'operation':'devices.list'},'probability':0.5,'seed':%d,'fault':{'status':503}}";
            saboteur.arm(String.format(rule, 1));
            List<Integer> first = lists(20);
            saboteur.admin("DELETE", "faults", "");
            saboteur.arm(String.format(rule, 1));
            assertThat(lists(20)).isEqualTo(first).contains(200, 503);
            saboteur.admin("DELETE", "faults", "");
            saboteur.arm(String.format(rule, 2));
            assertThat(lists(20)).isNotEqualTo(first);
        }

        @Test
        void endsByTheClockOfItsSandbox() {
            String id = saboteur.arm("{'expires_in':60,'fault':{'status':503}}");
            saboteur.admin("POST", "clock", "{'advance':59}");
            assertThat(lists(1)).containsExactly(503);
            saboteur.admin("POST", "clock", "{'advance':1}");
            assertThat(lists(1)).containsExactly(200);
            assertThat(saboteur.rule(id).isTrue("active")).isFalse();
        }

        @Test
        void comesBeforeThoseThatWereArmedLater() {
            String first = saboteur.arm("{'count':1,'fault':{'status':503}}");
            String second = saboteur.arm("{'nth':2,'fault':{'status':500}}");
            assertThat(lists(3)).containsExactly(503, 500, 200);
            assertThat(saboteur.hits(first)).isEqualTo(1);
            assertThat(saboteur.rule(second).integer(0, "matched"))
                    .as("each counts what it is for, whoever hits it")
                    .isEqualTo(2);
        }

        @Test
        void isForPathsThatNothingServes() {
            saboteur.arm("{'match':{'path':'/v2/dragons/*'},'fault':{'reply':{'body':{'fire':true}}}}");
            assertThat(saboteur.demo.anonymous().get("dragons/7").body()).isEqualTo(json("{'fire':true}"));
        }

        @Test
        void neverHitsWhatABrowserAsksFirst() {
            String id = saboteur.arm("{'fault':{'status':503}}");
            assertThat(grace.with("Origin", "http://localhost:3000")
                            .send("OPTIONS", saboteur.devices(), null)
                            .status())
                    .isEqualTo(200);
            assertThat(saboteur.hits(id)).isZero();
        }
    }

    @Nested
    class Rules {
        @Test
        void areListedAsTheyWereWrittenWithTheirHits() {
            saboteur.arm("{'name':'flaky','match':{'operation':'devices.list'},'count':2,'fault':{'status':503}}");
            lists(1);
            assertThat(saboteur.admin("GET", "faults", "").body())
                    .isEqualTo(json("{'faults':[{'id':'fault-1','name':'flaky','matched':1,'hits':1,'active':true,"
                            + "'match':{'operation':'devices.list'},'count':2,'fault':{'status':503}}]}"));
        }

        @Test
        void areTakenAwayOneByOneOrAllTogether() {
            String first = saboteur.arm("{'fault':{'status':503}}");
            saboteur.arm("{'fault':{'status':500}}");
            assertThat(saboteur.admin("DELETE", "faults/" + first, "").status()).isEqualTo(200);
            assertThat(lists(1)).containsExactly(500);
            Response unknown = saboteur.admin("DELETE", "faults/" + first, "");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body().text("message"))
                    .isEqualTo("sandbox default has no fault 'fault-1'; it has fault-2");
            assertThat(saboteur.admin("DELETE", "faults", "")
                            .body()
                            .array("faults")
                            .size())
                    .isEqualTo(1);
            assertThat(lists(1)).containsExactly(200);
        }

        @Test
        void areGoneAfterAReset() {
            saboteur.arm("{'fault':{'status':503}}");
            saboteur.admin("POST", "reset", "");
            assertThat(saboteur.admin("GET", "faults", "").body()).isEqualTo(json("{'faults':[]}"));
        }

        @Test
        void areThoseOfOneSandbox() {
            saboteur.admin("POST", "sandboxes", "{'name':'one'}");
            assertThat(saboteur.admin("POST", "sandboxes/one/faults", "{'fault':{'status':503}}")
                            .status())
                    .isEqualTo(201);
            assertThat(lists(1)).containsExactly(200);
            TestClient one = TestClient.at(saboteur.demo.server().apiRoot().replace("/v2/", "/sandboxes/one/v2/"));
            assertThat(one.get("about").status()).isEqualTo(503);
            saboteur.admin("DELETE", "sandboxes/one", "");
        }

        @Test
        void showWhatTheyHitInTheLog() {
            saboteur.arm("{'name':'flaky','match':{'operation':'devices.create'},'fault':{'status':503}}");
            grace.put(saboteur.devices(), device("x"));
            assertThat(saboteur.lastLogged().operation()).isEqualTo("devices.create");
            assertThat(saboteur.lastLogged().reason()).isEqualTo("fault flaky: datastore fatal error");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|fault: say what goes wrong, like {\"status\": 503}",
                "{'fault':{}}|fault.status: say what goes wrong, with this or reply, rate_limit,",
                "{'fault':503}|fault: 503 is no object",
                "{'when':1,'fault':{'status':503}}|when: nothing is known by this name; use name, match, nth,",
                "{'match':{'operation':'dragons.list'},'fault':{'status':503}}|match.operation: none is called 'drag",
                "{'match':{'method':'BREW'},'fault':{'status':503}}|match.method: 'BREW' is none that KAZOO knows",
                "{'match':{'path':'v2'},'fault':{'status':503}}|match.path: write it as it is below the sandbox",
                "{'match':{'noun':'x'},'fault':{'status':503}}|match.noun: nothing is known by this name",
                "{'nth':0,'fault':{'status':503}}|nth: use 1 or more",
                "{'nth':1,'every':2,'fault':{'status':503}}|every: use nth or every, not both",
                "{'probability':2,'fault':{'status':503}}|probability: use a number from 0 to 1",
                "{'probability':'x','fault':{'status':503}}|probability: \"x\" is no number",
                "{'count':1.5,'fault':{'status':503}}|count: 1.5 is no whole number",
                "{'expires_in':-1,'fault':{'status':503}}|expires_in: use more than 0 seconds",
                "{'fault':{'status':418}}|fault.status: KAZOO has no answer of its own for 418; use one of 400, 401,",
                "{'fault':{'status':503,'conflict':true}}|fault.conflict: does not go together with status",
                "{'fault':{'body':'empty','connection':'reset'}}|fault.body: does not go together with connection",
                "{'fault':{'body':'half'}}|fault.body: use \"empty\", \"truncated\" or \"malformed\"",
                "{'fault':{'connection':'slow'}}|fault.connection: use \"reset\"",
                "{'fault':{'conflict':false}}|fault.conflict: use true, or leave it out",
                "{'fault':{'delay':{}}}|fault.delay.fixed: say how long in milliseconds",
                "{'fault':{'delay':{'fixed':-1}}}|fault.delay.fixed: use milliseconds from 0 to 600000",
                "{'fault':{'delay':{'uniform':[3,1]}}}|fault.delay.uniform: use the least and the most milliseconds",
                "{'fault':{'delay':{'log_normal':{'median':1}}}}|fault.delay.log_normal.sigma: use a number from 0 to 5",
                "{'fault':{'trickle':{}}}|fault.trickle.bytes_per_second: use 1 to 1000000000",
                "{'fault':{'reply':{'status':42}}}|fault.reply.status: use 200 to 599",
                "{'fault':{'reply':{'status':204,'body':''}}}|fault.reply.body: a 204 has none",
                "{'fault':{'reply':{'headers':{'a b':'x'}}}}|fault.reply.headers.a b: is no header that can be set",
                "{'fault':{'reply':{'headers':{'a':'x\\ny'}}}}|fault.reply.headers.a: use a text of one line",
                "{'fault':{'charges':{'price':1}}}|fault.charges.price: nothing is known by this name",
            })
    void aRuleThatMakesNoSenseIsRefusedByTheKey(String rule, String why) {
        Response refused = saboteur.admin("POST", "faults", rule);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().text("message")).startsWith(why);
        assertThat(saboteur.admin("GET", "faults", "").body()).isEqualTo(json("{'faults':[]}"));
    }
}
