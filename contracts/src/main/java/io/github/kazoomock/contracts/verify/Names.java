package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.pact.State;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of cases: the description, and as much more as makes it unique. */
final class Names {
    private static final List<Function<PactInteraction, String>> LONGER = List.of(
            PactInteraction::description,
            each -> each.consumer() + ": " + each.description(),
            each -> each.consumer() + ": " + each.description() + given(each));

    private final IdentityHashMap<PactInteraction, String> names = new IdentityHashMap<>();

    Names(List<PactInteraction> interactions) {
        List<PactInteraction> left = interactions;
        for (Function<PactInteraction, String> name : LONGER) {
            Map<String, Long> counts = left.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
            left.stream()
                    .filter(each -> counts.getOrDefault(name.apply(each), 0L) == 1)
                    .forEach(each -> names.put(each, name.apply(each)));
            left = left.stream().filter(each -> !names.containsKey(each)).toList();
        }
        Map<String, Integer> seen = new HashMap<>();
        Function<PactInteraction, String> longest = LONGER.get(LONGER.size() - 1);
        for (PactInteraction each : left) {
            String name = longest.apply(each);
            names.put(each, name + " #" + seen.merge(name, 1, Integer::sum));
        }
    }

    String of(PactInteraction interaction) {
        return names.getOrDefault(interaction, interaction.description());
    }

    private static String given(PactInteraction interaction) {
        return interaction.states().isEmpty()
                ? ""
                : interaction.states().stream().map(State::name).collect(Collectors.joining(", ", " (given ", ")"));
    }
}
