package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;

/** Servers for conferences: an older app kept them, and no source tells what they consist of (decision R7). */
final class ConferenceServers {
    private static final String TYPE = "conference_server";

    private ConferenceServers() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("conferences_servers", TYPE, schemas)
                .freeForm()
                .list((call, world, row) -> Listing.of(call, View.byId(world, call.account(), TYPE))
                        .rows(entry -> entry.document().visible()))
                .legacy(Decision.CONFERENCE_SERVERS_ARE_SERVED)
                .evidence(
                        Evidence.seed("js-sdk: conference.getServer"), Evidence.unverified("what a server consists of"))
                .noun();
    }
}
