package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.AccountSearch;
import io.github.kazoomock.server.auth.Grant;
import io.github.kazoomock.server.auth.Logins;
import io.github.kazoomock.server.auth.PasswordReset;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lost passwords (auth sheet 6, decisions A9 and A10). */
final class UserAuthRecovery {
    private static final String SENT =
            "Password resend email was sent, please check your email to learn how to reset your password.";

    private final SchemaRegistry schemas;
    private final Gate gate;

    UserAuthRecovery(SchemaRegistry schemas, Gate gate) {
        this.schemas = schemas;
        this.gate = gate;
    }

    /** One key of the body that says which account; null when it was not sent. */
    private record Way(String field, String words, @Nullable String value, Function<String, List<Account>> search) {

        List<Account> accounts(Faults faults) {
            if (value == null) {
                return List.of();
            }
            List<Account> found = search.apply(value);
            if (found.isEmpty()) {
                faults.add(field, "not_found", "The provided " + words + " could not be found", Json.of(value));
            }
            return found;
        }
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("user_auth.recovery.request", Verb.PUT, "user_auth/recovery")
                        .access(Access.ANYBODY)
                        .schema("user_auth_recovery")
                        .shape(Operation.Shape.TEXT)
                        .evidence(Evidence.sheet("auth 6"), Evidence.sheet("delta 2.2"))
                        .handler(this::request),
                Operation.of("user_auth.recovery.reset", Verb.POST, "user_auth/recovery")
                        .access(Access.ANYBODY)
                        .schema("user_auth_recovery_reset")
                        .evidence(Evidence.sheet("auth 6"), Evidence.sheet("delta 2.2"))
                        .handler(this::reset));
    }

    private Outcome request(Call call, Transaction transaction) {
        JsonObject data = BodyCheck.of(call, schemas, "user_auth_recovery", Bodies.object(call));
        Faults faults = Faults.none(true, false);
        Optional<Account> account = account(new AccountSearch(transaction.world()), data, faults);
        Optional<Document> user = account.flatMap(known -> user(known, data.textOr("username", ""), faults));
        if (account.isPresent() && user.isPresent()) {
            long size = new Settings(transaction.world()).integer(137, "crossbar", "reset_id_size");
            PasswordReset.begin(
                    transaction, account.get().id(), user.get().id(), (int) Math.max(42, Math.min(179, size)));
        }
        if (call.does(Decision.RECOVERY_TELLS_NOTHING)) {
            return Reply.value(Json.of(SENT));
        }
        if (user.isEmpty()) {
            faults.refuse();
        }
        String email = user.map(known -> known.open().textOr("email", "")).orElse("");
        return Reply.value(Json.of("Request for password reset handled, email sent to: " + email));
    }

    /** The first of the given ways that leads to an account counts; the faults name those that did not. */
    private static Optional<Account> account(AccountSearch search, JsonObject data, Faults faults) {
        List<Way> ways = List.of(
                new Way("phone_number", "phone number", AccountWays.number(data), search::byPhoneNumber),
                new Way("account_realm", "account realm", AccountWays.realm(data), search::byRealm),
                new Way(
                        "account_name",
                        "account name",
                        Optional.ofNullable(data.text("account_name"))
                                .map(Logins::normalized)
                                .orElse(null),
                        search::byName));
        if (ways.stream().allMatch(way -> way.value() == null)) {
            faults.add("account_name", "required", "Field is required but missing");
        }
        return ways.stream().flatMap(way -> way.accounts(faults).stream()).findFirst();
    }

    private static Optional<Document> user(Account account, String username, Faults faults) {
        Optional<Document> user = account.shelf("user").values().stream()
                .filter(known -> username.equals(known.open().text("username")))
                .findFirst();
        if (user.isEmpty()) {
            faults.add("username", "not_found", "The provided user name was not found", Json.of(username));
        } else if (user.get().open().get("enabled") == JsonLiteral.FALSE) {
            faults.add("username", "forbidden", "The provided user name is disabled", Json.of(username));
            return Optional.empty();
        }
        return user;
    }

    private Outcome reset(Call call, Transaction transaction) {
        JsonObject data = BodyCheck.of(call, schemas, "user_auth_recovery_reset", Bodies.object(call));
        String id = data.textOr("reset_id", "");
        PasswordReset reset = PasswordReset.find(transaction.world(), id).orElse(null);
        Document user = reset == null ? null : transaction.get(reset.accountId(), "user", reset.userId());
        if (reset == null || user == null) {
            Json text = Json.of("The provided reset_id did not resolve to any user");
            JsonObject details = JsonObject.of("message", text, "cause", Json.of(id));
            return Problems.validation(JsonObject.EMPTY.with(details, "user", "not_found"));
        }
        long life = new Settings(transaction.world()).integer(3600, "crossbar", "reset_id_expiry_s");
        if (call.does(Decision.RECOVERY_IDS_EXPIRE) && reset.isOver(call.now(), life)) {
            Json reason = Json.of("The provided reset_id is expired");
            return new Problem(403, "forbidden", JsonObject.of("reason", reason, "cause", Json.of(id)));
        }
        Document changed = user.next(user.open().with(Json.of(true), "require_password_update"), transaction.now());
        transaction.put(reset.accountId(), changed);
        Account account = transaction.existing(reset.accountId());
        return gate.token(call, transaction, Grant.of(UserAuth.METHOD, account, changed));
    }
}
