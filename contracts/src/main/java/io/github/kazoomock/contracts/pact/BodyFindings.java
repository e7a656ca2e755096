package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.model.IResponse;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Pact finds in a body, named by what is at the place and by which rule it broke, not by Pact's sentences. */
final class BodyFindings {
    private static final int LONGEST = 200;

    private final Rules rules;
    private final String expectedText;
    private final String actualText;
    private final @Nullable Json expected;
    private final @Nullable Json actual;

    BodyFindings(IResponse expected, Response actual) {
        this.rules = new Rules(expected);
        Response example = Responses.of(expected);
        this.expected = example.json();
        this.actual = actual.json();
        this.expectedText = new String(example.body(), StandardCharsets.UTF_8);
        this.actualText = new String(actual.body(), StandardCharsets.UTF_8);
    }

    /** One finding a place, in order. */
    List<Finding> of(List<BodyMismatch> mismatches) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (BodyMismatch each : mismatches) {
            if (expected == null || actual == null) {
                findings.add(whole());
            } else {
                PactPath path = PactPath.parse(each.getPath());
                findings.addAll(reordered(path).map(List::of).orElseGet(() -> at(path, each)));
            }
        }
        return List.copyOf(findings);
    }

    private Finding whole() {
        String kind = actualText.isEmpty()
                ? Kind.MISSING_BODY
                : expectedText.isEmpty() ? Kind.UNEXPECTED_BODY : Kind.WRONG_VALUE;
        return new Finding(kind, "response body", shortened(expectedText), shortened(actualText));
    }

    private List<Finding> at(PactPath path, BodyMismatch mismatch) {
        Json wanted = path.inExample(expected);
        Json there = path.in(actual);
        String where = where(path);
        if (there == null) {
            String example = wanted == null ? String.valueOf(mismatch.getExpected()) : wanted.type();
            return List.of(new Finding(Kind.MISSING_FIELD, where, shortened(example), ""));
        }
        if (wanted == null) {
            return List.of(new Finding(Kind.UNEXPECTED_FIELD, where, "", shortened(there.toString())));
        }
        if (wanted instanceof JsonObject object && there instanceof JsonObject other) {
            return keys(path, object, other);
        }
        if (wanted instanceof JsonArray array && there instanceof JsonArray other) {
            return List.of(length(path, array, other));
        }
        if (!kind(wanted).equals(kind(there))) {
            return List.of(new Finding(Kind.WRONG_TYPE, where, wanted.type(), typed(there)));
        }
        return List.of(rules.broken(path, where, shortened(there.toString()))
                .orElseGet(() -> wanted.type().equals(there.type())
                        ? new Finding(
                                Kind.WRONG_VALUE, where, shortened(wanted.toString()), shortened(there.toString()))
                        : new Finding(Kind.WRONG_TYPE, where, wanted.type(), typed(there))));
    }

    private static List<Finding> keys(PactPath path, JsonObject wanted, JsonObject there) {
        List<Finding> missing = new ArrayList<>();
        wanted.forEach((key, value) -> {
            if (!there.has(key)) {
                missing.add(new Finding(Kind.MISSING_FIELD, where(path.plus(key)), value.type(), ""));
            }
        });
        return missing.isEmpty()
                ? List.of(new Finding(
                        Kind.UNEXPECTED_FIELD, where(path), shortened(wanted.toString()), shortened(there.toString())))
                : missing;
    }

    private Finding length(PactPath path, JsonArray wanted, JsonArray there) {
        Optional<String> rule = rules.length(path);
        boolean few = rule.isPresent()
                ? !rule.get().startsWith("at most") && there.size() < wanted.size()
                : there.size() < wanted.size();
        return new Finding(
                few ? Kind.TOO_FEW_ELEMENTS : Kind.TOO_MANY_ELEMENTS,
                where(path),
                rule.orElse(Integer.toString(wanted.size())),
                Integer.toString(there.size()));
    }

    /** A list on the way that has the same elements in another order; empty when there is none. */
    private Optional<Finding> reordered(PactPath path) {
        for (int count = 0; count < path.steps().size(); count++) {
            PactPath list = path.first(count);
            if (list.in(expected) instanceof JsonArray wanted
                    && list.in(actual) instanceof JsonArray there
                    && !wanted.equals(there)
                    && sorted(wanted).equals(sorted(there))) {
                return Optional.of(new Finding(
                        Kind.WRONG_ORDER, where(list), shortened(wanted.toString()), shortened(there.toString())));
            }
        }
        return Optional.empty();
    }

    private static List<String> sorted(JsonArray array) {
        return array.values().stream().map(Json::toString).sorted().toList();
    }

    /** Integers are numbers here; whether one must be an integer is what rules say. */
    private static String kind(Json json) {
        return json.type().equals("integer") ? "number" : json.type();
    }

    private static String typed(Json json) {
        return json == JsonLiteral.NULL ? "null" : json.type() + " " + shortened(json.toString());
    }

    private static String where(PactPath path) {
        return path.steps().isEmpty() ? "response body" : "response body " + path.pointer();
    }

    static String shortened(String text) {
        String line = text.strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST) - 3)) + "...";
    }
}
