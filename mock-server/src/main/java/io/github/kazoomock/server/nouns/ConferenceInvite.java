package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;

/** Invites people to a conference by e-mail, which a mock does not send (delta sheet 1.3). */
record ConferenceInvite(SchemaRegistry schemas) {
    static final String SCHEMA = "conferences.email_invite";

    Outcome send(Call call, Transaction transaction) {
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(schemas.validate(SCHEMA, Bodies.object(call)).violations());
        faults.refuse();
        String id = call.argument(0);
        return transaction.get(call.account(), Conferences.TYPE, id) == null
                ? Problems.badIdentifier(id)
                : Reply.value(Json.of("request accepted")).comparing(null);
    }
}
