package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Collation;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mailboxes of an account; their messages are {@link VmboxMessages} (pbx sheet 4, delta sheet 5.4). */
final class Vmboxes {
    static final String TYPE = "vmbox";

    /** The order of 5.0 (decision L2). */
    private static final Index NAME =
            new Index("vmboxes/name", TYPE, (account, box) -> List.of(Index.key(account, Collation.key(name(box)))));

    private static final Row ROW = Row.of("name", "mailbox", "owner_id");

    private Vmboxes() {}

    static Noun noun(SchemaRegistry schemas) {
        Crud noun = Crud.of("vmboxes", TYPE, schemas)
                .list(Vmboxes::list)
                .row(ROW)
                .checks(new VmboxChecks())
                .index(NAME)
                .index(VmboxChecks.NUMBER)
                .index(VmboxChecks.INTEGER)
                .index(BoxMessage.INDEX)
                .keeps(new Noun.Shelf("messages", BoxMessage.TYPE, null))
                .guard(VmboxAccess::check)
                .finish(Vmboxes::finish)
                .evidence(Evidence.sheet("pbx 4"), Evidence.sheet("delta 5.4"));
        VmboxMessages.operations(schemas).forEach(noun::also);
        return noun.noun();
    }

    /** KAZOO reads a page from the end and turns it around (decision L2). */
    private static Reply list(Call call, World world, Row row) {
        View view = call.does(Decision.USERS_ARE_ORDERED_BY_ID)
                ? View.byId(world, call.account(), TYPE)
                : View.byText(world, NAME, call.account(), Vmboxes::name);
        Row counted = row.with("messages", box -> Json.of(count(call, world, box)))
                .with("folders", box -> folders(call, world, box))
                .features()
                .flags();
        Reply page = Listing.of(call, view).rows(counted);
        if (!(page.data() instanceof Data.Rows rows)) {
            return page;
        }
        List<Json> turned = new ArrayList<>(rows.rows());
        Collections.reverse(turned);
        return page.withData(new Data.Rows(turned, rows.page()));
    }

    private static long count(Call call, World world, Document box) {
        Map<String, Long> folders = BoxMessage.folders(call, world, box.id());
        return folders.getOrDefault("new", 0L) + folders.getOrDefault("saved", 0L);
    }

    private static @Nullable Json folders(Call call, World world, Document box) {
        Map<String, Long> folders = BoxMessage.folders(call, world, box.id());
        return count(call, world, box) == 0
                ? null
                : JsonObject.of(
                        "new",
                        Json.of(folders.getOrDefault("new", 0L)),
                        "saved",
                        Json.of(folders.getOrDefault("saved", 0L)));
    }

    /** In 5.0 an older key is rewritten, and the reply says so. */
    private static Reply finish(Call call, Reply plain) {
        return VmboxChecks.rewrites(call, call.data())
                ? plain.withHeader("warning", "214 Transformation applied: attribute notify_email_address replaced")
                : plain;
    }

    private static String name(Document box) {
        return box.open().textOr("name", "");
    }
}
