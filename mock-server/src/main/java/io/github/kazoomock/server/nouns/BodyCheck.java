package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.sandbox.Decision;

/** Checks a body that is no document against its schema. */
final class BodyCheck {
    private BodyCheck() {}

    /**
     * The body with the schema's defaults and casts.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 400 when the schema does not hold
     */
    static JsonObject of(Call call, SchemaRegistry schemas, String schema, JsonObject body) {
        Validation validation = schemas.validate(schema, body);
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(validation.violations());
        faults.refuse();
        return validation.document();
    }
}
