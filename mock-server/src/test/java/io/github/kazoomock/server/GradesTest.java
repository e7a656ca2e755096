package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.evidence.Evidence.Kind;
import io.github.kazoomock.server.evidence.EvidenceList;
import io.github.kazoomock.server.evidence.Grade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How well each operation is founded, and where that is told. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradesTest {
    private static final String RECORDED =
            "[{\"operation\":\"menus.list\",\"kind\":\"recorded exchange\",\"source\":\"staging\",\"date\":\"2026-11-19\"}]";

    private final DemoServer demo = new DemoServer();
    private final OperationTable table = demo.server().operations();

    @AfterAll
    void stop() {
        demo.close();
    }

    private Grade grade(String operation) {
        return table.operation(operation).orElseThrow().grade();
    }

    @Nested
    class TheHeaderOfAReply {
        @Test
        void namesGradeDateAndOperation() {
            Response reply = demo.as("grace").get(demo.path("grace") + "/menus");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("X-Kazoo-Mock-Grade")).isEqualTo(grade("menus.list") + "; menus.list");
        }

        @Test
        void isThereForARefusalOfTheOperation() {
            Response missing = demo.as("grace").get(demo.path("grace") + "/menus/none");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.header("X-Kazoo-Mock-Grade")).endsWith("; menus.get");
            Response stranger = demo.anonymous().get(demo.path("grace") + "/menus");
            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.header("X-Kazoo-Mock-Grade")).endsWith("; menus.list");
        }

        @Test
        void isNotThereWhenNoOperationAnswers() {
            assertThat(demo.as("grace").get(demo.path("grace") + "/menu").header("X-Kazoo-Mock-Grade"))
                    .isNull();
            Response preflight = demo.anonymous()
                    .with("Origin", "http://ui.example.com")
                    .send("OPTIONS", demo.path("grace") + "/menus", null);
            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.header("X-Kazoo-Mock-Grade")).isNull();
        }

        @Test
        void isNothingThatPagesOfOtherOriginsSee() {
            Response reply =
                    demo.as("grace").with("Origin", "http://ui.example.com").get(demo.path("grace") + "/menus");
            assertThat(reply.header("X-Kazoo-Mock-Grade")).isNotNull();
            assertThat(reply.header("access-control-expose-headers")).doesNotContain("grade");
        }
    }

    @Nested
    class Evidence {
        @Test
        void ofDocumentedExchangesIsAboutOperationsThatAreServed() {
            assertThat(EvidenceList.documented().entries())
                    .isNotEmpty()
                    .allMatch(entry -> table.operation(entry.operation()).isPresent())
                    .allMatch(entry -> !grade(entry.operation()).isBelow(Kind.DOCUMENTED_EXCHANGE));
        }

        @Test
        void isThereForEveryOperation() {
            assertThat(table.operations())
                    .noneMatch(operation -> operation.evidence().isEmpty());
        }

        @Test
        void thatIsAddedMakesAnotherTable() {
            OperationTable more = table.with(EvidenceList.parse(RECORDED.getBytes(StandardCharsets.UTF_8)));
            assertThat(more.operation("menus.list").orElseThrow().grade()).hasToString("recorded exchange 2026-11-19");
            assertThat(grade("menus.list").kind()).isNotEqualTo(Kind.RECORDED_EXCHANGE);
            assertThat(more.operations().stream().map(Operation::id))
                    .isEqualTo(table.operations().stream().map(Operation::id).toList());
        }

        @Test
        void ofAFileRaisesGrades(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("recorded.json"), RECORDED);
            try (DemoServer raised = new DemoServer(KazooServer.builder().evidence(file))) {
                Response reply = raised.as("grace").get(raised.path("grace") + "/menus");
                assertThat(reply.header("X-Kazoo-Mock-Grade")).isEqualTo("recorded exchange 2026-11-19; menus.list");
            }
        }

        @Test
        void besideAFixtureRaisesGradesAndStaysWhenTheWorldIsSavedThere(@TempDir Path parent) throws IOException {
            Path folder = parent.resolve("recorded");
            demo.server().save(folder);
            Files.writeString(folder.resolve("evidence.json"), RECORDED);
            try (KazooServer server = KazooServer.builder()
                    .port(0)
                    .fixture(folder.toString())
                    .save(folder)
                    .start()) {
                assertThat(server.operations()
                                .operation("menus.list")
                                .orElseThrow()
                                .grade())
                        .hasToString("recorded exchange 2026-11-19");
            }
            assertThat(folder.resolve("evidence.json")).hasContent(RECORDED);
        }
    }

    @Nested
    class Coverage {
        private JsonObject operation(Response coverage, String id) {
            assertThat(coverage.status()).as(coverage.text()).isEqualTo(200);
            return coverage.body().array("operations").values().stream()
                    .map(JsonObject.class::cast)
                    .filter(row -> row.textOr("id", "").equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private Response coverage(String sandbox) {
            return demo.anonymous().send("GET", "/__admin" + sandbox + "/coverage", null);
        }

        @Test
        void hasEveryOperationWithItsEvidence() {
            Response coverage = coverage("");
            assertThat(coverage.body().array("operations").size())
                    .isEqualTo(table.operations().size());
            JsonObject menus = operation(coverage, "menus.list");
            assertThat(menus.text("method")).isEqualTo("GET");
            assertThat(menus.array("paths").texts()).containsExactly("/accounts/{ACCOUNT_ID}/menus");
            assertThat(menus.textOr("grade", "") + " " + menus.textOr("date", ""))
                    .isEqualTo(grade("menus.list").toString());
            assertThat(menus.array("evidence").values())
                    .contains(DemoServer.json("{'kind':'source sheet','source':'pbx 6','date':'2024-03-01'}"));
            assertThat(menus.isTrue("served")).isTrue();
        }

        @Test
        void countsTheOperationsOfEachGrade() {
            JsonObject grades = coverage("").body().object("grades");
            assertThat(grades.keys())
                    .containsExactly("recorded exchange", "documented exchange", "seed", "source sheet", "unverified");
            assertThat(grades.integer(-1, "recorded exchange")).isZero();
            long sum = grades.keys().stream()
                    .mapToLong(grade -> grades.integer(0, grade))
                    .sum();
            assertThat(sum).isEqualTo(table.operations().size());
        }

        @Test
        void countsWhatTheSandboxWasAsked() {
            demo.anonymous().send("POST", "/__admin/sandboxes", "{\"name\":\"counted\"}");
            String root = demo.server().apiRoot().replace("/v2/", "/sandboxes/counted/v2/");
            TestClient grace = TestClient.at(root).login(demo.login("grace"));
            grace.get(demo.path("grace") + "/menus");
            grace.get(demo.path("grace") + "/menus");
            Response counted = coverage("/sandboxes/counted");
            assertThat(operation(counted, "menus.list").integer(-1, "asked")).isEqualTo(2);
            assertThat(operation(counted, "user_auth.login").integer(-1, "asked"))
                    .isEqualTo(1);
            assertThat(operation(counted, "menus.get").integer(-1, "asked")).isZero();
        }

        @Test
        void countsNothingWithoutAJournal() {
            try (KazooServer server =
                    KazooServer.builder().port(0).fixture("empty").journal(0).start()) {
                Response coverage = TestClient.of(server).send("GET", "/__admin/coverage", null);
                assertThat(operation(coverage, "menus.list").has("asked")).isFalse();
            }
        }

        @Test
        void saysWhatASandboxDoesNotServe() {
            demo.anonymous()
                    .send(
                            "POST",
                            "/__admin/sandboxes",
                            "{\"name\":\"strict\",\"min_grade\":\"recorded\",\"legacy\":false}");
            Response strict = coverage("/sandboxes/strict");
            assertThat(strict.body().text("min_grade")).isEqualTo("recorded");
            JsonArray all = strict.body().array("operations");
            assertThat(List.copyOf(all.values())).noneMatch(row -> ((JsonObject) row).isTrue("served"));
        }
    }
}
