package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.evidence.Evidence.Kind;
import io.github.kazoomock.server.export.Interaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server that refuses operations which are too badly founded. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MinGradeTest {
    private final List<LoggedRequest> log = new CopyOnWriteArrayList<>();
    private final DemoServer demo =
            new DemoServer(KazooServer.builder().minGrade("seed").log(log::add));

    @AfterAll
    void stop() {
        demo.close();
    }

    private String blacklists() {
        return demo.path("grace") + "/blacklists";
    }

    private Operation operation(String id) {
        return demo.server().operations().operation(id).orElseThrow();
    }

    @Test
    void answersWhatIsFoundedWellEnough() {
        assertThat(operation("menus.list").grade().isBelow(Kind.SEED)).isFalse();
        assertThat(demo.as("grace").get(demo.path("grace") + "/menus").status()).isEqualTo(200);
    }

    @Test
    void refusesTheRestInKazoosFormAndSaysHowToLowerTheLimit() {
        assertThat(operation("blacklists.list").grade()).hasToString("source sheet 2024-03-01");
        Response refused = demo.as("grace").get(blacklists());
        assertThat(refused.status()).isEqualTo(501);
        assertThat(refused.header("content-type")).isEqualTo("application/json");
        assertThat(refused.header("X-Kazoo-Mock-Grade")).isEqualTo("source sheet 2024-03-01; blacklists.list");
        JsonObject body = refused.body();
        assertThat(body.text("status")).isEqualTo("error");
        assertThat(body.text("error")).isEqualTo("501");
        assertThat(body.text("message")).isEqualTo("below_min_grade");
        assertThat(body.text("request_id")).isNotEmpty();
        assertThat(body.object("data").text("message"))
                .isEqualTo("blacklists.list is known from 'source sheet 2024-03-01', and kazoo-mock was told to refuse"
                        + " what is below 'seed'; to lower the limit use --min-grade sheet (for a sandbox"
                        + " \"min_grade\": \"sheet\"), to raise the grade --evidence FILE");
    }

    @Test
    void refusesBeforeItIsAskedWhoCalls() {
        assertThat(demo.anonymous().get(blacklists()).status()).isEqualTo(501);
    }

    @Test
    void refusesNothingThatIsNoOperation() {
        assertThat(demo.as("grace").get(demo.path("grace") + "/blacklist").status())
                .isEqualTo(404);
        assertThat(demo.anonymous().patch(blacklists(), JsonObject.EMPTY).status())
                .isEqualTo(405);
        assertThat(demo.anonymous()
                        .with("Origin", "http://ui.example.com")
                        .send("OPTIONS", blacklists(), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void storesNothingOfWhatItRefuses() {
        Response refused = demo.as("grace").put(blacklists(), json("{'name':'Bad','numbers':{}}"));
        assertThat(refused.status()).isEqualTo(501);
        String lenient = sandbox("{\"sandbox\":\"default\",\"min_grade\":\"unverified\"}");
        Response list = TestClient.at(lenient).login(demo.login("grace")).get(blacklists());
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).doesNotContain("Bad");
    }

    @Test
    void tellsJournalAndConsole() {
        Response refused = demo.as("grace").get(blacklists());
        String id = refused.body().textOr("request_id", "");
        JsonObject entry =
                demo.anonymous().send("GET", "/__admin/requests/" + id, null).body();
        assertThat(entry.text("operation")).isEqualTo("blacklists.list");
        List<String> trail = entry.array("trail").values().stream()
                .map(step -> ((JsonObject) step).text("check") + " " + ((JsonObject) step).isTrue("passed"))
                .toList();
        assertThat(trail).endsWith("operation true", "grade false");
        assertThat(log)
                .anyMatch(line -> line.status() == 501
                        && line.operation().equals("blacklists.list")
                        && line.reason().startsWith("blacklists.list is known from 'source sheet 2024-03-01'"));
    }

    @Test
    void isInheritedBySandboxesWhichMayHaveALimitOfTheirOwn() {
        String same = sandbox("{}");
        assertThat(TestClient.at(same).get(blacklists()).status()).isEqualTo(501);
        String own = sandbox("{\"min_grade\":\"source-sheet\"}");
        assertThat(TestClient.at(own).get(blacklists()).status()).isEqualTo(401);
        String strict = sandbox("{\"min_grade\":\"recorded\"}");
        assertThat(TestClient.at(strict).get(demo.path("grace") + "/menus").status())
                .isEqualTo(501);
    }

    @Test
    void isToldByTheSandboxAndNotChangedByNonsense() {
        Response made = demo.anonymous().send("POST", "/__admin/sandboxes", "{\"min_grade\":\"documented\"}");
        assertThat(made.body().text("min_grade")).isEqualTo("documented");
        Response nonsense = demo.anonymous().send("POST", "/__admin/sandboxes", "{\"min_grade\":\"sure\"}");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.body().text("message"))
                .isEqualTo(
                        "min_grade: 'sure' is no kind of evidence; use recorded, documented, seed, sheet or unverified");
    }

    @Test
    void holdsNoContractBackBecauseEachTellsItsGrade() {
        List<Interaction> interactions = KazooServer.builder()
                .fixture("demo")
                .minGrade("recorded")
                .exporter()
                .interactions(List.of(operation("blacklists.list")));
        assertThat(interactions.get(0).response().status()).isEqualTo(200);
        assertThat(interactions.get(0).operation().grade()).hasToString("source sheet 2024-03-01");
    }

    private String sandbox(String wanted) {
        return demo.anonymous()
                .send("POST", "/__admin/sandboxes", wanted)
                .body()
                .textOr("api_root", "");
    }
}
