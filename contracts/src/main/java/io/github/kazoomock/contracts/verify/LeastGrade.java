package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.evidence.Grade;
import io.github.kazoomock.server.export.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses interactions that rely on what is founded too badly: by the grade that the mock's reply tells, else by the one
 * that the contract was exported with.
 *
 * @param least null for any grade
 */
public record LeastGrade(Evidence.@Nullable Kind least) {
    public static final LeastGrade ANY = new LeastGrade(null);

    private static final String HEADER = "x-kazoo-mock-grade";

    List<Finding> check(PactInteraction interaction, Response response) {
        Evidence.Kind kind = kind(interaction, response);
        return least == null || kind == null || !kind.isBelow(least)
                ? List.of()
                : List.of(new Finding(Kind.LOW_GRADE, interaction.line(), "at least " + least.words(), kind.words()));
    }

    private static Evidence.@Nullable Kind kind(PactInteraction interaction, Response response) {
        String told = response.headers().get(HEADER);
        try {
            if (told != null) {
                return Grade.parse(told.split(";", 2)[0]).kind();
            }
            return interaction.grade().isEmpty() ? null : Evidence.Kind.parse(interaction.grade());
        } catch (IllegalArgumentException e) {
            return null; // of another version
        }
    }
}
