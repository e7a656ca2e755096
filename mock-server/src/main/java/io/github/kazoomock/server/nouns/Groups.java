package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.World;
import java.util.Optional;

/** Groups of users, devices and groups (pbx sheet 5). */
final class Groups {
    private static final String TYPE = "group";

    /** By the users that are members themselves. */
    private static final Index USER = new Index("groups/user", TYPE, (account, group) -> {
        JsonObject endpoints = group.open().object("endpoints");
        return endpoints.keys().stream()
                .filter(id -> "user".equals(endpoints.text(id, "type")))
                .map(id -> Index.key(account, id))
                .toList();
    });

    private static final Row ROW = Row.of("name")
            .with("features", Groups::features)
            .with("endpoints", group -> Json.of(group.open().object("endpoints").size()))
            .flags();

    private Groups() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("groups", TYPE, schemas)
                .row(ROW)
                .list(Groups::list)
                .index(USER)
                .evidence(Evidence.seed("js-sdk: group"), Evidence.sheet("pbx 5"))
                .noun();
    }

    private static Reply list(Call call, World world, Row row) {
        Optional<String> user = call.context("users");
        View view = user.isPresent()
                ? View.byKey(world, USER, Index.key(call.account(), user.get()))
                : View.byId(world, call.account(), TYPE);
        return Listing.of(call, view).rows(row);
    }

    private static Json features(Document group) {
        return new FeatureList(group.open(), JsonArray.EMPTY)
                .smartPbx()
                .set("music_on_hold", "music_on_hold", "media_id")
                .toJson();
    }
}
