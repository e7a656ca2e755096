package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.calls.CallControl;
import io.github.kazoomock.server.calls.ConferenceRun;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Optional;

/** What can be done with a whole conference (pbx sheet 8.3, delta sheet 1.3). */
final class ConferenceActions {
    private static final List<String> KNOWN = List.of("lock", "unlock", "play", "dial", "record", "vars");
    private static final List<String> RECORDING = List.of("start", "stop");
    private static final String NOT_LISTED = "Value not found in enumerated list of values";

    private final ConferenceDial dial;

    ConferenceActions(SchemaRegistry schemas) {
        this.dial = new ConferenceDial(schemas);
    }

    Outcome put(Call call, Transaction transaction) {
        return run(Action.of(call), call, transaction);
    }

    Outcome run(Action action, Call call, Transaction transaction) {
        CallControl control = new CallControl(transaction, call.account());
        ConferenceRun run = control.conference(call.argument(0));
        return switch (action.name()) {
            case "lock" -> {
                control.lock(run, true);
                yield accepted("ok");
            }
            case "unlock" -> {
                control.lock(run, false);
                yield accepted("ok");
            }
            case "play" -> play(action, call, transaction);
            case "dial" -> dial.run(action, call, control);
            case "record" -> record(action, control, run);
            case "vars" -> vars(action, call, control, run);
            default -> unknown(action, call);
        };
    }

    /** What a client is told while a media server does the work. */
    static Reply accepted(String text) {
        return accepted(Json.of(text));
    }

    static Reply accepted(Json data) {
        return Reply.value(data).withStatus(202).comparing(null);
    }

    /** Nothing is heard of it; what was to be played must be there. */
    static Outcome play(Action action, Call call, Transaction transaction) {
        JsonObject parameters = action.parameters();
        if (parameters == null) {
            return dataRequired("play");
        }
        String media = parameters.textOr("media_id", "");
        if (media.isEmpty()) {
            return fault("data.media_id", "required", "action 'play' requires a media ID or URL");
        }
        boolean isThere = media.contains("/") || transaction.get(call.account(), "media", media) != null;
        return isThere ? accepted("ok") : Problems.badIdentifierList(media);
    }

    static Problem dataRequired(String action) {
        return fault("data", "required", "action '" + action + "' requires a data object");
    }

    private static Outcome record(Action action, CallControl control, ConferenceRun run) {
        JsonObject parameters = action.parameters();
        if (parameters == null) {
            return dataRequired("record");
        }
        String wanted = parameters.textOr("action", "");
        if (wanted.isEmpty()) {
            return fault("data.action", "required", "recording requires an action");
        }
        if (!RECORDING.contains(wanted)) {
            return fault("data.action", "enum", notListed(RECORDING, Optional.of(Json.of(wanted))));
        }
        boolean on = wanted.equals("start");
        control.record(run, on);
        return accepted(on ? "starting recording" : "stopping recording");
    }

    private static Outcome vars(Action action, Call call, CallControl control, ConferenceRun run) {
        if (!call.does(Decision.CONFERENCES_HAVE_VARS_AND_INVITE)) {
            return unknown(action, call);
        }
        JsonObject inner = action.parameters() == null ? JsonObject.EMPTY : action.parameters();
        String key = "custom_conference_vars";
        control.addVars(run, inner.has(key) ? inner.object(key) : call.data().object(key));
        return accepted("vars sent");
    }

    private static Outcome unknown(Action action, Call call) {
        return call.does(Decision.CONFERENCES_HAVE_VARS_AND_INVITE)
                ? fault("action", "enum", notListed(KNOWN, Optional.ofNullable(action.asked())))
                : Problems.faultyRequest("faulty request");
    }

    private static JsonObject notListed(List<String> target, Optional<Json> value) {
        JsonObject.Builder details =
                JsonObject.builder().put("message", NOT_LISTED).put("target", Json.texts(target));
        value.filter(JsonText.class::isInstance).ifPresent(text -> details.put("value", text));
        return details.build();
    }

    private static Problem fault(String field, String rule, String message) {
        return fault(field, rule, JsonObject.of("message", Json.of(message)));
    }

    private static Problem fault(String field, String rule, JsonObject details) {
        return Problems.validation(JsonObject.EMPTY.with(details, field, rule));
    }
}
