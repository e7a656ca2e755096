package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.calls.Calls;
import io.github.kazoomock.server.calls.ConferenceRun;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.stream.Stream;

/** What is told of one conference, which need not be stored: KAZOO lets people meet under any id (pbx sheet 8.2). */
record ConferenceReading(SchemaRegistry schemas) {
    private static final String SCHEMA = "conferences";

    Outcome get(Call call, Transaction transaction) {
        ConferenceRun run = run(call, transaction);
        long now = now(call);
        if (call.does(Decision.ENVELOPE_HAS_METADATA)) {
            return document(call, transaction, JsonObject.EMPTY).withMetadata(run.details(now));
        }
        return document(call, transaction, JsonObject.of("_read_only", run.status(now)));
    }

    /**
     * The conference, without how it is at the moment.
     *
     * @param extra keys behind its own
     */
    Reply document(Call call, Transaction transaction, JsonObject extra) {
        String id = call.argument(0);
        Document known = transaction.get(call.account(), Conferences.TYPE, id);
        if (known != null) {
            return Reply.document(known, extra);
        }
        JsonObject adHoc = schemas.withDefaults(SCHEMA, JsonObject.EMPTY)
                .merge(Bodies.document(call))
                .with(Json.of(id), "id");
        return Reply.value(adHoc.plus(extra)).withMetadata(JsonObject.of("id", Json.of(id)));
    }

    /** How it is at the moment, and nothing else: what the SDK seed views. */
    static Outcome status(Call call, Transaction transaction) {
        return Reply.value(run(call, transaction).status(now(call)));
    }

    static Outcome participants(Call call, Transaction transaction) {
        return Reply.rows(run(call, transaction).told(now(call)), null);
    }

    static Outcome participant(Call call, Transaction transaction) {
        return Reply.value(run(call, transaction).told(call.argument(2), now(call)));
    }

    /** Every pin of the account, each once (decision R6). */
    static Outcome pins(Call call, Transaction transaction) {
        List<Json> pins = transaction.existing(call.account()).shelf(Conferences.TYPE).values().stream()
                .map(Document::open)
                .flatMap(conference -> Stream.of("member", "moderator")
                        .flatMap(role -> conference.array(role, "pins").texts().stream()))
                .distinct()
                .sorted()
                .map(Json::of)
                .toList();
        return Reply.rows(pins, null);
    }

    private static ConferenceRun run(Call call, Transaction transaction) {
        return ConferenceRun.of(Calls.of(transaction.world(), call.account()), call.argument(0));
    }

    private static long now(Call call) {
        return Gregorian.seconds(call.now());
    }
}
