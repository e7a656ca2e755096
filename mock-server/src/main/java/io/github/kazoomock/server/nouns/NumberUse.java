package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of an account are used by; callflows and connectivity say so (pbx sheet 3, admin sheet 1.2).
 *
 * <p>A {@link io.github.kazoomock.server.world.Reaction} calls {@link #claim} for each number that a callflow has and did
 * not have before, and {@link #giveUp} for each that it had and has no longer, also when it was deleted. Whatever stands
 * in the {@code numbers} of a callflow may be handed in: extensions, and numbers that are not the account's, are left
 * alone.
 */
final class NumberUse {
    private NumberUse() {}

    /** The account that a number is assigned to, written in any way; null when it is nobody's. */
    static @Nullable String owner(World world, String number) {
        PhoneNumber known = PhoneNumber.find(world, E164.of(number));
        return known == null ? null : known.owner();
    }

    /**
     * Lets an application have the calls to a number of an account.
     *
     * @param app as {@code used_by} shows it: {@code callflow}, {@code trunkstore}
     */
    static void claim(Transaction transaction, String account, String number, String app) {
        set(transaction, account, number, app);
    }

    /** Nothing takes the calls to a number of an account any more. */
    static void giveUp(Transaction transaction, String account, String number) {
        set(transaction, account, number, null);
    }

    private static void set(Transaction transaction, String account, String number, @Nullable String app) {
        String e164 = E164.of(number);
        PhoneNumber known = PhoneNumber.isReconcilable(number) ? PhoneNumber.find(transaction.world(), e164) : null;
        if (known == null || !account.equals(known.owner()) || Objects.equals(app, known.usedBy())) {
            return;
        }
        JsonObject hidden = known.document().hidden();
        JsonObject changed =
                app == null ? hidden.without(PhoneNumber.USED_BY) : hidden.with(Json.of(app), PhoneNumber.USED_BY);
        transaction.put(account, known.document().next(known.document().open(), changed, transaction.now()));
    }
}
