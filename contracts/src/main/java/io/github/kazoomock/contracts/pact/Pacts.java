package io.github.kazoomock.contracts.pact;

import java.util.List;
import java.util.stream.Stream;

/**
 * What pact files say.
 *
 * @param interactions over HTTP, in order
 * @param messages how many interactions are messages, which nobody here sends
 */
public record Pacts(List<PactInteraction> interactions, int messages) {
    public Pacts {
        interactions = List.copyOf(interactions);
    }

    public Pacts plus(Pacts others) {
        return new Pacts(
                Stream.concat(interactions.stream(), others.interactions.stream())
                        .toList(),
                messages + others.messages);
    }
}
