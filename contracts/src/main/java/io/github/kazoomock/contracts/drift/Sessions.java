package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.Scope;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * All of them, the contract's first.
     *
     * @throws UsageError when the scope names what is not there
     */
    public List<Session> all() {
        List<Session> all = new ArrayList<>();
        if (parts.contains(Part.CONTRACT)) {
            try {
                all.addAll(ContractSessions.of(
                        exporter.interactions(scope.of(exporter.table())),
                        exporter.table().operations()));
            } catch (IllegalArgumentException e) {
                throw new UsageError(String.valueOf(e.getMessage()));
            }
        }
        if (parts.contains(Part.PROBES)) {
            all.addAll(Probes.all(exporter.table()));
        }
        return all;
    }
}
