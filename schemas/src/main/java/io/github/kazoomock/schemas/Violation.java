package io.github.kazoomock.schemas;

import io.github.kazoomock.json.JsonObject;
import java.util.List;

/**
 * One broken rule at one place of a document (core sheet 7.3).
 *
 * @param path property names and array indices, as text, from the root; empty for the document itself
 * @param rule the key under which KAZOO reports the rule: {@code required}, {@code minLength}, {@code wrong_format} ...
 * @param details the object KAZOO reports under that key: {@code message}, {@code target}, {@code value} ...
 */
public record Violation(List<String> path, String rule, JsonObject details) {

    public Violation {
        path = List.copyOf(path);
    }

    /** The keyword of the schema that was broken: KAZOO reports some under another name. */
    public String keyword() {
        return Wording.keyword(rule);
    }
}
