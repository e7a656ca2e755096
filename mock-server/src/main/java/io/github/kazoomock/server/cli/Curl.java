package io.github.kazoomock.server.cli;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.journal.CurlLines;
import io.github.kazoomock.server.world.Hash;

/** Commands to paste into a shell. */
final class Curl {
    private Curl() {}

    /** Logs in as KAZOO's front ends do: with the MD5 of {@code username:password} (auth sheet 5). */
    static String login(String apiRoot, Login login) {
        return "curl -X PUT " + apiRoot + "user_auth -H 'Content-Type: application/json' -d "
                + CurlLines.quoted(credentials(login));
    }

    /** The body of that request. */
    static String credentials(Login login) {
        JsonObject data = JsonObject.of(
                "credentials",
                Json.of(Hash.md5(login.username() + ":" + login.password())),
                "account_name",
                Json.of(login.accountName()));
        return JsonObject.of("data", data).toString();
    }
}
