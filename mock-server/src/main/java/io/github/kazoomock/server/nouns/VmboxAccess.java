package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** Two system settings keep users out of mailboxes that are not theirs (delta sheet 5.4). */
final class VmboxAccess {
    private static final String SETTINGS = "crossbar.voicemail";

    private VmboxAccess() {}

    /**
     * Lets a request to a mailbox or its messages through.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 403 for a user whom a setting keeps out
     */
    static void check(Call call, Transaction transaction) {
        if (call.arguments().isEmpty()) {
            return;
        }
        Document box = transaction.get(call.account(), Vmboxes.TYPE, call.argument(0));
        if (box == null || isAdmin(call.knownCaller(), transaction)) {
            return;
        }
        Settings settings = new Settings(transaction.world());
        String owner = box.open().text("owner_id");
        boolean closed = owner == null
                ? settings.isSet(SETTINGS, "should_restrict_access_to_unowned")
                : settings.isSet(SETTINGS, "should_restrict_access_to_owner")
                        && !owner.equals(call.knownCaller().ownerId());
        if (closed) {
            throw Problems.forbidden().refusal();
        }
    }

    /** A token without a user stands for its whole account. */
    private static boolean isAdmin(Caller caller, Transaction transaction) {
        if (caller.superduper() || caller.ownerId() == null) {
            return true;
        }
        Document user = transaction.get(caller.accountId(), "user", caller.ownerId());
        return user != null && "admin".equals(user.open().text("priv_level"));
    }
}
