package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.calls.CallControl;
import io.github.kazoomock.server.calls.ConferenceRun;
import io.github.kazoomock.server.calls.Participant;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;
import java.util.Optional;

/** What can be done with those who are in a conference, with all of them or with one (pbx sheet 8.4 and 8.5). */
record ParticipantActions(SchemaRegistry schemas, ConferenceReading reading, ConferenceActions conference) {
    private static final String RELATE = "metaflows.relate";

    /** Actions on everybody; moderators are left alone, except that they are thrown out, too. */
    Outcome all(Call call, Transaction transaction) {
        Action action = Action.of(call);
        if (action.name().equals("play")) {
            return conference.run(action, call, transaction);
        }
        CallControl control = new CallControl(transaction, call.account());
        ConferenceRun run = control.conference(call.argument(0));
        if (action.name().equals("relate")) {
            return relate(action, call, control, run);
        }
        Optional<ParticipantChange> change = ParticipantChange.named(action.name());
        if (change.isEmpty()) {
            return Problems.faultyRequest("faulty request");
        }
        run.participants().stream()
                .filter(one -> change.get() == ParticipantChange.KICK || !one.isModerator())
                .forEach(one -> change.get().apply(control, one));
        return reading.document(call, transaction, JsonObject.EMPTY).comparing(null);
    }

    /** Actions on the participant with the number in the path. */
    Outcome one(Call call, Transaction transaction) {
        return one(Action.of(call), call.argument(2), call, transaction);
    }

    /** One that is not there is not missed. */
    Outcome one(Action action, String number, Call call, Transaction transaction) {
        if (action.name().equals("play")) {
            return ConferenceActions.play(action, call, transaction);
        }
        Optional<ParticipantChange> change = ParticipantChange.named(action.name());
        if (change.isEmpty()) {
            return Problems.faultyRequest("faulty request");
        }
        if (!number.matches("[0-9]+")) {
            return Problems.badIdentifier(number);
        }
        CallControl control = new CallControl(transaction, call.account());
        control.conference(call.argument(0))
                .participant(number)
                .ifPresent(one -> change.get().apply(control, one));
        return ConferenceActions.accepted("ok");
    }

    private Outcome relate(Action action, Call call, CallControl control, ConferenceRun run) {
        JsonObject sent = action.parameters() == null ? JsonObject.EMPTY : action.parameters();
        Validation checked = schemas.validate(RELATE, sent.with(Json.of(run.id()), "conference_id"));
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(checked.violations());
        faults.refuse();
        String first = number(checked.document(), "participant_id");
        String second = number(checked.document(), "other_participant");
        Optional<Participant> one = run.participant(first);
        Optional<Participant> other = run.participant(second);
        if (other.isEmpty() || first.equals(second)) {
            return missing(second);
        }
        if (one.isEmpty()) {
            return missing(first);
        }
        control.relate(one.get(), other.get(), checked.document().textOr("relationship", "clear"));
        return ConferenceActions.accepted("relating participants");
    }

    /** Numbers may be written as text. */
    private static String number(JsonObject sent, String key) {
        Json value = sent.get(key);
        String text = value == null ? "" : value.text();
        return text == null ? String.valueOf(value) : text;
    }

    private static Problem missing(String number) {
        boolean numeric = number.matches("[0-9]{1,18}");
        Json id = numeric ? Json.of(Long.parseLong(number)) : Json.of(number);
        JsonObject data = JsonObject.of("id", id, "message", Json.of("bad identifier"));
        return new Problem(404, "bad_identifier", data);
    }
}
