package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.world.World;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading leaves no trace, also where KAZOO's does: asking for a services summary made it save empty limits. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ReadsTest {
    @Test
    void noGetChangesTheWorld() {
        try (DemoServer demo = new DemoServer()) {
            TestClient grace = demo.as("grace");
            World before = demo.server().world();
            int asked = 0;
            for (Operation operation : demo.server().operations().operations()) {
                if (operation.verb() == Verb.GET) {
                    String path = operation
                            .templates()
                            .get(0)
                            .substring(1)
                            .replace("{ACCOUNT_ID}", demo.accountOf("grace"))
                            .replaceAll("\\{[A-Z_]+}", "0".repeat(32));
                    assertThat(grace.get(path).status()).as(path).isLessThan(500);
                    assertThat(demo.server().world()).as(path).isSameAs(before);
                    asked++;
                }
            }
            assertThat(asked).isGreaterThan(40);
        }
    }
}
