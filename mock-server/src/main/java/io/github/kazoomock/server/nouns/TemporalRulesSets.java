package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.evidence.Evidence;

/** Time rules that callflows use as one; whether the rules exist is nobody's concern (pbx sheet 10). */
final class TemporalRulesSets {
    private TemporalRulesSets() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("temporal_rules_sets", "temporal_rule_set", schemas)
                .argument("TEMPORAL_RULE_SET")
                .row(Row.of("name").from("rules", "temporal_rules").features().flags())
                .evidence(Evidence.sheet("pbx 10"))
                .noun();
    }
}
