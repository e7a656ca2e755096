package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an account under another parent; {@link AccountTrees} takes its descendants along (accounts sheet 11). */
final class AccountMove {
    private AccountMove() {}

    static Outcome move(Call call, Transaction transaction) {
        Account account = Accounts.asked(call, transaction);
        String to = Bodies.object(call).text("to");
        if (to == null) {
            JsonObject missing = JsonObject.of("message", Json.of("Field 'to' is required"));
            return Problems.validation(JsonObject.EMPTY.with(missing, "to", "required"));
        }
        Account target = transaction.account(to);
        if (!mayMove(call, transaction, account, target)) {
            return Problems.forbidden();
        }
        if (target == null) {
            return Problems.badIdentifier(call.does(Decision.MOVE_CHECKS_ITS_TARGET) ? account.id() : to);
        }
        if (target.id().equals(account.id()) || target.tree().contains(account.id())) {
            return Problems.forbidden();
        }
        Resellers before = new Resellers(transaction.world());
        List<String> tree = new ArrayList<>(target.tree());
        tree.add(target.id());
        Document next = moved(account.document(), tree, call, transaction);
        transaction.put(account.id(), next);
        AccountView view = new AccountView(call, transaction.world());
        Account after = transaction.existing(account.id());
        return (call.does(Decision.MOVE_CHECKS_ITS_TARGET) ? view.reply(after) : view.reply(after, before.of(account)))
                .against(account.document());
    }

    private static Document moved(Document account, List<String> tree, Call call, Transaction transaction) {
        JsonObject hidden = account.hidden()
                .with(account.hidden().array(AccountKeys.TREE), AccountKeys.PREVIOUS_TREE)
                .with(Json.texts(tree), AccountKeys.TREE);
        return account.next(account.open(), call.signed(hidden), transaction.now());
    }

    /** Superduper admins, or by setting whoever is above both places (decision C17). */
    private static boolean mayMove(Call call, Transaction transaction, Account account, @Nullable Account target) {
        Caller caller = call.knownCaller();
        String who = new Settings(transaction.world()).text("superduper_admin", "crossbar.accounts", "allow_move");
        return switch (who) {
            case "superduper_admin" -> caller.superduper();
            case "tree" ->
                call.does(Decision.MOVE_IN_ONE_TREE)
                        && target != null
                        && account.tree().contains(caller.accountId())
                        && (target.id().equals(caller.accountId())
                                || target.tree().contains(caller.accountId()));
            default -> false;
        };
    }
}
