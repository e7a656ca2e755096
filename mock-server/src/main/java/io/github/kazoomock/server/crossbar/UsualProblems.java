package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What KAZOO says with a status when nothing more is known: one entry of the catalogue each (core sheet 7.2). */
public final class UsualProblems {
    private static final Map<Integer, Problem> BY_STATUS = Stream.of(
                    Problem.of(400, "parse_error", "failed to parse request body"),
                    Problems.invalidCredentials(),
                    Problem.of(402, "no_credit", "not enough credit to perform action"),
                    Problems.forbidden(),
                    Problems.notFound(),
                    Problems.invalidMethod(),
                    Problem.bare(406),
                    Problems.conflict(),
                    Problems.gone(),
                    Problem.bare(412),
                    Problem.bare(415),
                    new Problem(416, "range not satisfiable", JsonObject.EMPTY),
                    Problems.tooManyRequests(),
                    Problem.of(500, "unspecified_fault", "unspecified fault"),
                    Problem.of(501, "not_implemented", "not implemented"),
                    new Problem(502, "bad_gateway", JsonObject.EMPTY),
                    Problems.datastoreFault())
            .collect(Collectors.toMap(Problem::status, Function.identity(), (first, second) -> first, TreeMap::new));

    private UsualProblems() {}

    /** The refusal with this status; null where KAZOO has none. */
    public static @Nullable Problem of(int status) {
        return BY_STATUS.get(status);
    }

    /** All statuses that KAZOO refuses with, in order. */
    public static List<Integer> statuses() {
        return List.copyOf(BY_STATUS.keySet());
    }
}
