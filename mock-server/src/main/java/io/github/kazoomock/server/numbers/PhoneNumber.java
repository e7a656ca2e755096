package io.github.kazoomock.server.numbers;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One number of the whole system; it belongs to at most one account.
 *
 * <p>Its document, whose id is the number in E.164, is on the shelf of the account that it is assigned to; numbers that
 * nobody has are kept by the master account. What is not said of one is as for a local number in service.
 *
 * @param keeper the account with its document
 */
public record PhoneNumber(String keeper, Document document) {
    /** The type of its document. */
    public static final String TYPE = "phone_number";

    /** Every number of the system, whoever has it, in the order of the numbers. */
    public static final Index ALL =
            new Index("phone_numbers/number", TYPE, (account, document) -> List.of(document.id()));

    /** The private key of {@link #usedBy}. */
    public static final String USED_BY = "pvt_used_by";

    static final String ASSIGNED_TO = "pvt_assigned_to";
    static final String STATE = "pvt_state";
    static final String CARRIER = "pvt_module_name";
    static final String RESERVED_BY = "pvt_reserve_history";

    private static final Pattern RECONCILABLE = Pattern.compile("(\\+?1)?\\d{10}|\\+[2-9]\\d{7,}|011\\d*|00\\d*");

    /** The number; null when nobody knows it. */
    public static @Nullable PhoneNumber find(World world, String e164) {
        Ref ref = world.first(ALL, e164);
        Document document = ref == null ? null : world.get(ref);
        return ref == null || document == null ? null : new PhoneNumber(ref.account(), document);
    }

    /** True when it may be a number at all (admin sheet 1.8). */
    public static boolean isReconcilable(String number) {
        return RECONCILABLE.matcher(number).matches();
    }

    /** In E.164. */
    public String number() {
        return document.id();
    }

    public NumberState state() {
        NumberState state = NumberState.of(document.hidden().textOr(STATE, ""));
        return state == null ? NumberState.IN_SERVICE : state;
    }

    /** The account that it is assigned to; null when nobody has it. */
    public @Nullable String owner() {
        return state().isAssigned() ? keeper : null;
    }

    /** The application that its calls go to: {@code callflow}; null when none does. */
    public @Nullable String usedBy() {
        return document.hidden().text(USED_BY);
    }

    /** The carrier that it comes from. */
    public Carrier carrier() {
        return carrier(document.hidden());
    }

    static Carrier carrier(JsonObject hidden) {
        return new Carrier(hidden.textOr(CARRIER, Carrier.LOCAL.module()));
    }
}
