package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** The JSON Schemas that bodies are checked with (admin sheet 13, delta sheet 6). */
final class Schemas {
    /** Schemas of messages between KAZOO's own parts. */
    private static final String INTERNAL = "kapi.";

    private final SchemaRegistry schemas;

    private Schemas(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    static Noun noun(SchemaRegistry registry) {
        Schemas schemas = new Schemas(registry);
        return Noun.of(
                "schemas",
                declare("list", Verb.GET, "schemas", Access.ANYBODY, Shape.LIST)
                        .query("internals")
                        .handler(schemas::list),
                declare("get", Verb.GET, "schemas/{SCHEMA_NAME}", Access.ANYBODY, Shape.OBJECT)
                        .handler(schemas::get),
                declare("validate", Verb.PUT, "schemas/{SCHEMA_NAME}/validation", Access.ACCOUNT, Shape.OBJECT)
                        .handler(schemas::validate));
    }

    private static Operation.Builder declare(String action, Verb verb, String path, Access access, Shape shape) {
        return Operation.of("schemas." + action, verb, path)
                .at("/" + path)
                .at("/accounts/{ACCOUNT_ID}/" + path)
                .access(access)
                .shape(shape)
                .evidence(Evidence.sheet("admin 13"));
    }

    private Outcome list(Call call, Transaction transaction) {
        boolean internals = call.options().isTrue("internals");
        List<Json> ids = schemas.ids().stream()
                .filter(id -> internals || !id.startsWith(INTERNAL))
                .<Json>map(Json::of)
                .toList();
        return Reply.rows(ids, null);
    }

    private Outcome get(Call call, Transaction transaction) {
        String id = call.argument(0);
        JsonObject schema = schemas.schema(id);
        return schema == null
                ? Problems.badIdentifier(id)
                : Reply.value(schema).withMetadata(JsonObject.of("id", Json.of(id)));
    }

    private Outcome validate(Call call, Transaction transaction) {
        String id = call.argument(0);
        if (!schemas.has(id)) {
            return Problems.schemaNotFound(id);
        }
        JsonObject sent = Bodies.object(call).filterKeys(key -> !Bodies.isPrivate(key));
        return Reply.value(BodyCheck.of(call, schemas, id, sent));
    }
}
