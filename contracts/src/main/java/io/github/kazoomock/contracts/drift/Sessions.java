package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Scope;
import io.github.kazoomock.server.export.StateProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is played.
 *
 * @param scope of the contract
 */
public record Sessions(Set<Part> parts, Scope scope, Exporter exporter) {

    /** Where sessions come from. */
    public enum Part {
        /** The interactions that are exported. */
        CONTRACT,
        /** Those that were written to show rows of the decision sheet. */
        PROBES
    }

    public Sessions {
        parts = Set.copyOf(parts);
    }

    /** Sessions, and why some of what is in the scope has none, by its name. */
    record Listed(List<Session> sessions, Map<String, String> skipped) {}

    /**
     * All of them, the contract's first.
     *
     * @throws UsageError when the scope names what is not there
     */
    Listed all() {
        List<Session> all = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        if (parts.contains(Part.CONTRACT)) {
            contract().forEach(operation -> {
                try {
                    all.addAll(ContractSessions.of(
                            exporter.interactions(List.of(operation)),
                            exporter.table().operations()));
                } catch (StateProblem | IllegalStateException e) {
                    skipped.put(operation.id(), "the contract has no good request of " + operation.id());
                }
            });
        }
        if (parts.contains(Part.PROBES)) {
            all.addAll(Probes.all(exporter.table()));
        }
        return new Listed(List.copyOf(all), Map.copyOf(skipped));
    }

    private List<Operation> contract() {
        try {
            return scope.of(exporter.table());
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }
}
