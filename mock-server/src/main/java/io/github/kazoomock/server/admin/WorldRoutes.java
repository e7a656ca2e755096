package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.List;

/** What tests want of a world without asking KAZOO for it: who is there, a token, all of it as a fixture. */
record WorldRoutes(Starts starts, Tokens tokens, SchemaRegistry schemas) {
    private static final List<String> TOKEN_KEYS = List.of("role", "user", "account");

    List<Route> routes() {
        return List.of(
                Route.sandbox("GET", "accounts", WorldRoutes::accounts),
                Route.sandbox("POST", "tokens", this::token),
                Route.sandbox("GET", "fixture", this::fixture),
                Route.server("GET", "documents/{schema}", this::document));
    }

    private static AdminReply accounts(AdminCall call) {
        List<Json> all = new ArrayList<>();
        People.accounts(call.sandbox().world()).forEach(account -> all.add(show(account)));
        return Route.json(JsonObject.of("accounts", new JsonArray(all)));
    }

    private static Json show(Account account) {
        JsonObject open = account.document().open();
        return JsonObject.builder()
                .put("id", account.id())
                .put("name", open.textOr("name", ""))
                .put("realm", open.textOr("realm", ""))
                .put("parent_id", account.parent())
                .put("superduper_admin", flag(account, "pvt_superduper_admin"))
                .put("reseller", flag(account, "pvt_reseller"))
                .build();
    }

    private static Json flag(Account account, String key) {
        return account.document().hidden().isTrue(key) ? JsonLiteral.TRUE : JsonLiteral.FALSE;
    }

    /** A token as a login makes it, of a user whose password nobody needs to know. */
    private AdminReply token(AdminCall call) {
        JsonObject body = call.body(TOKEN_KEYS);
        World world = call.sandbox().world();
        People.Person person =
                People.find(world, Wanted.text(body, "role"), Wanted.text(body, "user"), Wanted.text(body, "account"));
        Grant grant = Grant.of("cb_user_auth", person.account(), person.user());
        String token = tokens.sign(grant.claims(world, call.sandbox().clock().now()));
        JsonObject open = person.account().document().open();
        return AdminReply.json(
                201,
                JsonObject.builder()
                        .put("auth_token", token)
                        .put("role", person.role())
                        .put("user_id", person.user().id())
                        .put("username", person.username())
                        .put("account_id", person.account().id())
                        .put("account_name", open.textOr("name", ""))
                        .put("realm", open.textOr("realm", ""))
                        .build());
    }

    private AdminReply fixture(AdminCall call) {
        return Route.json(JsonObject.of(
                "files", WrittenFiles.of(starts.files(call.sandbox().world()))));
    }

    private static String asked(AdminCall call, String key, String usual) {
        String value = call.query().first(key);
        return value == null ? usual : value;
    }

    private AdminReply document(AdminCall call) {
        String word = asked(call, "size", Size.MINIMAL.word());
        Size size = Size.named(word)
                .orElseThrow(() -> new BadRequest("size: '" + word + "'; use minimal, typical or maximal"));
        long seed;
        try {
            seed = Long.parseLong(asked(call, "seed", "1"));
        } catch (NumberFormatException e) {
            throw new BadRequest("seed: use a whole number");
        }
        try {
            return Route.json(new SampleDocuments(schemas).make(call.path("schema"), size, seed));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(404, e.getMessage() + "; GET /v2/schemas lists them");
        }
    }
}
