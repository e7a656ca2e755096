package io.github.kazoomock.contracts.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.pact.PactFiles;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.verify.MockProvider;
import io.github.kazoomock.contracts.verify.Provider;
import io.github.kazoomock.contracts.verify.StateNames;
import io.github.kazoomock.contracts.verify.Trial;
import io.github.kazoomock.contracts.verify.Verification;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract that cannot fail is none: a server that goes wrong on purpose is found out, by name. */
@Timeout(300)
class BreakagesTest {
    private static final Scope SCOPE = new Scope(Set.of("menus"), Set.of("users.get"));

    private static List<PactInteraction> pact = List.of();
    private static List<Session> sessions = List.of();

    @SuppressWarnings("NullAway.Init") // JUnit calls export first
    private static KazooServer server;

    @BeforeAll
    static void export(@TempDir Path folder) throws IOException {
        server = KazooServer.builder().port(0).journal(0).start();
        Exporter exporter = KazooServer.builder().exporter();
        Path file = folder.resolve("pact.json");
        Files.write(file, exporter.pact("client", SCOPE).utf8());
        pact = PactFiles.read(file).interactions();
        sessions = ContractSessions.of(
                exporter.interactions(SCOPE.of(exporter.table())),
                exporter.table().operations());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Breakage> breakages() {
        return Breakage.all().stream();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(Breakage.all()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(Breakage.all().stream().map(Breakage::name).distinct()).hasSameSizeAs(Breakage.all());
    }

    @Test
    void aServerThatIsWholeIsFoundToBeSo() {
        assertThat(verified(null)).isEmpty();
        assertThat(drifted(null)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void verifyFindsIt(Breakage breakage) {
        List<Finding> found = verified(breakage);
        if (breakage.verify().isEmpty()) {
            assertThat(found)
                    .as("a pact cannot see it, so its row must say that drift does")
                    .isEmpty();
        } else {
            assertThat(found).extracting(Finding::kind).as(found.toString()).contains(breakage.verify());
        }
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void driftFindsIt(Breakage breakage) {
        List<Difference> found = drifted(breakage);
        assertThat(found).extracting(Difference::kind).as(found.toString()).contains(breakage.drift());
    }

    private static List<Finding> verified(@Nullable Breakage breakage) {
        Provider good = new MockProvider(server, null);
        Provider provider = breakage == null ? good : interaction -> new BrokenTrial(good.begin(interaction), breakage);
        return new Verification(provider, new StateNames(JsonObject.EMPTY, Fixtures.names()))
                .verify("breakage", pact).cases().stream()
                        .map(Case::findings)
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Difference> drifted(@Nullable Breakage breakage) {
        MockStage ours = MockStage.at(server.apiRoot(), null);
        Stage theirs = breakage == null ? ours : given -> new Broken(ours.open(given), breakage::spoiled);
        return sessions.stream()
                .flatMap(
                        session -> Differences.between(
                                session, Transcript.of(session, ours), Transcript.of(session, theirs), Worlds.SAME)
                                .stream())
                .map(Found::difference)
                .toList();
    }

    private record BrokenTrial(Trial whole, Breakage breakage) implements Trial {
        @Override
        public Map<String, String> setUp(Given given) {
            return whole.setUp(given);
        }

        @Override
        public Response ask(Request request) {
            return breakage.spoiled(request, whole.ask(request));
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
