package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Event;
import io.github.kazoomock.server.world.Reaction;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers that lead to a callflow: how they are written, whose they are, and who is told (pbx sheet 3.3, 3.5). */
final class CallflowNumbers implements Reaction {
    private static final String TYPE = "callflow";

    /** Extensions, feature codes and words are no telephone numbers, whatever digits are in them. */
    private static final Pattern PLAIN = Pattern.compile("\\+?\\d+");

    /** Numbers that look like telephone numbers in E.164, anything else as it is. */
    static JsonArray normalized(JsonArray numbers) {
        return new JsonArray(
                numbers.values().stream().map(CallflowNumbers::normalized).toList());
    }

    private static Json normalized(Json number) {
        String text = number.text();
        return text != null && PLAIN.matcher(text).matches() ? Json.of(E164.of(text)) : number;
    }

    /**
     * Lets numbers pass that are the account's own, and those that nobody has.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 403 when a number is another account's
     */
    static void checkOwners(World world, String account, List<String> numbers) {
        List<String> foreign = numbers.stream()
                .filter(number -> {
                    PhoneNumber known = PhoneNumber.find(world, number);
                    String owner = known == null ? null : known.owner();
                    return owner != null && !owner.equals(account);
                })
                .toList();
        if (!foreign.isEmpty()) {
            throw Problem.of(403, "forbidden", "unauthorized to use " + String.join(", ", foreign))
                    .refusal();
        }
    }

    /** The account's numbers know that they are used. */
    @Override
    public void react(List<Event> direct, Cause why, Transaction transaction) {
        for (Event event : direct) {
            if (event.document().type().equals(TYPE)) {
                List<String> numbers = of(event.after());
                of(event.before()).stream()
                        .filter(number -> !numbers.contains(number))
                        .forEach(number -> NumberUse.giveUp(transaction, event.account(), number));
                numbers.forEach(number -> NumberUse.claim(transaction, event.account(), number, TYPE));
            }
        }
    }

    private static List<String> of(@Nullable Document callflow) {
        return callflow == null ? List.of() : callflow.open().array("numbers").texts();
    }
}
