package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.List;

/** The schema of accounts; KAZOO 5.0 had no list of time zones, any text of 5 to 32 characters was one (decision C5). */
record AccountSchema(SchemaRegistry schemas) {
    static final String ID = "accounts";

    private static final List<String> TIMEZONE = List.of("timezone");

    Validation validate(Call call, JsonObject account) {
        Validation listed = schemas.validate(ID, account);
        if (call.does(Decision.TIMEZONES_ARE_LISTED)) {
            return listed;
        }
        List<Violation> violations = new ArrayList<>(listed.violations());
        violations.removeIf(
                found -> found.path().equals(TIMEZONE) && found.rule().equals("enum"));
        String zone = account.textOr("timezone", "12345");
        int length = zone.codePointCount(0, zone.length());
        if (length < 5) {
            violations.add(wrongLength("minLength", "String must be at least 5 characters", 5, zone));
        }
        if (length > 32) {
            violations.add(wrongLength("maxLength", "String must not be more than 32 characters", 32, zone));
        }
        return new Validation(listed.document(), violations);
    }

    private static Violation wrongLength(String rule, String message, int target, String value) {
        JsonObject details = JsonObject.builder()
                .put("message", message)
                .put("target", target)
                .put("cause", value)
                .put("value", Json.of(value))
                .build();
        return new Violation(TIMEZONE, rule, details);
    }
}
