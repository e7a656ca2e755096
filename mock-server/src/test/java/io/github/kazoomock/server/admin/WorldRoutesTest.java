package io.github.kazoomock.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tests want of a world without asking KAZOO for it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldRoutesTest {
    private final KazooServer server = KazooServer.builder().port(0).start();
    private final TestClient client = TestClient.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Nested
    class AToken {
        @ParameterizedTest
        @CsvSource({
            "superduper_admin, admin, Larkspur Carrier Services",
            "reseller, nora, Copperfield Voice",
            "account_admin, edith, Finch & Vale Attorneys",
            "user, hugo, Finch & Vale Attorneys"
        })
        void of_a_role_is_that_of_the_first_who_has_it(String role, String username, String account) {
            JsonObject made = token("{'role':'" + role + "'}").body();
            assertThat(made.text("username")).isEqualTo(username);
            assertThat(made.text("account_name")).isEqualTo(account);
            TestClient user = client.with("X-Auth-Token", made.textOr("auth_token", ""));
            assertThat(user.get("accounts/" + made.text("account_id")).status()).isEqualTo(200);
        }

        @Test
        void is_made_for_a_user_by_name_and_account() {
            JsonObject made =
                    token("{'user':'Milo','account':'harbor dental group'}").body();
            assertThat(made.text("username")).isEqualTo("milo");
            assertThat(made.text("role")).isEqualTo("user");
            assertThat(token("{'user':'" + made.text("user_id") + "'}").body().text("username"))
                    .isEqualTo("milo");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}|400|say who",
                    "{'role':'king'}|400|role: 'king'; use superduper_admin, reseller, account_admin, user",
                    "{'user':'lorna'}|404|nobody is that; there are admin of Larkspur Carrier Services, otis of",
                    "{'user':'grace','account':'Copperfield Voice'}|404|nobody is that",
                    "{'who':'grace'}|400|the body knows no who",
                })
        void of_nobody_says_who_there_is(String body, int status, String message) {
            Response refused = token(body);
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.body().text("message")).contains(message);
        }
    }

    @Nested
    class AFixtureThatIsSent {
        @Test
        void is_completed_when_asked_to() {
            Response made = sandbox("""
                    {'name':'sent','complete':true,'files':{
                      'master/account.json':{'name':'Master','realm':'m.example.com','pvt_superduper_admin':true},
                      'master/users.json':{'root':{'username':'root','password':'root','priv_level':'admin'}},
                      'master/devices.json':{'desk':{}},
                      'master/vmboxes.json':{'box':{'owner_id':{'$id':'users/root'}}}}}""");
            assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
            JsonObject who =
                    admin("POST", "sandboxes/sent/tokens", "{'user':'root'}").body();
            TestClient root = TestClient.at(server.apiRoot().replace("/v2/", "/sandboxes/sent/v2/"))
                    .with("X-Auth-Token", who.textOr("auth_token", ""));
            String account = "accounts/" + who.text("account_id");
            assertThat(names(root.get(account + "/devices"))).containsExactly("desk");
            assertThat(names(root.get(account + "/vmboxes"))).containsExactly("box");
        }

        @Test
        void is_refused_as_a_folder_would_be() {
            Response refused = sandbox("{'files':{'master/account.json':{'name':'Master'}}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message"))
                    .contains("files: files/master/account.json")
                    .contains("realm");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'files':7}|files: use an object of files by path",
                    "{'files':{'master/attachments/a.wav':'?'}}|files: master/attachments/a.wav is no JSON file",
                    "{'files':{},'fixture':'demo'}|not several",
                    "{'complete':true}|send files too",
                })
        void that_makes_no_sense_says_what_would(String body, String message) {
            Response refused = sandbox(body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).contains(message);
        }

        @Test
        void comes_out_again_as_it_is() {
            JsonObject files = admin("GET", "fixture", "").body();
            JsonObject body = files.with(Json.of("copy"), "name");
            Response made = client.send("POST", "/__admin/sandboxes", body.toString());
            assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
            assertThat(admin("GET", "sandboxes/copy/fixture", "").body()).isEqualTo(files);
        }
    }

    @Nested
    class ASampleDocument {
        @Test
        void is_what_the_server_accepts() {
            JsonObject made =
                    admin("GET", "documents/devices?size=typical&seed=3", "").body();
            assertThat(made.has("name")).isTrue();
            assertThat(admin("GET", "documents/devices?size=typical&seed=3", "").body())
                    .isEqualTo(made);
        }

        @ParameterizedTest
        @CsvSource({
            "dragons, 404, no schema dragons",
            "devices?size=huge, 400, size: 'huge'",
            "devices?seed=x, 400, seed:"
        })
        void of_nothing_says_what_there_is(String asked, int status, String message) {
            Response refused = admin("GET", "documents/" + asked, "");
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.body().text("message")).contains(message);
        }
    }

    @Test
    void accounts_are_listed_with_parents_before_their_children() {
        List<String> names = admin("GET", "accounts", "").body().array("accounts").values().stream()
                .map(account -> ((JsonObject) account).textOr("name", ""))
                .toList();
        assertThat(names)
                .startsWith("Larkspur Carrier Services", "Copperfield Voice", "Finch & Vale Attorneys")
                .contains("Harbor Dental Group");
    }

    private Response token(String body) {
        return admin("POST", "tokens", body);
    }

    private Response sandbox(String body) {
        return admin("POST", "sandboxes", body);
    }

    private Response admin(String method, String path, String body) {
        return client.send(method, "/__admin/" + path, body.isEmpty() ? null : body.replace('\'', '"'));
    }

    private static List<String> names(Response list) {
        return list.body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("name", ""))
                .toList();
    }
}
