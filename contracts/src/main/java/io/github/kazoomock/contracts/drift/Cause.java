package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes differences, in however many operations: the rows of the decision sheet that explain them, or one thing that
 * nothing explains.
 *
 * @param accepted who said that it is fine, when somebody did
 */
record Cause(Set<Decision> rows, Optional<Acceptance> accepted, List<Explained> members) {
    private static final int EXAMPLES = 3;

    private record Key(Set<Decision> rows, String name, Optional<Acceptance> accepted) {}

    Cause {
        members = List.copyOf(members);
    }

    /** All causes: what nothing explains first, what concerns most operations first. */
    static List<Cause> of(Outcome outcome, Acceptances acceptances) {
        Map<Key, List<Explained>> groups = new LinkedHashMap<>();
        for (Explained each : outcome.differences()) {
            String name = each.rows().isEmpty() ? each.found().difference().name() : "";
            groups.computeIfAbsent(new Key(each.rows(), name, acceptances.accepting(each)), key -> new ArrayList<>())
                    .add(each);
        }
        List<Cause> causes = new ArrayList<>();
        groups.forEach((key, members) -> causes.add(new Cause(key.rows, key.accepted, members)));
        causes.sort((one, other) -> {
            int known = Boolean.compare(!one.rows.isEmpty(), !other.rows.isEmpty());
            return known != 0 ? known : Long.compare(other.operations(), one.operations());
        });
        return causes;
    }

    /** {@code L6 rows have features}, or the name of the difference. */
    String title() {
        return rows.isEmpty()
                ? members.get(0).found().difference().name()
                : rows.stream().map(Cause::words).collect(Collectors.joining(" + "));
    }

    /** {@code L6 rows have features}. */
    static String words(Decision decision) {
        return decision.row() + " " + decision.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its differences, each once, with an example of its values. */
    List<Difference> differences() {
        Map<String, Difference> byName = new LinkedHashMap<>();
        members.forEach(each -> byName.putIfAbsent(
                each.found().difference().name(), each.found().difference()));
        return List.copyOf(byName.values());
    }

    long operations() {
        return members.stream().map(each -> each.found().operation()).distinct().count();
    }

    /** {@code 210 replies of 96 operations, as accounts.get GET 200, ...}. */
    String places() {
        long replies = members.stream()
                .map(each -> each.found().session() + '\0' + each.found().turn())
                .distinct()
                .count();
        List<String> places =
                members.stream().map(each -> each.found().place()).distinct().toList();
        String some = places.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        if (replies == 1) {
            return some;
        }
        return replies + " replies of " + operations() + (operations() == 1 ? " operation" : " operations") + ", as "
                + some + (places.size() > EXAMPLES ? " ..." : "");
    }
}
