package io.github.kazoomock.contracts.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a request does to the world beyond the account that it is asked in, though its path is inside that account.
 *
 * <p>Each has words of a path that mean it, as nouns or as actions: with a {@code !} whatever the method, else only when
 * the request writes. A word too many skips a case; a word too few rings somebody's telephone.
 */
public enum Effect {
    /** Numbers belong to one account of the whole system, and carriers charge for them (numbers: pbx sheet 9). */
    NUMBERS("it may take a telephone number or pay for one", "phone_numbers port_requests external_numbers"),
    /** GET starts a call, too (pbx sheet 14). */
    CALLS(
            "it may call or write to somebody",
            "!quickcall !clicktocall channels add_participant faxes sms mms pushes inbound_messaging"),
    MAIL("it may send mail", "email_invite notifications notify recovery"),
    MONEY("it may move money", "braintree transactions ledgers topup"),
    /** Addresses that the server then sends data to. */
    ADDRESSES("it makes the server call an address", "webhooks storage !pivot"),
    /** Functions inside the server (admin sheet). */
    CODE("it runs code of the server", "!sup");

    private final String why;
    private final String words;

    Effect(String why, String words) {
        this.why = why;
        this.words = " " + words + " ";
    }

    /** In words, for people: {@code it may send mail}. */
    public String why() {
        return why;
    }

    /** The effect of a request; empty for none. */
    static Optional<Effect> of(Asked asked) {
        if (asked.acceptsCharges()) {
            return Optional.of(MONEY);
        }
        List<String> steps = asked.steps();
        int last = steps.size() - 1;
        if (asked.mayBe("PUT") && last > 0 && steps.get(last - 1).equals("conferences")) {
            return Optional.of(CALLS); // the action dial (pbx sheet 8)
        }
        return Arrays.stream(values())
                .filter(each -> steps.stream().anyMatch(step -> each.isMeantBy(step, asked.writes())))
                .findFirst();
    }

    private boolean isMeantBy(String step, boolean writes) {
        return words.contains(" !" + step + " ") || (writes && words.contains(" " + step + " "));
    }
}
