package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureAccount;
import io.github.kazoomock.fixtures.FixtureDocument;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import java.util.ArrayList;
import java.util.List;

/** Finds who can log in: users of a fixture with a plain password. */
final class Logins {
    private Logins() {}

    static List<Login> of(Fixture fixture) {
        List<Login> logins = new ArrayList<>();
        for (FixtureAccount account : fixture.accounts()) {
            for (FixtureDocument document : account.documents()) {
                String username = document.document().text("username");
                String password = document.document().text("password");
                if (document.type().equals("users") && username != null && password != null) {
                    logins.add(login(account, document.document(), username, password));
                }
            }
        }
        return logins;
    }

    private static Login login(FixtureAccount account, JsonObject user, String username, String password) {
        JsonObject document = account.document();
        return new Login(
                role(document, user),
                document.textOr("name", ""),
                account.id(),
                document.textOr("realm", ""),
                username,
                password,
                document.textOr("pvt_api_key", Hash.sha256(account.id() + "/api_key")));
    }

    private static String role(JsonObject account, JsonObject user) {
        if (!"admin".equals(user.text("priv_level"))) {
            return "user";
        }
        if (account.isTrue("pvt_superduper_admin")) {
            return "superduper_admin";
        }
        return account.isTrue("pvt_reseller") ? "reseller" : "account_admin";
    }
}
