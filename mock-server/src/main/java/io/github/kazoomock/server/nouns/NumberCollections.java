package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.numbers.NumberFault;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same for many numbers at once: each succeeds or fails for itself (admin sheet 1.7). */
final class NumberCollections {
    static final String NUMBERS = "numbers";

    private NumberCollections() {}

    /**
     * The numbers of a body, in E.164.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 400 when it has none, or one twice
     */
    static List<String> numbers(Call call, JsonObject said) {
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        Json sent = said.get(NUMBERS);
        Set<String> numbers = new LinkedHashSet<>();
        if (sent == null) {
            faults.add(NUMBERS, "required", "list of numbers missing");
        } else if (!(sent instanceof JsonArray array)) {
            faults.add(NUMBERS, "type", "numbers must be a list");
        } else if (array.size() == 0) {
            faults.add(NUMBERS, "minimum", "minimum 1 number required");
        } else {
            for (Json number : array) {
                String text = number.text();
                numbers.add(PhoneNumbers.normalized(text == null ? number.toString() : text));
            }
            if (numbers.size() < array.size()) {
                faults.add(NUMBERS, "uniqueItems", "some numbers appear twice");
            }
        }
        faults.refuse();
        return List.copyOf(numbers);
    }

    /** Does it with each number; one alone is answered as if it had been asked for alone. */
    static Outcome each(
            NumberView view,
            NumberActions actions,
            List<String> numbers,
            JsonObject said,
            NumberActions.Action action) {
        Map<String, PhoneNumber> done = new LinkedHashMap<>();
        Map<String, NumberFault> failed = new LinkedHashMap<>();
        for (String number : numbers) {
            try {
                done.put(number, action.of(actions, number, said));
            } catch (NumberFault fault) {
                failed.put(number, fault);
            }
        }
        if (numbers.size() == 1) {
            String only = numbers.get(0);
            NumberFault fault = failed.get(only);
            PhoneNumber saved = done.get(only);
            if (fault != null) {
                return view.problem(only, fault);
            }
            if (saved != null) {
                return view.reply(saved).comparing(null);
            }
        }
        JsonObject.Builder success = JsonObject.builder();
        done.forEach((number, saved) -> success.put(number, view.whole(saved)));
        JsonObject.Builder error = JsonObject.builder();
        failed.forEach((number, fault) -> error.put(number, view.error(fault)));
        Json errors = failed.isEmpty() ? JsonArray.EMPTY : error.build();
        return Reply.value(JsonObject.of("success", success.build(), "error", errors));
    }
}
