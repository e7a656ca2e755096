package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;

/** Runs a metaflow on a leg of a call, as its keys would (pbx sheet 14 and 21). */
record ChannelMetaflow(SchemaRegistry schemas) {
    private static final String SCHEMA = "metaflow";
    private static final String MODULE = "module";

    Outcome run(Call call, Transaction transaction) {
        ChannelMoves moves = ChannelActions.of(call, transaction);
        if (!Action.of(call).name().equals("metaflow")) {
            return ChannelActions.invalidData();
        }
        Validation checked = schemas.validate(SCHEMA, flow(call));
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(checked.violations());
        faults.refuse();
        JsonObject flow = checked.document();
        apply(flow.textOr(MODULE, ""), flow.object("data"), moves);
        return ChannelActions.accepted("metaflow sent");
    }

    /** The action may stand in the envelope; then {@code data} is the flow, whose own {@code data} is no other one. */
    private static JsonObject flow(Call call) {
        JsonObject data = call.data();
        return data.has(MODULE) ? data : data.object("data");
    }

    private static void apply(String module, JsonObject data, ChannelMoves moves) {
        switch (module) {
            case "hangup" -> moves.hangUp();
            case "hold" -> moves.hold(true);
            case "hold_control" -> moves.hold(isHeldAfter(data.textOr("action", "toggle"), moves));
            case "callflow" -> moves.callflow(data.text("id"));
            case "transfer" -> transfer(data, moves);
            default -> {} // nothing that could be seen
        }
    }

    private static boolean isHeldAfter(String action, ChannelMoves moves) {
        return action.equals("toggle") ? !moves.isHeld() : action.equals("hold");
    }

    private static void transfer(JsonObject data, ChannelMoves moves) {
        String target = data.text("target");
        if (target != null) {
            moves.transfer(target, "attended".equals(data.text("transfer_type")));
        }
    }
}
