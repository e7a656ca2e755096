package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.server.crossbar.UsualProblems;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which statuses a request can be answered with (core sheet 5, 6 and 7). */
final class Statuses {
    /** Successes; a PUT is answered with 201 where others are with 200, and commands of newest KAZOO with 202. */
    private static final Set<Integer> SUCCESS = Set.of(200, 202, 204, 206, 304);

    private static final Set<Integer> SUCCESS_OF_PUT = Set.of(201, 202, 204);

    /** What the web server says by itself, and what an option adds. */
    private static final Set<Integer> FURTHER = Set.of(413, 414, 423, 431);

    private Statuses() {}

    /** What is wrong with the status that is expected; null when nothing is. */
    static @Nullable Finding check(Use use) {
        Set<Integer> known = new TreeSet<>(use.method().equals("PUT") ? SUCCESS_OF_PUT : SUCCESS);
        if (!use.verb().equals(use.method())) {
            known.add(201); // a tunnelled PUT
        }
        if (use.method().equals("PUT") && !use.verb().equals("PUT")) {
            known.add(200);
        }
        if (use.status() >= 400) {
            known.clear();
            known.addAll(UsualProblems.statuses());
            known.addAll(FURTHER);
        }
        String all = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String kind = use.status() >= 400 ? "a refusal of KAZOO: " : "a success of " + use.method() + ": ";
        return known.contains(use.status())
                ? null
                : new Finding("status that no reply has", "response status", kind + all, String.valueOf(use.status()));
    }
}
