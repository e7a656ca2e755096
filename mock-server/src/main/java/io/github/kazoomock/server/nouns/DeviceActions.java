package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;

/** What a phone is told to do (pbx sheet 2.5, delta sheet 5.3). There is no phone, so the words are all there is. */
final class DeviceActions {
    private static final String NOTIFY = "devices_notify";

    private final SchemaRegistry schemas;

    DeviceActions(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    Operation action() {
        return Operation.of("devices.action", Verb.PUT, "devices/{DEVICE_ID}")
                .schema(NOTIFY)
                .query("action")
                .shape(Operation.Shape.TEXT)
                .evidence(Evidence.sheet("pbx 2.5"), Evidence.sheet("delta 5.3"))
                .handler(this::act);
    }

    static Operation sync() {
        return Operation.of("devices.sync", Verb.POST, "devices/{DEVICE_ID}/sync")
                .shape(Operation.Shape.TEXT)
                .evidence(Evidence.sheet("pbx 2"), Evidence.sheet("delta 5.3"))
                .handler((call, transaction) -> done(existing(call, transaction), "sync request sent"));
    }

    private Outcome act(Call call, Transaction transaction) {
        Document device = existing(call, transaction);
        Json action = call.options().value("action");
        if (action == null) {
            return new Problem(400, "action required", JsonObject.EMPTY);
        }
        if (!"notify".equals(action.text())) {
            return new Problem(400, "invalid action", JsonObject.EMPTY);
        }
        BodyCheck.of(call, schemas, NOTIFY, Bodies.object(call));
        return done(device, "NOTIFY sent");
    }

    private static Reply done(Document device, String words) {
        return Reply.value(Json.of(words))
                .withStatus(202)
                .withRevision(device.revision())
                .comparing(device.revision());
    }

    private static Document existing(Call call, Transaction transaction) {
        String id = call.argument(0);
        Document device = transaction.get(call.account(), DeviceUsers.DEVICE, id);
        if (device == null) {
            throw Problems.badIdentifier(id).refusal();
        }
        return device;
    }
}
