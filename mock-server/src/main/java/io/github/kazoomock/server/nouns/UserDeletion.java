package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Handler;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Special;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Deletes a user and, where the client asks for it, what the user owns (delta sheet 5.2, decision R15). */
record UserDeletion(SchemaRegistry schemas) implements Special.Deletion {
    static final String SCHEMA = "users_delete";
    private static final String OPTION = "object_types";

    @Override
    public Outcome delete(Call call, Transaction transaction, Handler plain) {
        Outcome outcome = plain.handle(call, transaction); // an unknown user is a 404, whatever else was asked for
        Json wanted = call.does(Decision.USERS_TAKE_THEIR_OBJECTS_ALONG) ? wanted(call) : null;
        if (wanted == null || !(outcome instanceof Reply reply) || !(reply.data() instanceof Data.OneDocument gone)) {
            return outcome;
        }
        BodyCheck.of(call, schemas, SCHEMA, JsonObject.of(OPTION, wanted));
        TreeSet<String> types = new TreeSet<>(
                wanted instanceof JsonArray some
                        ? some.texts()
                        : List.of("callflow", "conference", "device", "faxbox", "media", "phone_numbers", "vmbox"));
        if (types.isEmpty()) {
            return outcome;
        }
        OwnedObjects objects = new OwnedObjects(
                transaction,
                call.account(),
                gone.document().id(),
                call.options().isFalse("should_soft_delete"),
                numbers -> released(call, transaction, numbers));
        objects.delete(types);
        JsonObject told = JsonObject.of(OPTION, objects.told());
        return objects.allWent()
                ? reply.withData(
                        new Data.OneDocument(gone.document(), gone.extra().plus(told)))
                : new Problem(
                        500,
                        "At least one object failed to be deleted",
                        gone.document().visible().plus(told));
    }

    private Outcome released(Call call, Transaction transaction, List<String> numbers) {
        NumberSettings settings = NumberSettings.of(schemas, transaction.world());
        NumberActions actions = new NumberActions(call, transaction, settings);
        return NumberCollections.each(
                new NumberView(call, settings), actions, numbers, JsonObject.EMPTY, NumberActions::delete);
    }

    /** The option from the body or, as text or as JSON, from the query. */
    private static @Nullable Json wanted(Call call) {
        Json value = call.options().value(OPTION);
        if (!(value instanceof JsonText text) || !text.value().startsWith("[")) {
            return value;
        }
        try {
            return Json.parse(text.value());
        } catch (JsonSyntaxException e) {
            return value;
        }
    }
}
