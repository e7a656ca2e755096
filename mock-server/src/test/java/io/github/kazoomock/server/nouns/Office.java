package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server with the demo world, and an administrator of one account in it at work. */
final class Office implements AutoCloseable {
    /** The administrator of Harbor Dental Group. */
    static final String ADMIN = "grace";

    private final KazooServer server;
    private final TestClient client;
    private final String account;

    Office(String profile) {
        this(KazooServer.builder().port(0).profile(profile).start(), ADMIN);
    }

    private Office(KazooServer server, String username) {
        this.server = server;
        this.client = TestClient.loggedIn(server, username);
        this.account = login(username).accountId();
    }

    /** An administrator at the top of a world of one's own. */
    static Office of(Path fixture) {
        return of(fixture, "kazoo-5");
    }

    /** The same, in another KAZOO. */
    static Office of(Path fixture, String profile) {
        return new Office(
                KazooServer.builder()
                        .port(0)
                        .profile(profile)
                        .fixture(fixture.toString())
                        .start(),
                "boss");
    }

    /**
     * Writes the smallest world whose administrator is {@code boss}.
     *
     * @param more further files: their path and their content, in turn
     */
    static Path world(Path folder, String... more) throws IOException {
        write(folder, "fixture.json", "{'description':'x'}");
        write(folder, "top/account.json", "{'name':'Top','realm':'top.example.com','pvt_superduper_admin':true}");
        write(
                folder,
                "top/users.json",
                "{'boss':{'username':'boss','password':'boss','first_name':'B','last_name':'B','priv_level':'admin'}}");
        for (int i = 0; i < more.length; i += 2) {
            write(folder, more[i], more[i + 1]);
        }
        return folder;
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(content).toString());
    }

    /** The same server seen by somebody else of the demo world, in that one's account. */
    Office as(String username) {
        return new Office(server, username);
    }

    Login login(String username) {
        return server.logins().stream()
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    KazooServer server() {
        return server;
    }

    TestClient client() {
        return client;
    }

    String account() {
        return account;
    }

    /** The id of the account's first child. */
    String child() {
        JsonObject row = (JsonObject) get("children").body().array("data").get(0);
        return row.textOr("id", "");
    }

    /** A path under the account. */
    String at(String path) {
        return "accounts/" + account + "/" + path;
    }

    Response get(String path) {
        return client.get(at(path));
    }

    Response delete(String path) {
        return client.delete(at(path));
    }

    Response put(String path, String data) {
        return client.put(at(path), json(data));
    }

    Response post(String path, String data) {
        return client.post(at(path), json(data));
    }

    Response patch(String path, String data) {
        return client.patch(at(path), json(data));
    }

    /** The id of what a PUT makes. */
    String made(String path, String data) {
        Response made = put(path, data);
        String id = made.data().text("id");
        if (made.status() != 201 || id == null) {
            throw new IllegalStateException(made.text());
        }
        return id;
    }

    /** The tag of what stands at a path under the account. */
    String tag(String path) {
        return String.valueOf(get(path).header("etag"));
    }

    /** An attempt to log in to the account. */
    Response logIn(String username, String password) {
        JsonObject data = JsonObject.of(
                "credentials",
                Json.of(Hash.md5(username + ":" + password)),
                "account_name",
                Json.of(server.logins().stream()
                        .filter(login -> login.accountId().equals(account))
                        .findFirst()
                        .orElseThrow()
                        .accountName()));
        return TestClient.of(server).put("user_auth", data);
    }

    /** An object, with single quotes for double ones. */
    static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.close();
    }
}
