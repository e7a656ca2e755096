package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.List;

/** The conference calls of the SDK seed, which do what today's actions do (decision R5). */
final class OldConferenceCalls {
    private static final String ONE = "conferences/{CONFERENCE_ID}/";

    private OldConferenceCalls() {}

    static List<Operation> of(ConferenceActions actions, ParticipantActions participants) {
        List<Operation> operations = new ArrayList<>();
        operations.add(older("view", Verb.GET, "status", "view").handler(ConferenceReading::status));
        operations.add(older("old_action", Verb.POST, "{ACTION}", "action")
                .handler((call, transaction) -> actions.run(Action.named(call.argument(1), call), call, transaction)));
        operations.add(older("add_participant", Verb.POST, "add_participant", "addParticipant")
                .handler((call, transaction) -> actions.run(Action.named("dial", call), call, transaction)));
        for (ParticipantChange change : ParticipantChange.values()) {
            String name = change.action();
            operations.add(older(name, Verb.POST, name + "/{PARTICIPANT_ID}", name + "Participant")
                    .shape(Shape.TEXT)
                    .handler((call, transaction) ->
                            participants.one(Action.named(name, call), call.argument(2), call, transaction)));
        }
        return operations;
    }

    private static Operation.Builder older(String action, Verb verb, String path, String method) {
        return Operation.of("conferences." + action, verb, ONE + path)
                .legacy()
                .when(Decision.OLD_CONFERENCE_CALLS_ARE_SERVED)
                .evidence(Evidence.seed("js-sdk: conference." + method));
    }
}
