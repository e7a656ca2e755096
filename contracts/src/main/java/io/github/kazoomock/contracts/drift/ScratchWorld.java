package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The scratch account of a live run, made in a mock by the same requests, so that it has the same history. */
record ScratchWorld(MockHttp mock, String sandbox) {

    void make() {
        JsonObject caller = JsonObject.of("role", Json.of("superduper_admin"));
        JsonObject login = mock.admin("POST", "sandboxes/" + sandbox + "/tokens", caller);
        String token = login.textOr("auth_token", "");
        String top = "/v2/accounts/" + login.textOr("account_id", "");
        JsonObject account =
                JsonObject.of("name", Json.of("kazoo-mock scratch"), "realm", Json.of("kazoo-mock-scratch.invalid"));
        String id = put(top, account, token);
        for (String level : List.of("admin", "user")) {
            JsonObject user = JsonObject.builder()
                    .put("first_name", "Scratch")
                    .put("last_name", level)
                    .put("username", "scratch-" + level)
                    .put("password", "scratch-" + level)
                    .put("priv_level", level)
                    .build();
            put("/v2/accounts/" + id + "/users", user, token);
        }
    }

    private String put(String path, JsonObject data, String token) {
        Request.Parameter quiet = new Request.Parameter("send_email_on_creation", "false");
        Request request = new Request("PUT", path, List.of(quiet), Map.of("x-auth-token", token), new byte[0])
                .withJson(JsonObject.of("data", data));
        Response response = mock.ask(sandbox, request);
        Json made = response.json() == null ? null : Pointer.at(response.json(), "/data/id");
        if (!response.isSuccess() || made == null || made.text() == null) {
            throw new Unreachable("the mock makes no scratch account: " + path + " answered " + response.status() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return made.text();
    }
}
