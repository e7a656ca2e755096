package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.calls.Calls;
import io.github.kazoomock.server.calls.ConferenceRun;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.World;

/** Conferences of an account and who is in them (pbx sheet 8, delta sheet 1.3 and 6). */
final class Conferences {
    static final String TYPE = "conference";

    private static final String NOUN = "conferences";
    private static final String ONE = NOUN + "/{CONFERENCE_ID}";
    private static final String PARTICIPANTS = ONE + "/participants";
    private static final String PARTICIPANT = PARTICIPANTS + "/{PARTICIPANT_ID}";

    private static final Row ROW = Row.of("name", "owner_id", "member", "moderator", "ui_flags", "conference_numbers")
            .features()
            .flags();

    private Conferences() {}

    static Noun noun(SchemaRegistry schemas) {
        ConferenceReading reading = new ConferenceReading(schemas);
        ConferenceActions actions = new ConferenceActions(schemas);
        ParticipantActions participants = new ParticipantActions(schemas, reading, actions);
        Crud crud = Crud.of(NOUN, TYPE, schemas)
                .row(ROW)
                .list(Conferences::list)
                .reading(reading::get)
                .checks(new ConferenceChecks())
                .index(ConferenceChecks.NUMBER)
                .index(ConferenceChecks.NAME)
                .keeps(new Noun.Shelf(ConferenceRun.COLLECTION, ConferenceRun.TYPE, null))
                .also(of("action", Verb.PUT, ONE)
                        .shape(Shape.TEXT)
                        .query("action")
                        .handler(actions::put))
                .also(of("email_invite", Verb.PUT, ONE + "/email_invite")
                        .shape(Shape.TEXT)
                        .schema(ConferenceInvite.SCHEMA)
                        .when(Decision.CONFERENCES_HAVE_VARS_AND_INVITE)
                        .evidence(Evidence.sheet("delta 1.3"))
                        .handler(new ConferenceInvite(schemas)::send))
                .also(of("participants", Verb.GET, PARTICIPANTS)
                        .shape(Shape.LIST)
                        .handler(ConferenceReading::participants))
                .also(of("participants.action", Verb.PUT, PARTICIPANTS)
                        .query("action")
                        .handler(participants::all))
                .also(of("participant", Verb.GET, PARTICIPANT).handler(ConferenceReading::participant))
                .also(of("participant.action", Verb.PUT, PARTICIPANT)
                        .query("action")
                        .shape(Shape.TEXT)
                        .handler(participants::one))
                .also(of("pins", Verb.GET, NOUN + "/pins")
                        .shape(Shape.LIST)
                        .legacy()
                        .when(Decision.CONFERENCE_PINS_ARE_LISTED)
                        .evidence(Evidence.seed("js-sdk: conference.getPins"))
                        .handler(ConferenceReading::pins))
                .evidence(Evidence.sheet("pbx 8"), Evidence.sheet("delta 1.3"));
        OldConferenceCalls.of(actions, participants).forEach(crud::also);
        return crud.noun();
    }

    private static Operation.Builder of(String action, Verb verb, String path) {
        return Operation.of(NOUN + "." + action, verb, path).evidence(Evidence.sheet("pbx 8"));
    }

    private static Reply list(Call call, World world, Row row) {
        Calls calls = Calls.of(world, call.account());
        long now = Gregorian.seconds(call.now());
        return Listing.of(call, View.byId(world, call.account(), TYPE)).rows(entry -> {
            ConferenceRun run = ConferenceRun.of(calls, entry.document().id());
            return row.show(call, entry.document()).with(run.row(now), "_read_only");
        });
    }
}
