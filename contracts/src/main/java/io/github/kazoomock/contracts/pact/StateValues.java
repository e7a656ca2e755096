package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import io.github.kazoomock.server.export.Holes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which values of provider states a request or response needs. */
final class StateValues {
    private StateValues() {}

    /**
     * Looks whether all are there; Pact JVM would send the example without a word.
     *
     * @param part what is looked at, for people: {@code request}
     * @throws PactProblem when one is missing
     */
    static void check(IHttpPart http, String part, Set<String> given) {
        for (Map<String, Generator> category :
                http.getGenerators().getCategories().values()) {
            for (Generator each : category.values()) {
                if (each instanceof ProviderStateGenerator state) {
                    Set<String> missing = new TreeSet<>(Holes.names(state.getExpression()));
                    missing.removeAll(given);
                    if (!missing.isEmpty()) {
                        throw new PactProblem("the " + part + " needs ${" + String.join("}, ${", missing)
                                + "}, and the provider states gave "
                                + (given.isEmpty() ? "nothing" : "only " + String.join(", ", new TreeSet<>(given))));
                    }
                }
            }
        }
    }
}
