package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What saving a user does to its login (pbx sheet 1.4, auth sheet 4). */
@Timeout(30)
class UserLoginsTest {
    private static final String PAT =
            "{'first_name':'Pat','last_name':'Sample','username':'PAT','password':'first','confirm_password':'first'}";

    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aNewUserLogsInAndItsPasswordIsNeverShown() {
        Response made = office.put("users", PAT);
        assertThat(made.data().text("username")).isEqualTo("pat");
        assertThat(made.data().keys()).doesNotContain("password", "confirm_password");
        assertThat(office.logIn("pat", "first").status()).isEqualTo(201);
        assertThat(office.logIn("pat", "other").status()).isEqualTo(401);
    }

    @Test
    void anotherPasswordEndsEarlierTokens() {
        String id = office.made("users", PAT);
        TestClient pat = loggedIn("pat", "first");
        assertThat(pat.get(office.at("users/" + id)).status()).isEqualTo(200);
        assertThat(office.patch("users/" + id, "{'password':'second'}").status())
                .isEqualTo(200);
        assertThat(pat.get(office.at("users/" + id)).status()).isEqualTo(401);
        assertThat(office.logIn("pat", "first").status()).isEqualTo(401);
        assertThat(office.logIn("pat", "second").status()).isEqualTo(201);
    }

    @Test
    void anyOtherChangeKeepsLoginAndTokens() {
        String id = office.made("users", PAT);
        TestClient pat = loggedIn("pat", "first");
        office.post("users/" + id, "{'first_name':'Pit','last_name':'Sample','username':'Pat'}");
        office.patch("users/" + id, "{'email':'pat@example.com'}");
        assertThat(pat.get(office.at("users/" + id)).data().text("email")).isEqualTo("pat@example.com");
        assertThat(office.logIn("pat", "first").status()).isEqualTo(201);
    }

    @Test
    void aPostWithoutUserNameTakesTheLoginAway() {
        String id = office.made("users", PAT);
        Response saved = office.post("users/" + id, "{'first_name':'Pat','last_name':'Sample'}");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(office.logIn("pat", "first").status()).isEqualTo(401);
    }

    @Test
    void aUserNameNeedsAPassword() {
        Response made = office.put("users", "{'first_name':'Pat','last_name':'Sample','username':'Pat'}");
        assertThat(made.status()).isEqualTo(400);
        assertThat(made.data()).isEqualTo(passwordRequired("pat"));
        Response renamed = office.patch("users/" + office.made("users", PAT), "{'username':'Patty'}");
        assertThat(renamed.data()).isEqualTo(passwordRequired("patty"));
    }

    @Test
    void aPasswordAloneBringsAUserName() {
        Response made = office.put("users", "{'first_name':'Pat','last_name':'Sample','password':'secret'}");
        String username = made.data().textOr("username", "");
        assertThat(username).matches("user_[0-9a-f]{16}");
        assertThat(office.logIn(username, "secret").status()).isEqualTo(201);
    }

    @Test
    void aDisabledUserDoesNotLogInButItsTokenLives() {
        String id = office.made("users", PAT);
        TestClient pat = loggedIn("pat", "first");
        office.patch("users/" + id, "{'enabled':false}");
        assertThat(office.logIn("pat", "first").status()).isEqualTo(401);
        assertThat(pat.get(office.at("users/" + id)).status()).isEqualTo(200);
    }

    @Test
    void aDeletedUserNeitherLogsInNorKeepsItsToken() {
        String id = office.made("users", PAT);
        TestClient pat = loggedIn("pat", "first");
        office.delete("users/" + id);
        assertThat(office.logIn("pat", "first").status()).isEqualTo(401);
        assertThat(pat.get(office.at("users")).status()).isEqualTo(401);
    }

    @Test
    void anotherNameEndsEarlierTokensToo() {
        String id = office.made("users", PAT);
        TestClient pat = loggedIn("pat", "first");
        assertThat(office.patch("users/" + id, "{'username':'patty','password':'first'}")
                        .status())
                .isEqualTo(200);
        assertThat(pat.get(office.at("users")).status()).isEqualTo(401);
        assertThat(office.logIn("patty", "first").status()).isEqualTo(201);
        assertThat(office.logIn("pat", "first").status()).isEqualTo(401);
    }

    @Test
    void settingsDecideAboutTokensAndMissingNamesAndPasswords(@TempDir Path folder) throws IOException {
        Path world = Office.world(folder, "system_config/crossbar.users.json", """
                {'default':{'reset_identity_secret_on_rehash':false,'generate_username_if_empty':false,
                            'generate_password_if_empty':true}}""");
        try (Office top = Office.of(world)) {
            String id = top.made("users", PAT);
            TestClient pat = loggedIn(top, "pat", "first");
            top.patch("users/" + id, "{'password':'second'}");
            assertThat(pat.get(top.at("users")).status()).isEqualTo(200);
            Response nameless = top.put("users", "{'first_name':'A','last_name':'B','password':'x'}");
            assertThat(nameless.status()).isEqualTo(201);
            assertThat(nameless.data().has("username")).isFalse();
            Response open = top.put("users", "{'first_name':'A','last_name':'B','username':'ab'}");
            assertThat(open.status()).isEqualTo(201);
        }
    }

    private TestClient loggedIn(String username, String password) {
        return loggedIn(office, username, password);
    }

    private static TestClient loggedIn(Office office, String username, String password) {
        String token = office.logIn(username, password).body().text("auth_token");
        assertThat(token).isNotNull();
        return TestClient.of(office.server()).with("X-Auth-Token", String.valueOf(token));
    }

    private static JsonObject passwordRequired(String username) {
        return json("{'password':{'required':{'message':"
                + "'The password must be provided when creating / updating the user name','cause':'" + username
                + "'}}}");
    }
}
