package io.github.kazoomock.contracts.npm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The exported contract, verified by the core that Pact ships to npm, which shares no line with Pact JVM or with us. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PactCoreTest {
    @Test
    void verifiesEveryInteractionOfTheExportedPact(@TempDir Path folder) throws Exception {
        JsonObject pact = KazooServer.builder().exporter().pact("kazoo-client", Scope.ALL);
        int count = pact.array("interactions").size();
        NpmProject.needed(count + " interactions are not verified by Pact's own core");
        Path file = folder.resolve("pact.json");
        Files.write(file, pact.utf8());
        NpmProject.Ran ran;
        try (KazooServer server = KazooServer.builder().port(0).journal(0).start()) {
            ran = NpmProject.node("pact.mjs", server.apiRoot().replaceAll("/v2/$", ""), file.toString());
        }
        assertThat(ran.code()).as(tail(ran.output())).isZero();
        assertThat(ran.output()).contains("verified " + count);
    }

    private static String tail(String output) {
        return output.substring(Math.max(0, output.length() - 20_000));
    }
}
