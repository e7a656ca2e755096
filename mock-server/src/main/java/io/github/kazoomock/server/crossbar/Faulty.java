package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.faults.Asked;
import io.github.kazoomock.server.faults.Hit;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a request to the fault rules of its sandbox. */
record Faulty(OperationTable table, Sandbox sandbox, Incoming in) {

    /**
     * What the request is hit by; null for nothing.
     *
     * @param nouns its path; empty when it means nothing, which a rule may be for all the same
     * @param sent the verb of the HTTP request
     */
    @Nullable
    Hit hit(List<PathNoun> nouns, Verb sent, Options options, Progress progress, Instant now) {
        if (!sandbox.faults().isArmed() || (sent == Verb.OPTIONS && in.isCrossOrigin())) {
            return null;
        }
        Operation operation = operation(nouns, sent, options);
        progress.operation = operation == null ? "" : operation.id();
        boolean lists = operation != null
                && sent == Verb.GET
                && (operation.shape() == Operation.Shape.LIST || operation.shape() == Operation.Shape.STREAM);
        return sandbox.faults()
                .hit(new Asked(
                        progress.operation,
                        in.method(),
                        in.path(),
                        account(nouns),
                        nouns.isEmpty() ? "" : nouns.get(nouns.size() - 1).name(),
                        lists,
                        operation != null && sent.writes() && operation.verb().writes(),
                        Call.acceptsCharges(options.envelope(), options.query()),
                        now));
    }

    /** The operation that will serve it; null when none will. */
    private @Nullable Operation operation(List<PathNoun> nouns, Verb sent, Options options) {
        Optional<Verb> verb = Exchange.tunnelled(sent, options);
        return !nouns.isEmpty()
                        && verb.isPresent()
                        && table.match(nouns.get(nouns.size() - 1), verb.get(), sandbox)
                                instanceof OperationTable.Match.Found found
                ? found.operation()
                : null;
    }

    private static String account(List<PathNoun> nouns) {
        return nouns.stream()
                .filter(noun ->
                        noun.name().equals("accounts") && !noun.arguments().isEmpty())
                .map(noun -> noun.arguments().get(0))
                .findFirst()
                .orElse("");
    }
}
