package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;

/** Virtual fax machines (pbx sheet 15, delta sheet 1.3). */
final class Faxboxes {
    private static final String TYPE = "faxbox";

    private Faxboxes() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("faxboxes", TYPE, schemas)
                .schema(TYPE)
                .list(Faxboxes::list)
                .checks(new FaxboxChecks())
                .index(FaxboxChecks.ADDRESS)
                .finish(Faxboxes::finish)
                .evidence(Evidence.sheet("pbx 15"), Evidence.sheet("delta 1.3"))
                .noun();
    }

    /** Rows are whole fax boxes. */
    private static Reply list(Call call, World world, Row row) {
        return Listing.of(call, View.byId(world, call.account(), TYPE))
                .rows(entry -> entry.document().visible().plus(inData(call, entry.document())));
    }

    private static Reply finish(Call call, Reply plain) {
        if (!(plain.data() instanceof Data.OneDocument one)) {
            return plain;
        }
        if (!call.does(Decision.FAXBOX_ADDRESS_IS_METADATA)) {
            return call.verb() == Verb.GET
                    ? plain
                    : plain.withData(new Data.OneDocument(one.document(), inData(call, one.document())));
        }
        String address = one.document().hidden().text(FaxboxChecks.GIVEN_ADDRESS);
        return address == null ? plain : plain.withMetadata(JsonObject.of("custom_smtp_address", Json.of(address)));
    }

    /** The given address where older KAZOO shows it among the fax box's own keys. */
    private static JsonObject inData(Call call, Document box) {
        String address = box.hidden().text(FaxboxChecks.GIVEN_ADDRESS);
        return address == null || call.does(Decision.FAXBOX_ADDRESS_IS_METADATA)
                ? JsonObject.EMPTY
                : JsonObject.of(FaxboxChecks.SHOWN_ADDRESS, Json.of(address));
    }
}
