package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The published pages are true: {@code docs/coverage.md} is what the operation table says, every test that {@code
 * docs/fidelity.md} names is there. {@code -Dkazoo.mock.pages=write} writes the first anew.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final Path ROOT = Path.of(System.getProperty("kazoo.mock.basedir", "."));
    private static final Path COVERAGE = ROOT.resolve("docs/coverage.md");
    private static final Path FIDELITY = ROOT.resolve("docs/fidelity.md");
    private static final Path DOCUMENTED = ROOT.resolve("../shared/kazoo/operations.json");

    private final KazooServer server =
            KazooServer.builder().port(0).fixture("empty").start();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyServedOperationIsOnTheCoveragePage() throws IOException {
        String page = Files.readString(COVERAGE);
        assertThat(page)
                .contains(CoveragePage.served(server.operations()))
                .contains(CoveragePage.grades(server.operations()));
    }

    @Test
    void theCoveragePageCountsWhatKazooDocuments() throws IOException {
        boolean known = Files.exists(DOCUMENTED);
        if (!known && System.getenv("REQUIRE_ORACLE") != null) {
            throw new AssertionError("REQUIRE_ORACLE is set, and " + DOCUMENTED.getFileName() + " is not there");
        }
        Assumptions.assumeTrue(known, "the list of KAZOO's documented operations is not beside the project");
        JsonArray documented = (JsonArray) Json.parse(Files.readAllBytes(DOCUMENTED));
        List<String> operations = new ArrayList<>();
        documented.forEach(row ->
                operations.add(((JsonObject) row).textOr("method", "") + " " + ((JsonObject) row).textOr("path", "")));
        String page = CoveragePage.page(server.operations(), operations);
        if ("write".equals(System.getProperty("kazoo.mock.pages"))) {
            Files.createDirectories(COVERAGE.getParent());
            Files.writeString(COVERAGE, page);
        }
        assertThat(Files.readString(COVERAGE)).isEqualTo(page);
    }

    @Test
    void everyTestThatTheFidelityPageNamesExists() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : new String[] {"schemas", "fixtures", "mock-server"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        Matcher named = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`").matcher(Files.readString(FIDELITY));
        int count = 0;
        while (named.find()) {
            String source = sources.get(named.group(1));
            assertThat(source).as("%s, named in fidelity.md", named.group(1)).isNotNull();
            if (named.group(2) != null) {
                assertThat(source).as(named.group()).contains("void " + named.group(2) + "(");
            }
            count++;
        }
        assertThat(count).isGreaterThan(30);
    }

    @Test
    void everyDecisionIsOnTheFidelityPage() throws IOException {
        String page = Files.readString(FIDELITY);
        TreeSet<String> missing = new TreeSet<>();
        for (Decision decision : Decision.values()) {
            if (!page.contains("| " + decision.row() + " |")) {
                missing.add(decision.row());
            }
        }
        assertThat(missing).isEmpty();
    }
}
