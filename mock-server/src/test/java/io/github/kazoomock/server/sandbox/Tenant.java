package io.github.kazoomock.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client with a sandbox of its own, which marks what it writes and looks for marks of others in all that it reads.
 *
 * <p>Every one writes to the same documents: ids and paths are equal in all sandboxes.
 */
final class Tenant {
    private static final Pattern MARK = Pattern.compile("mark-(\\d+)-");

    private final int number;
    private final String sandbox;
    private final String account;
    private final String user;
    private final String devices;
    private final TestClient client;

    /** Makes the sandbox and logs in. */
    Tenant(int number, String apiRoot, Login login) {
        this.number = number;
        this.sandbox = "tenant-" + number;
        this.account = "accounts/" + login.accountId();
        this.devices = account + "/devices?paginate=false";
        TestClient made = TestClient.at(apiRoot);
        assertThat(made.send("POST", "/__admin/sandboxes", "{\"name\":\"" + sandbox + "\"}")
                        .status())
                .isEqualTo(201);
        this.client = TestClient.at(apiRoot.replace("/v2/", "/sandboxes/" + sandbox + "/v2/"))
                .login(login);
        JsonObject row = (JsonObject) client.get(account + "/users?filter_username=" + login.username())
                .body()
                .array("data")
                .get(0);
        this.user = account + "/users/" + row.text("id");
    }

    /** Writes and reads back: a document that all have, and one that it makes and removes. */
    void round(int round) {
        String mark = mark(round);
        String device = write(mark);
        assertThat(read(client.get(user)).data().text("first_name")).isEqualTo(mark);
        assertThat(read(client.get(device)).data().text("name")).isEqualTo(mark);
        assertThat(read(client.get(devices)).text()).contains(mark);
        assertThat(read(client.delete(device)).status()).isEqualTo(200);
        assertThat(read(client.get(device)).status()).isEqualTo(404);
    }

    /** Writes what stays there. */
    void settle() {
        write(mark(0));
        assertThat(read(client.get(devices)).text()).contains(mark(0));
    }

    /** The path of a new device. */
    private String write(String mark) {
        assertThat(read(client.patch(user, named("first_name", mark))).status()).isEqualTo(200);
        Response made = read(client.put(account + "/devices", named("name", mark)));
        assertThat(made.status()).isEqualTo(201);
        return account + "/devices/" + made.data().text("id");
    }

    private String mark(int round) {
        return "mark-" + number + "-" + round;
    }

    /** What the journal of its sandbox kept are its own requests only. */
    void looksBack() {
        Response kept = read(client.get("/__admin/sandboxes/" + sandbox + "/requests"));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text()).contains("mark-" + number + "-");
    }

    /** Ends the sandbox. */
    void leave() {
        assertThat(client.delete("/__admin/sandboxes/" + sandbox).status()).isEqualTo(200);
        assertThat(client.get(account).status()).isEqualTo(404);
    }

    private Response read(Response response) {
        Matcher marks = MARK.matcher(response.text());
        while (marks.find()) {
            assertThat(marks.group(1)).as("a mark in %s", sandbox).isEqualTo(Integer.toString(number));
        }
        return response;
    }

    private static JsonObject named(String key, String value) {
        return JsonObject.of(key, Json.of(value));
    }
}
