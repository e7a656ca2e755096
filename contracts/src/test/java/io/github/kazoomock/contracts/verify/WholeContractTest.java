package io.github.kazoomock.contracts.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.pact.PactFiles;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is fulfilled: every interaction of every operation, in both profiles. */
@Timeout(300)
class WholeContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"kazoo-5", "kazoo-5.0"})
    void everyInteractionOfTheExportIsVerified(String profile, @TempDir Path folder) throws Exception {
        Exporter exporter = KazooServer.builder().profile(profile).exporter();
        Path file = folder.resolve("pact.json");
        Files.write(file, exporter.pact("client", Scope.ALL).utf8());
        Report report;
        try (KazooServer server =
                KazooServer.builder().port(0).profile(profile).journal(0).start()) {
            report = new Verification(
                            new MockProvider(server, null), new StateNames(JsonObject.EMPTY, Fixtures.names()))
                    .verify("the export", PactFiles.read(file).interactions());
        }
        assertThat(report.cases().stream()
                        .filter(each -> each.verdict() != Case.Verdict.PASSED)
                        .map(each -> each.name() + " " + each.note() + each.findings()))
                .isEmpty();
        Set<String> verified = report.cases().stream().map(Case::operation).collect(Collectors.toSet());
        assertThat(exporter.served().stream().map(Operation::id)).isSubsetOf(verified);
    }

    @Test
    void aSecondExportDiffersInNoByte() {
        byte[] first =
                KazooServer.builder().exporter().pact("client", Scope.ALL).utf8();
        byte[] second =
                KazooServer.builder().exporter().pact("client", Scope.ALL).utf8();
        assertThat(second).isEqualTo(first);
        assertThat(KazooServer.builder().exporter().stubs(Scope.ALL).utf8())
                .isEqualTo(KazooServer.builder().exporter().stubs(Scope.ALL).utf8());
    }
}
