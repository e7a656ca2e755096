package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Violation;
import io.github.kazoomock.server.configs.ConfigSchemas;
import io.github.kazoomock.server.configs.Sections;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads, checks and saves the system's configs. */
record SystemConfigStore(SchemaRegistry schemas) {
    /** What every document must keep to, whatever its category. */
    private static final String ANY = "system_configs";

    static @Nullable Document document(Transaction transaction, String id) {
        return transaction.world().system(ConfigSchemas.SYSTEM_TYPE, id);
    }

    Sections sections(Transaction transaction, String id) {
        Document document = document(transaction, id);
        JsonObject stored = document == null ? JsonObject.EMPTY : document.open();
        return new Sections(new ConfigSchemas(schemas, true).defaults(id), stored);
    }

    static Document save(Call call, Transaction transaction, String id, Sections sections) {
        Document before = document(transaction, id);
        JsonObject hidden = call.signed(before == null ? JsonObject.EMPTY : before.hidden());
        Document saved = before == null
                ? Document.create(id, ConfigSchemas.SYSTEM_TYPE, sections.stored(), hidden, transaction.now())
                : before.next(sections.stored(), hidden, transaction.now());
        transaction.putSystem(saved);
        return saved;
    }

    /**
     * Checks all sections.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 400 when a schema does not hold
     */
    void check(Call call, String id, JsonObject whole) {
        Faults faults = faults(call);
        faults.add(schemas.validate(ANY, whole).violations());
        for (String name : whole.keys()) {
            if (whole.get(name) instanceof JsonObject section) {
                faults.add(violations(id, section).stream()
                        .map(violation -> below(name, violation))
                        .toList());
            }
        }
        faults.refuse();
    }

    /**
     * Checks one section.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 400 when its schema does not hold
     */
    void checkSection(Call call, String id, JsonObject section) {
        Faults faults = faults(call);
        faults.add(violations(id, section));
        faults.refuse();
    }

    private List<Violation> violations(String id, JsonObject section) {
        String schema = ConfigSchemas.systemSchema(id);
        return schemas.has(schema) ? schemas.validate(schema, section).violations() : List.of();
    }

    private static Violation below(String section, Violation violation) {
        List<String> path =
                Stream.concat(Stream.of(section), violation.path().stream()).toList();
        return new Violation(path, violation.rule(), violation.details());
    }

    private static Faults faults(Call call) {
        return Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
    }
}
