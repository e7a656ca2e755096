package io.github.kazoomock.schemas;

import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;

/** A schema as a stock validator of JSON Schema 2020-12 reads it, which knows nothing of KAZOO. */
final class Modern {
    private static final com.networknt.schema.SchemaRegistry STOCK =
            com.networknt.schema.SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Schema schema;

    private Modern(JsonObject schema) {
        this.schema = STOCK.getSchema(Nodes.of(schema));
    }

    static Modern of(JsonObject schema) {
        return new Modern(schema);
    }

    /** The schema of schemas. */
    static Modern meta() {
        return of(JsonObject.of("$ref", Json.of(Draft202012.DIALECT)));
    }

    boolean accepts(Json value) {
        return schema.validate(Nodes.of(value)).isEmpty();
    }

    String problems(Json value) {
        return schema.validate(Nodes.of(value)).toString();
    }
}
