package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;

/** Callflows of an account (pbx sheet 3, delta sheet 5.4). */
final class Callflows {
    private static final Row ROW = Row.of("name", "type", "numbers", "patterns")
            .or("featurecode", JsonLiteral.FALSE)
            .with("owner_id", callflow -> callflow.open().get("owner_id"))
            .with("group_id", callflow -> callflow.open().get("group_id"))
            .with("modules", CallflowNodes::modules)
            .features()
            .flags();

    private Callflows() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("callflows", "callflow", schemas)
                .row(ROW)
                .checks(new CallflowChecks())
                .index(CallflowChecks.NUMBER)
                .index(CallflowChecks.PATTERN)
                .finish(Callflows::finish)
                .lookupFirst(Verb.PATCH)
                .lookupFirst(Verb.POST, Decision.POST_LOOKS_UP_USERS_FIRST)
                .evidence(Evidence.sheet("pbx 3"), Evidence.sheet("delta 5.4"))
                .noun();
    }

    /** Only who reads a callflow is told what its ids stand for. */
    private static Reply finish(Call call, Reply plain) {
        Account account = call.sandbox().world().account(call.account());
        return call.verb() == Verb.GET && account != null && plain.data() instanceof Data.OneDocument one
                ? plain.withData(new Data.OneDocument(
                        one.document(),
                        JsonObject.of(CallflowMetadata.KEY, CallflowMetadata.of(one.document(), account))))
                : plain;
    }
}
