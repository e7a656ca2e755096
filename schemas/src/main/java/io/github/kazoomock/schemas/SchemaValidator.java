package io.github.kazoomock.schemas;

import com.networknt.schema.Error;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Defaults, then the schema, then casts as long as they mend something (core sheet 7.4, 10.3).
 *
 * <p>Casting comes second: a document that is valid is never touched.
 */
final class SchemaValidator {
    private final SchemaLibrary library;
    private final Defaults defaults;

    SchemaValidator(Function<String, @Nullable JsonObject> sources) {
        library = new SchemaLibrary(sources);
        defaults = new Defaults(sources);
    }

    JsonObject withDefaults(String id, JsonObject document) {
        return defaults.fill(id, document);
    }

    Validation validate(String id, JsonObject document) {
        JsonObject sent = document;
        while (true) {
            JsonObject filled = defaults.fill(id, sent);
            List<Error> errors = library.compiled(id).validate(Nodes.of(filled));
            if (errors.isEmpty()) {
                return new Validation(filled, List.of());
            }
            JsonObject cast = Casts.apply(sent, errors);
            if (cast.equals(sent)) {
                return new Validation(filled, Violations.of(sent, filled, errors));
            }
            sent = cast;
        }
    }
}
