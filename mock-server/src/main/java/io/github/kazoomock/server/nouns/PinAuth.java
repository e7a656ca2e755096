package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.AccountSearch;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.stream.Stream;

/** Login by the pin of a conference; no KAZOO tells its format, so it is ours (decision A19). */
final class PinAuth {
    private final Gate gate;

    private PinAuth(Gate gate) {
        this.gate = gate;
    }

    static Noun noun(Tokens tokens) {
        return Noun.of(
                "pin_auth",
                Operation.of("pin_auth.login", Verb.PUT, "pin_auth")
                        .access(Access.ANYBODY)
                        .cost(Gate.COST)
                        .when(Decision.PIN_AUTH_IS_SERVED)
                        .legacy()
                        .evidence(Evidence.seed("js-sdk: auth.pinAuth"), Evidence.unverified("request and reply"))
                        .handler(new PinAuth(new Gate(tokens))::login));
    }

    private Outcome login(Call call, Transaction transaction) {
        JsonObject data = Bodies.object(call);
        String pin = data.text("pin");
        if (pin == null) {
            return Problems.invalidCredentials();
        }
        for (Account account : AccountWays.found(new AccountSearch(transaction.world()), data)) {
            if (hasConference(account, pin)) {
                Gate.checkStanding(call, account);
                return gate.login(call, transaction, Grant.of("cb_pin_auth", account, null));
            }
        }
        return Problems.invalidCredentials();
    }

    private static boolean hasConference(Account account, String pin) {
        return account.shelf("conference").values().stream()
                .map(Document::open)
                .flatMap(conference -> Stream.of("member", "moderator")
                        .flatMap(role -> conference.array(role, "pins").texts().stream()))
                .anyMatch(pin::equals);
    }
}
