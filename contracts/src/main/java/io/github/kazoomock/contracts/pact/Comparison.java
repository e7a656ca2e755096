package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.BodyComparisonResult;
import au.com.dius.pact.provider.ComparisonResult;
import au.com.dius.pact.provider.ResponseComparison;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pact's comparison of a response, in our words. */
final class Comparison {
    private Comparison() {}

    static List<Finding> of(SynchronousHttp interaction, Pact pact, Response actual, Map<String, Json> values) {
        boolean isJson = actual.headers().getOrDefault("content-type", "").startsWith("application/json");
        if (isJson && actual.body().length > 0 && actual.json() == null) {
            String text = new String(actual.body(), StandardCharsets.UTF_8);
            return List.of(new Finding(Kind.NO_JSON, "response body", "JSON", BodyFindings.shortened(text)));
        }
        StateValues.check(interaction.getResponse(), "response", values.keySet());
        SynchronousHttp expected;
        ComparisonResult result;
        try {
            expected = Responses.expected(interaction, values);
            result = ResponseComparison.Companion.compareResponse(pact, expected, Responses.actual(actual), Map.of());
        } catch (RuntimeException e) {
            throw new PactProblem(Wording.of(e));
        }
        List<Finding> findings = new ArrayList<>();
        StatusMismatch status = result.getStatusMismatch();
        if (status != null) {
            findings.add(status(status, actual));
            if (interaction.getResponse().getStatus() / 100 != actual.status() / 100) {
                // the body of a refusal differs from a document in everything; that it is one says enough
                return findings;
            }
        }
        result.getHeaderMismatches()
                .forEach((name, each) -> each.forEach(mismatch -> findings.add(header(mismatch, actual))));
        // by Kotlin's variance neither is a subtype for Java
        Object body = result.getBodyMismatches();
        if (body instanceof Result.Err<?> error && error.getError() instanceof BodyTypeMismatch type) {
            boolean isSaid = findings.stream().anyMatch(each -> each.kind().equals(Kind.WRONG_CONTENT_TYPE));
            if (!isSaid) {
                findings.add(type(type, actual));
            }
        } else if (body instanceof Result.Ok<?> done && done.getValue() instanceof BodyComparisonResult compared) {
            List<BodyMismatch> all = compared.getMismatches().values().stream()
                    .flatMap(List::stream)
                    .toList();
            findings.addAll(new BodyFindings(expected.getResponse(), actual).of(all));
        }
        return findings;
    }

    private static Finding status(StatusMismatch mismatch, Response actual) {
        String expected = mismatch.getStatusType() == null
                ? String.valueOf(mismatch.getExpected())
                : mismatch.getStatusCodes() == null || mismatch.getStatusCodes().isEmpty()
                        ? String.valueOf(mismatch.getStatusType())
                        : String.valueOf(mismatch.getStatusCodes());
        String text = new String(actual.body(), StandardCharsets.UTF_8);
        return new Finding(
                Kind.UNEXPECTED_STATUS,
                "response status",
                expected,
                actual.status() + (text.isBlank() ? "" : ": " + BodyFindings.shortened(text)));
    }

    private static Finding header(HeaderMismatch mismatch, Response actual) {
        String name = mismatch.getHeaderKey().toLowerCase(Locale.ROOT);
        String there = actual.headers().get(name);
        String where = "response header " + name;
        if (there == null) {
            return new Finding(Kind.MISSING_HEADER, where, mismatch.getExpected(), "");
        }
        String kind = name.equals("content-type") ? Kind.WRONG_CONTENT_TYPE : Kind.WRONG_HEADER;
        return new Finding(kind, where, mismatch.getExpected(), there);
    }

    private static Finding type(BodyTypeMismatch mismatch, Response actual) {
        if (actual.body().length == 0) {
            return new Finding(Kind.MISSING_BODY, "response body", String.valueOf(mismatch.getExpected()), "");
        }
        return new Finding(
                Kind.WRONG_CONTENT_TYPE,
                "response body",
                String.valueOf(mismatch.getExpected()),
                String.valueOf(mismatch.getActual()));
    }
}
