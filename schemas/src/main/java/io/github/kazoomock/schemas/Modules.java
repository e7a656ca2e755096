package io.github.kazoomock.schemas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A family of modules: in such a schema {@code data} belongs to {@code module}, and each module has a schema of its own
 * for its data (pbx sheet 3.3 and 21).
 *
 * @param family in the singular, as KAZOO's message has it
 * @param closed a module without a schema is refused; else it passes, because we have no schemas of that family yet
 */
record Modules(String family, boolean closed) {
    /** By the id of the schema in which module and data stand. */
    private static final Map<String, Modules> BY_SCHEMA =
            Map.of("callflows.action", new Modules("callflow", true), "metaflow", new Modules("metaflow", false));

    /** The family that a schema's {@code module} names a member of; null for any other schema. */
    static @Nullable Modules of(String schema) {
        return BY_SCHEMA.get(schema);
    }

    /** The id of the schema of a module's data. */
    String schema(String module) {
        return family + "s." + module;
    }

    /** What KAZOO says of a module that it does not know. */
    String unknown(String module) {
        return "unable to find " + family + " schema for module " + module;
    }
}
