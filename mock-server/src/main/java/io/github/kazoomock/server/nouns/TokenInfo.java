package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token is good for, told to anybody, with error words of its own (auth sheet 13, decision A17). */
final class TokenInfo {
    private static final Set<String> KEPT_BACK = Set.of("exp", "identity_sig", "iss", "method", "token");

    private final Tokens tokens;

    TokenInfo(Tokens tokens) {
        this.tokens = tokens;
    }

    Operation operation(String id, Verb verb) {
        return Operation.of(id, verb, "auth/tokeninfo")
                .access(Access.ANYBODY)
                .query("token")
                .evidence(Evidence.sheet("auth 13"), Evidence.sheet("delta 2.2"))
                .handler(this::show);
    }

    private Outcome show(Call call, Transaction transaction) {
        String token = call.options().text("token");
        if (token == null) {
            String place = call.verb() == Verb.GET ? "params" : "request";
            return new Problem(404, "missing token in " + place, JsonObject.EMPTY);
        }
        Tokens.Reading reading = tokens.read(token);
        JsonObject claims = reading.claims();
        if (claims == null) {
            return flaw(reading.flaw());
        }
        if (Identities.isOver(claims, call.now())) {
            return unauthorized("token_expired");
        }
        World world = transaction.world();
        String accountId = claims.text("account_id");
        if (accountId == null) {
            return new Problem(403, "no associated account_id", JsonObject.EMPTY);
        }
        Account account = world.account(accountId);
        if (account == null) {
            return new Problem(403, "mapped account does not exist", JsonObject.EMPTY);
        }
        String ownerId = claims.text("owner_id");
        Document user = ownerId == null ? null : account.get("user", ownerId);
        if (ownerId != null && user == null) {
            return new Problem(500, "invalid_identity_provider", JsonObject.EMPTY);
        }
        boolean good = tokens.areSignedFor(claims, world) && !Identities.isRevoked(token, world);
        if (!good) {
            return unauthorized("invalid_identity_signature");
        }
        return Reply.value(data(call, transaction, account, user, claims)).showingToken(token);
    }

    private static JsonObject data(
            Call call, Transaction transaction, Account account, @Nullable Document user, JsonObject claims) {
        JsonObject login = Gate.data(call, transaction, Grant.of(claims.textOr("method", ""), account, user));
        if (!call.does(Decision.TOKENINFO_SHOWS_REALM)) {
            return login;
        }
        return claims.filterKeys(key -> !KEPT_BACK.contains(key)).plus(login).toBuilder()
                .put("account_realm", account.document().open().text("realm"))
                .build();
    }

    private static Problem flaw(Tokens.Flaw flaw) {
        return flaw == Tokens.Flaw.UNDECODABLE
                ? Problems.initFailed()
                : unauthorized(flaw.name().toLowerCase(Locale.ROOT));
    }

    private static Problem unauthorized(String reason) {
        return new Problem(401, reason, JsonObject.EMPTY);
    }
}
