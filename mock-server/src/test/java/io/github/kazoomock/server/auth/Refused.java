package io.github.kazoomock.server.auth;

import static io.github.kazoomock.server.AuthServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;

/** The refusals that a caller without a good token meets, each with its exact body. */
final class Refused {
    private static final JsonObject INVALID = json("{'message': 'invalid credentials'}");

    private Refused() {}

    static void asFormA(TestClient.Response response) {
        as(response, 401, "invalid_credentials", INVALID);
        assertThat(response.header("www-authenticate")).isNull();
        assertThat(response.body().has("page_size")).isFalse();
    }

    static void asFormB(TestClient.Response response) {
        as(response, 401, "invalid credentials", JsonObject.EMPTY);
    }

    static void asFormC(TestClient.Response response) {
        as(response, 401, "invalid credentials", INVALID);
    }

    static void asForbidden(TestClient.Response response) {
        as(response, 403, "forbidden", json("{'message': 'forbidden'}"));
    }

    static void as(TestClient.Response response, int status, String message, JsonObject data) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.body().text("error")).isEqualTo(Integer.toString(status));
        assertThat(response.body().text("message")).isEqualTo(message);
        assertThat(response.body().get("data")).isEqualTo(data);
        assertThat(response.body().text("status")).isEqualTo("error");
    }
}
