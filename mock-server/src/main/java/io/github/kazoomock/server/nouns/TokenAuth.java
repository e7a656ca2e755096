package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** The caller's own token: what it says, and its end (auth sheet 9, decision A7). */
final class TokenAuth {
    private TokenAuth() {}

    static Noun noun() {
        return Noun.of(
                "token_auth",
                Operation.of("token_auth.get", Verb.GET, "token_auth")
                        .access(Access.ANY_TOKEN)
                        .evidence(Evidence.sheet("auth 9"))
                        .handler(Gate::ownData),
                Operation.of("token_auth.delete", Verb.DELETE, "token_auth")
                        .access(Access.ANY_TOKEN)
                        .shape(Shape.NOTHING)
                        .evidence(Evidence.sheet("auth 9"))
                        .handler(TokenAuth::revoke));
    }

    private static Outcome revoke(Call call, Transaction transaction) {
        boolean isJwt = !call.knownCaller().claims().isEmpty(); // basic credentials have nothing that could end
        if (isJwt && call.token() != null && call.does(Decision.DELETED_TOKENS_ARE_REVOKED)) {
            String id = Identities.revocationId(call.token());
            transaction.putSystem(
                    Document.create(id, Identities.REVOKED, JsonObject.EMPTY, JsonObject.EMPTY, transaction.now()));
        }
        return Reply.nothing();
    }
}
