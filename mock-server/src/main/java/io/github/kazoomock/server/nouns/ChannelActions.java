package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.calls.CallControl;
import io.github.kazoomock.server.calls.Channel;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Options;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;

/** What can be done with a leg of a call (pbx sheet 14, delta sheet 1.3); what can be seen of it later, happens. */
final class ChannelActions {
    /** What it reads of data, query or envelope. */
    static final String[] OPTIONS = {
        "action", "device_id", "id", "owner_id", "target", "target_id", "target_type", "transfer-type", "unbridged_only"
    };

    Outcome run(Call call, Transaction transaction) {
        ChannelMoves moves = of(call, transaction);
        String asked = call.options().text("action");
        String action = asked == null ? "" : asked;
        return switch (action) {
            case "transfer" -> transfer(call.options(), moves);
            case "hangup" -> {
                moves.hangUp();
                yield initiated("hangup");
            }
            case "break" -> initiated("break");
            case "callflow" -> {
                moves.callflow(call.options().text("id"));
                yield initiated("callflow");
            }
            case "intercept" -> intercept(call.options(), moves);
            case "move" ->
                newest(
                        call,
                        action,
                        () -> moves.move(
                                call.options().text("device_id"), call.options().text("owner_id")));
            case "start_record", "stop_record" -> newest(call, action, () -> {});
            default -> invalidData();
        };
    }

    /**
     * The leg that the path names.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 404 when it is over or another account's
     */
    static ChannelMoves of(Call call, Transaction transaction) {
        String id = call.argument(0);
        if (call.accountId() == null) {
            throw Problems.badIdentifierList(id).refusal();
        }
        CallControl control = new CallControl(transaction, call.account());
        Channel channel = control.calls().get(id);
        if (channel == null) {
            throw Problems.badIdentifierList(id).refusal();
        }
        return new ChannelMoves(control, channel);
    }

    static Problem invalidData() {
        return new Problem(400, "invalid data", JsonObject.EMPTY);
    }

    static Reply accepted(String text) {
        return Reply.value(Json.of(text)).withStatus(202).comparing(null);
    }

    private static Reply initiated(String action) {
        return accepted(action + " initiated");
    }

    private static Outcome transfer(Options options, ChannelMoves moves) {
        if (!moves.isBridged()) {
            return required("other_leg_call_id", "Channel is not bridged");
        }
        String target = options.text("target");
        if (target == null) {
            return required("target", "No target destination specified");
        }
        moves.transfer(target, "attended".equals(options.text("transfer-type")));
        return initiated("transfer");
    }

    private static Outcome intercept(Options options, ChannelMoves moves) {
        String type = options.text("target_type");
        if (type == null) {
            return required("target_type", "No target type specified");
        }
        String target = options.text("target_id");
        if (target == null) {
            return required("target_id", "No target id specified");
        }
        moves.intercept(type, target, !options.isFalse("unbridged_only"));
        return initiated("intercept");
    }

    /** Only newest KAZOO knows the action. */
    private static Outcome newest(Call call, String action, Runnable effect) {
        if (!call.does(Decision.CHANNELS_ARE_MOVED_AND_RECORDED)) {
            return invalidData();
        }
        effect.run();
        return initiated(action);
    }

    private static Problem required(String field, String message) {
        JsonObject details = JsonObject.of("message", Json.of(message));
        return Problems.validation(JsonObject.EMPTY.with(details, field, "required"));
    }
}
