package io.github.kazoomock.server.journal;

import static io.github.kazoomock.server.journal.JournalServer.at;
import static io.github.kazoomock.server.journal.JournalServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.world.Hash;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Requests as an HTTP Archive and as curl lines. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {
    private final JournalServer mock = new JournalServer();
    private final Login login = mock.login("grace");
    private final String users = mock.account("grace") + "/users";

    @BeforeEach
    void clear() {
        mock.admin("POST", "reset", "");
    }

    @AfterAll
    void stop() {
        mock.close();
    }

    @Test
    void anArchiveHasEverythingButTheSecrets() {
        TestClient grace = story();
        String text = mock.admin("GET", "requests.har", "").text();
        assertThat(text)
                .doesNotContain(String.valueOf(grace.token()))
                .doesNotContain(Hash.md5(login.username() + ":" + login.password()))
                .doesNotContain("sesame");
        JsonObject log = json(text).object("log");
        assertThat(log.text("version")).isEqualTo("1.2");
        assertThat(log.text("creator", "name")).isEqualTo("kazoo-mock");
        assertThat(log.array("entries").size()).isEqualTo(3);
        JsonObject made = at(log, "entries", 1);
        assertThat(made.text("startedDateTime")).isEqualTo(JournalServer.START.toString());
        assertThat(made.text("comment")).isEqualTo("users.create");
        assertThat(made.text("request", "method")).isEqualTo("PUT");
        assertThat(made.text("request", "url")).startsWith("http://").endsWith("/v2/" + users);
        assertThat(made.object("request").array("headers").values())
                .contains(json("{'name':'x-auth-token','value':'***'}"));
        assertThat(made.text("request", "postData", "mimeType")).isEqualTo("application/json");
        assertThat(made.text("request", "postData", "text")).contains("\"password\":\"***\"", "O'Hara");
        assertThat(made.object("response").integer(0, "status")).isEqualTo(201);
        assertThat(made.text("response", "content", "text")).contains("\"auth_token\":\"***\"");
        JsonObject listed = at(log, "entries", 2);
        assertThat(listed.object("request").array("queryString").values())
                .containsExactly(
                        json("{'name':'auth_token','value':'***'}"),
                        json("{'name':'filter_last_name','value':'O%27Hara'}"));
    }

    @Test
    void curlLinesAskTheSameWithATokenOfOnesOwn() {
        TestClient grace = story();
        String text = mock.admin("GET", "requests.curl", "").text();
        assertThat(text).doesNotContain(String.valueOf(grace.token())).doesNotContain("sesame");
        assertThat(text.lines()).hasSize(3);
        assertThat(text.lines().toList().get(1))
                .startsWith("curl -X PUT 'http://")
                .contains("/v2/" + users + "' -H 'content-type: application/json' -H \"X-Auth-Token: $TOKEN\"")
                .contains(" --data-raw '{\"data\":")
                .contains("O'\\''Hara")
                .endsWith("'  # 201 users.create");
        assertThat(text.lines().toList().get(2)).contains("?auth_token=***&filter_last_name=O%27Hara'");
    }

    @Test
    void bothTakeASelection() {
        story();
        assertThat(mock.admin("GET", "requests.curl?operation=users.create", "")
                        .text()
                        .lines())
                .hasSize(1);
        assertThat(mock.get("requests.har?operation=users.create")
                        .object("log")
                        .array("entries")
                        .size())
                .isEqualTo(1);
    }

    private TestClient story() {
        TestClient grace = mock.client().login(login);
        grace.put(users, json("{'first_name':'Kim','last_name':'O\\u0027Hara','password':'open sesame'}"));
        mock.client().get(users + "?auth_token=" + grace.token() + "&filter_last_name=O%27Hara");
        return grace;
    }
}
