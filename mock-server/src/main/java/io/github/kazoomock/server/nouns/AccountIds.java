package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.NewIds;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;

/** The id of a new account: the server's, or the client's where that counts (decision C4). */
final class AccountIds {
    private AccountIds() {}

    static String of(Call call, Transaction transaction) {
        String wanted = call.data().text("id");
        boolean chosenHere = call.does(Decision.ACCOUNT_IDS_ARE_CHOSEN_BY_SERVER);
        if (chosenHere && wanted != null && transaction.account(wanted) != null) {
            throw Problems.unknownAccount(call.sandbox().profile(), wanted).refusal();
        }
        String chosen = NewIds.chosen(call);
        return chosen == null ? transaction.newId() : chosen;
    }

    /** In KAZOO 5.0 only the datastore notices an id that cannot be; here it does no harm. */
    static void refuseImpossible(Draft draft) {
        if (draft.transaction().account(draft.id()) != null || draft.id().length() != 32) {
            throw Problems.datastoreFault().refusal();
        }
    }
}
