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
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.World;
import java.util.List;

/** Users of an account (pbx sheet 1, delta sheet 5.2). */
final class Users {
    /** The order of 5.0: a list by last name (decision L2). */
    private static final Index NAME = new Index(
            "users/name", "user", (account, document) -> List.of(Index.key(account, Collation.key(name(document)))));

    private Users() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("users", "user", schemas)
                .row(UserFeatures.ROW)
                .list(Users::list)
                .checks(new UserChecks())
                .index(NAME)
                .index(UserChecks.USERNAME)
                .index(UserChecks.HOTDESK_ID)
                .finish(Users::finish)
                .also(UserPhoto.get())
                .also(UserPhoto.update())
                .also(UserPhoto.delete())
                .also(UserCard.get())
                .query("delete", "object_types", "hard")
                .deletion(UserDeletion.SCHEMA, new UserDeletion(schemas))
                .escapesDots()
                .ownIds()
                .lookupFirst(Verb.PATCH)
                .lookupFirst(Verb.POST, Decision.POST_LOOKS_UP_USERS_FIRST)
                .evidence(Evidence.sheet("pbx 1"), Evidence.sheet("delta 5.2"))
                .noun();
    }

    private static Reply list(Call call, World world, Row row) {
        View view = call.does(Decision.USERS_ARE_ORDERED_BY_ID)
                ? View.byId(world, call.account(), "user")
                : View.byText(world, NAME, call.account(), Users::name);
        return Listing.of(call, view).rows(row);
    }

    private static String name(Document user) {
        return user.open().textOr("last_name", "") + " " + user.open().textOr("first_name", "");
    }

    /** Whether there is a picture; passwords do not expire (decision A21). */
    private static Reply finish(Call call, Reply plain) {
        if (call.verb() == Verb.PUT || !call.does(Decision.USERS_TELL_AVATAR_AND_EXPIRY)) {
            return plain;
        }
        Reply reply = plain.withMetadata(JsonObject.of("is_password_expired", Json.of(false)));
        return call.verb() == Verb.GET && reply.data() instanceof Data.OneDocument one
                ? reply.withData(new Data.OneDocument(
                        one.document(), JsonObject.of(UserChecks.HAS_AVATAR, Json.of(UserPhoto.isOf(one.document())))))
                : reply;
    }
}
