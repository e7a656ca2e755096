package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.pact.PactProblem;
import io.github.kazoomock.contracts.pact.State;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.StateProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds interactions against a provider: states, request, comparison, one after the other. */
public final class Verification {
    private final Provider provider;
    private final StateNames names;
    private final LeastGrade grade;

    public Verification(Provider provider, StateNames names) {
        this(provider, names, LeastGrade.ANY);
    }

    /**
     * A verification.
     *
     * @param grade what is founded worse fails
     */
    public Verification(Provider provider, StateNames names, LeastGrade grade) {
        this.provider = provider;
        this.names = names;
        this.grade = grade;
    }

    /**
     * One case an interaction, in order.
     *
     * @throws io.github.kazoomock.contracts.Unreachable when the provider does not answer
     */
    public Report verify(String subject, List<PactInteraction> interactions) {
        Names unique = new Names(interactions);
        return new Report(
                "verify",
                subject,
                interactions.stream().map(each -> verify(unique.of(each), each)).toList());
    }

    private Case verify(String name, PactInteraction interaction) {
        long began = System.nanoTime();
        List<Finding> findings;
        try (Trial trial = provider.begin(interaction)) {
            findings = findings(trial, interaction);
        } catch (Skipped e) {
            return ended(name, interaction, Verdict.SKIPPED, String.valueOf(e.getMessage()), List.of(), began);
        } catch (PactProblem e) {
            findings =
                    List.of(new Finding(Kind.NOT_COMPARABLE, interaction.line(), "", String.valueOf(e.getMessage())));
        }
        if (findings.isEmpty()) {
            return ended(name, interaction, Verdict.PASSED, "", findings, began);
        }
        return interaction.isPending()
                ? ended(name, interaction, Verdict.ACCEPTED, "pending in its pact", findings, began)
                : ended(name, interaction, Verdict.FAILED, "", findings, began);
    }

    private List<Finding> findings(Trial trial, PactInteraction interaction) {
        Map<String, Json> values = new LinkedHashMap<>();
        for (State state : interaction.states()) {
            String where = "provider state \"" + state.name() + "\"";
            Given given;
            try {
                given = names.given(state);
            } catch (StateProblem e) {
                return List.of(new Finding(Kind.UNKNOWN_STATE, where, "", String.valueOf(e.getMessage())));
            }
            try {
                state.params().forEach(values::put);
                trial.setUp(given).forEach((key, value) -> values.put(key, Json.of(value)));
            } catch (StateProblem e) {
                return List.of(new Finding(Kind.FAILED_STATE, where, "", String.valueOf(e.getMessage())));
            }
        }
        Request request = interaction.request(values);
        Response response = trial.ask(request);
        List<Finding> findings = new ArrayList<>(interaction.compare(response, values));
        findings.addAll(References.check(interaction, response, values));
        findings.addAll(grade.check(interaction, response));
        return findings;
    }

    private static Case ended(
            String name,
            PactInteraction interaction,
            Verdict verdict,
            String note,
            List<Finding> findings,
            long began) {
        return new Case(
                name, interaction.operation(), verdict, note, findings, Duration.ofNanos(System.nanoTime() - began));
    }
}
