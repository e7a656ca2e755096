package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.json;
import static io.github.kazoomock.server.AuthServer.md5;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.AuthServer;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Basic credentials: an account and what its settings say (auth sheet 10, decision A12). */
@Timeout(60)
class BasicAuthTest {
    private AuthServer kazoo;

    BasicAuthTest(@TempDir Path folder) {
        kazoo = AuthServer.start(folder);
    }

    @AfterEach
    void stop() {
        kazoo.close();
    }

    private void restart(Path folder, String profile, String authConfig) {
        kazoo.close();
        kazoo = AuthServer.start(folder, KazooServer.builder().profile(profile), authConfig);
    }

    private TestClient.Response ask(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return kazoo.anonymous().with("Authorization", "Basic " + base64).get("token_auth");
    }

    @Test
    void theyAreAccountAndDigest() {
        String text = kazoo.account("ann") + ":" + md5("ann");
        TestClient.Response response = ask(text);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.data().text("owner_id")).isEqualTo(kazoo.user("ann"));
        assertThat(response.body().text("auth_token"))
                .isEqualTo(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(response.body().get("tokens")).isEqualTo(json("{'consumed': 1, 'remaining': 99}"));
    }

    @Test
    void wrongOnesAreRefused() {
        Refused.asFormA(ask(kazoo.account("ann") + ":" + md5("nobody")));
        Refused.asFormA(ask(kazoo.account("ann") + ":ann:ann"));
        Refused.asFormA(ask(kazoo.account("ann") + ":" + md5("bob-off")));
        Refused.asFormA(ask("0".repeat(32) + ":" + md5("ann")));
        Refused.asFormA(ask(kazoo.account("ann")));
        Refused.asFormA(kazoo.anonymous().with("Authorization", "Basic %%%").get("token_auth"));
    }

    @Test
    void theDigestMayBeSha(@TempDir Path folder) {
        restart(folder, "kazoo-5", "{'basic_auth_type': 'sha'}");

        assertThat(ask(kazoo.account("ann") + ":" + Hash.sha1("ann:ann")).status())
                .isEqualTo(200);
        Refused.asFormA(ask(kazoo.account("ann") + ":" + md5("ann")));
    }

    @Test
    void anyOtherTypeMeansUserAndPassword(@TempDir Path folder) {
        restart(folder, "kazoo-5", "{'basic_auth_type': 'plain'}");

        assertThat(ask(kazoo.account("ann") + ":Ann:ann").status()).isEqualTo(200);
        Refused.asFormA(ask(kazoo.account("ann") + ":ann:Ann"));
        Refused.asFormA(ask(kazoo.account("ann") + ":ann"));
        Refused.asFormA(ask(kazoo.account("ann") + ":" + md5("ann")));
    }

    @Test
    void aDisabledAccountIsRefused() {
        Refused.as(
                ask(kazoo.account("sam") + ":" + md5("sam")),
                400,
                "validation error",
                json("{'account': {'disabled': {'message': 'account disabled'}}}"));
    }

    @Test
    void olderKazooDoesNotLook(@TempDir Path folder) {
        restart(folder, "kazoo-5.0", "{}");

        assertThat(ask(kazoo.account("sam") + ":" + md5("sam")).status()).isEqualTo(200);
    }

    @Test
    void anEndedTrialIsRefused() {
        assertThat(ask(kazoo.account("tom") + ":" + md5("tom")).data().text("account", "expired", "message"))
                .isEqualTo("account expired");
    }
}
