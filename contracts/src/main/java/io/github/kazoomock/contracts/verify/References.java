package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.server.export.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values compared by reference: where the example response holds the example of a provider state's value, the real one
 * must hold the real value. Pact's matching rules cannot say so; by them any id would do.
 *
 * <p>In a list it must be somewhere in that list, since other things may be there as well. What is missing altogether is
 * left to the matching rules.
 */
final class References {
    private final ExampleValues values;

    private References(ExampleValues values) {
        this.values = values;
    }

    /** What holds other values than it should; nothing when the replies are of different kinds. */
    static List<Finding> check(PactInteraction interaction, Response actual, Map<String, Json> real) {
        Response expected = interaction.exampleResponse();
        Json example = expected.json();
        Json body = actual.json();
        return example == null || body == null || actual.status() != expected.status()
                ? List.of()
                : check(example, body, interaction.exampleValues(), real);
    }

    /** The same of bodies. */
    static List<Finding> check(Json example, Json actual, Map<String, String> examples, Map<String, Json> real) {
        List<Finding> findings = new ArrayList<>();
        new References(new ExampleValues(examples, real)).check(example, actual, "", findings);
        return findings;
    }

    private void check(Json example, @Nullable Json actual, String pointer, List<Finding> findings) {
        if (actual == null) {
            return;
        }
        if (example instanceof JsonObject object && actual instanceof JsonObject other) {
            for (String key : object.keys()) {
                String name = values.real(key);
                Json value = object.get(key);
                if (!other.has(name) && !name.equals(key)) {
                    findings.add(finding(pointer, "the key " + Json.of(name), String.join(", ", other.keys())));
                } else if (value != null) {
                    check(value, other.get(name), pointer + Pointer.step(name), findings);
                }
            }
        } else if (example instanceof JsonArray array && actual instanceof JsonArray other) {
            array.forEach(each -> somewhere(each, other, pointer, findings));
        } else if (example.text() != null && actual.text() != null && !values.fits(example.text(), actual.text())) {
            findings.add(finding(pointer, Json.of(values.real(example.text())).toString(), actual.toString()));
        }
    }

    /** Some element holds what the example's element does; else what is wrong with the one that comes nearest. */
    private void somewhere(Json element, JsonArray others, String pointer, List<Finding> findings) {
        if (!values.isIn(element)) {
            return;
        }
        List<Finding> nearest =
                List.of(finding(pointer, "an element with " + values.namesIn(element), "none of " + others.size()));
        for (Json other : others) {
            List<Finding> wrong = new ArrayList<>();
            if (element.type().equals(other.type())) {
                check(element, other, pointer, wrong);
                if (wrong.isEmpty()) {
                    return;
                }
            }
        }
        findings.addAll(nearest);
    }

    private static Finding finding(String pointer, String expected, String actual) {
        return new Finding(Kind.WRONG_REFERENCE, ("response body " + pointer).strip(), expected, actual);
    }
}
