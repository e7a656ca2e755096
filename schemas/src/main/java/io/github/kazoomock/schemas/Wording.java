package io.github.kazoomock.schemas;

import java.util.Map;

/**
 * How KAZOO reports a broken keyword (core sheet 7.3).
 *
 * @param rule the key of the report
 * @param message the text, with {@code %s} where the keyword's value stands in it
 * @param target whether the keyword's value is reported as {@code target}
 */
record Wording(String rule, String message, boolean target) {
    private static final String VAGUE = "failed to validate";

    private static final Map<String, Wording> BY_KEYWORD = Map.ofEntries(
            bare("required", "Field is required but missing"),
            aimed("type", "Value did not match type(s): %s"),
            aimed("enum", "Value not found in enumerated list of values"),
            aimed("minLength", "String must be at least %s characters"),
            aimed("maxLength", "String must not be more than %s characters"),
            aimed("minimum", "Value must be at least %s"),
            aimed("maximum", "Value must be at most %s"),
            aimed("minItems", "The list must have at least %s items"),
            aimed("maxItems", "The list is more than %s items"),
            bare("uniqueItems", "List of items is not unique"),
            aimed("pattern", "Failed to match pattern '%s'"),
            bare("additionalProperties", "Strict checking of data is enabled; only include schema-defined properties"),
            bare("additionalItems", "Strict checking of data is enabled; only include schema-defined items"),
            renamed("format", "wrong_format", "Field is not in the correct format"),
            renamed("oneOf", "not_one_schema_valid", VAGUE),
            renamed("anyOf", "any_schemas_not_valid", VAGUE),
            renamed("not", "not_schema_valid", VAGUE),
            renamed("multipleOf", "not_multiple_of", VAGUE),
            renamed("minProperties", "too_few_properties", VAGUE),
            renamed("maxProperties", "too_many_properties", VAGUE));

    static Wording of(String keyword) {
        return BY_KEYWORD.getOrDefault(keyword, new Wording(keyword, VAGUE, false));
    }

    /** The keyword that is reported under this rule. */
    static String keyword(String rule) {
        for (Map.Entry<String, Wording> known : BY_KEYWORD.entrySet()) {
            if (known.getValue().rule.equals(rule)) {
                return known.getKey();
            }
        }
        return rule;
    }

    private static Map.Entry<String, Wording> aimed(String keyword, String message) {
        return Map.entry(keyword, new Wording(keyword, message, true));
    }

    private static Map.Entry<String, Wording> bare(String keyword, String message) {
        return Map.entry(keyword, new Wording(keyword, message, false));
    }

    private static Map.Entry<String, Wording> renamed(String keyword, String rule, String message) {
        return Map.entry(keyword, new Wording(rule, message, false));
    }
}
