package io.github.kazoomock.server;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.PasswordReset;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A running mock whose accounts are in every standing that a login can meet; every password is the user name. */
public final class AuthServer implements AutoCloseable {
    private final KazooServer server;

    private AuthServer(KazooServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param folder empty, for the fixture
     * @param authConfig the section {@code default} of {@code crossbar.auth}, with single quotes
     */
    public static AuthServer start(Path folder, KazooServer.Builder builder, String authConfig) {
        write(folder, "fixture.json", "{'description': 'accounts to log in to'}");
        write(folder, "system_config/crossbar.accounts.json", "{'default': {'ensure_unique_name': false}}");
        write(folder, "system_config/crossbar.auth.json", "{'default': " + authConfig + "}");
        account(folder, "hub", "Hub", ", 'pvt_superduper_admin': true, 'pvt_reseller': true", "root", "clerk");
        account(folder, "hub/shop", "Blue Shop", ", 'language': 'de-DE'", "ann", "bob");
        account(folder, "hub/shop/branch", "Branch", "", "eve");
        account(folder, "hub/twin-a", "Twin", "", "otto");
        account(folder, "hub/twin-b", "Twin", "", "nora");
        account(folder, "hub/shut", "Shut", ", 'pvt_enabled': false", "sam");
        account(folder, "hub/over", "Over", ", 'pvt_trial_expires': {'$ago': '1d'}", "tom");
        account(folder, "hub/trial", "Trial", ", 'pvt_trial_expires': {'$in': '30m'}", "tia");
        write(
                folder,
                "hub/apps.json",
                "{'voip': {'name': 'voip', 'api_url': 'http://a/v2/', 'published': false, 'i18n':"
                        + " {'en-US': {'label': 'SmartPBX'}, 'de-DE': {'label': 'TK-Anlage'}}}}");
        return new AuthServer(builder.port(0).fixture(folder.toString()).start());
    }

    /** The default profile without settings. */
    public static AuthServer start(Path folder) {
        return start(folder, KazooServer.builder(), "{}");
    }

    public static AuthServer start(Path folder, String profile) {
        return start(folder, KazooServer.builder().profile(profile), "{}");
    }

    /** The first user is an admin; the last one is joined by a disabled user, named with a {@code -off} behind. */
    private static void account(Path folder, String path, String name, String more, String... users) {
        String realm = path.replace('/', '.') + ".example.com";
        write(
                folder,
                path + "/account.json",
                "{'name': '" + name + "', 'realm': '" + realm + "', 'timezone': 'UTC'" + more + "}");
        List<String> documents = new ArrayList<>();
        for (String user : users) {
            String level = documents.isEmpty() ? "admin" : "user";
            documents.add(user(user, level, true));
        }
        documents.add(user(users[users.length - 1] + "-off", "user", false));
        write(folder, path + "/users.json", "{" + String.join(",", documents) + "}");
    }

    private static String user(String name, String level, boolean enabled) {
        return String.format(
                "'%1$s': {'username': '%1$s', 'password': '%1$s', 'first_name': 'A', 'last_name': 'B', 'email':"
                        + " '%1$s@example.com', 'priv_level': '%2$s', 'enabled': %3$s}",
                name, level, enabled);
    }

    private static void write(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public KazooServer server() {
        return server;
    }

    public TestClient anonymous() {
        return TestClient.of(server);
    }

    public TestClient as(String username) {
        return anonymous().login(login(username));
    }

    public String token(String username) {
        String token = logIn(username).body().text("auth_token");
        if (token == null) {
            throw new IllegalStateException(username + " gets no token");
        }
        return token;
    }

    /** What a login of the user answers. */
    public TestClient.Response logIn(String username) {
        Login login = login(username);
        return anonymous()
                .put(
                        "user_auth",
                        json("{'credentials': '" + md5(username) + "', 'account_realm': '" + login.realm() + "'}"));
    }

    public Login login(String username) {
        return server.logins().stream()
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** The id of a user's account. */
    public String account(String username) {
        return login(username).accountId();
    }

    /** The id of a user. */
    public String user(String username) {
        String realm = login(username).realm();
        String path =
                realm.substring(0, realm.length() - ".example.com".length()).replace('.', '/');
        return Hash.md5(path + "/users/" + username);
    }

    /** Lets time pass. */
    public void advance(int seconds) {
        anonymous().send("POST", "/__admin/clock", "{\"advance\":" + seconds + "}");
    }

    /** The ids of all resets of lost passwords. */
    public List<String> resetIds() {
        List<String> ids = new ArrayList<>();
        for (Document reset : server.world().systemDocuments(PasswordReset.TYPE)) {
            ids.add(reset.id());
        }
        return ids;
    }

    /** The credentials of a user whose password is the name. */
    public static String md5(String username) {
        return Hash.md5(username + ":" + username);
    }

    /** The claims in a token. */
    public static JsonObject claims(String token) {
        return (JsonObject) Json.parse(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    /** A token with another account in its claims, its signature now wrong. */
    public static String forged(String token) {
        String[] parts = token.split("\\.", -1);
        String claims =
                claims(token).with(Json.of("0".repeat(32)), "account_id").toString();
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }

    /** JSON with single quotes, which is easier to read in Java. */
    public static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.close();
    }
}
