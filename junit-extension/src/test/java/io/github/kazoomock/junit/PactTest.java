package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What tests' clients used is their contract when the run is over. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PactTest {
    private static volatile Path folder = Path.of("target");

    @KazooMockTest
    static final class Portal {
        @Test
        void lists_users(KazooMock kazoo) {
            kazoo.pact("portal", folder);
            KazooLogin admin = kazoo.login("account_admin");
            admin.http().get("accounts/" + admin.accountId() + "/users").expect(200);
        }

        @Test
        void makes_a_menu(KazooMock kazoo) {
            kazoo.pact("portal", folder);
            KazooLogin admin = kazoo.login("account_admin");
            admin.http().get("accounts/" + admin.accountId() + "/users").expect(200);
            admin.http()
                    .put("accounts/" + admin.accountId() + "/menus", Map.of("name", "Front"))
                    .expect(201);
        }

        @Test
        void fails(KazooMock kazoo) {
            kazoo.pact("portal", folder);
            KazooLogin admin = kazoo.login("account_admin");
            admin.http().get("accounts/" + admin.accountId() + "/devices").expect(418);
        }
    }

    @Test
    void of_all_tests_that_passed_and_of_none_that_failed(@TempDir Path empty) throws IOException {
        folder = empty.resolve("pacts");
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Portal.class))
                        .build());

        Map<String, ?> pact = Json.object(Files.readString(folder.resolve("portal-kazoo.json")));
        List<String> described = Json.list(pact.get("interactions")).stream()
                .map(each -> String.valueOf(Json.map(each).get("description")))
                .sorted()
                .toList();
        assertThat(described).containsExactly("menus.create answers 201", "users.list answers 200");
        assertThat(Json.at(pact, "consumer.name")).isEqualTo("portal");
        assertThat(Json.at(pact, "metadata.pactSpecification.version")).isEqualTo("4.0");
    }
}
