package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Locale;

/** What saving a fax box does besides the schema (pbx sheet 15, delta sheet 1.3). */
final class FaxboxChecks implements Checks {
    /** The private key of the address that every fax box is given once. */
    static final String GIVEN_ADDRESS = "pvt_smtp_email_address";

    /** What 5.0 shows the given address as; no client can set it. */
    static final String SHOWN_ADDRESS = "smtp_email_address";

    private static final String OWN_ADDRESS = "custom_smtp_email_address";

    /** By the address that its owner chose, in the whole cluster. */
    static final Index ADDRESS = new Index("faxboxes/address", "faxbox", (account, box) -> {
        String address = box.open().textOr(OWN_ADDRESS, "");
        return address.isEmpty() ? List.of() : List.of(address.toLowerCase(Locale.ROOT));
    });

    @Override
    public Draft prepare(Draft draft) {
        JsonObject asked = isShallow(draft) ? draft.sent() : draft.open();
        Draft next = draft.withOpen(asked.without(SHOWN_ADDRESS));
        checkAddress(next);
        return next;
    }

    @Override
    public Draft complete(Draft draft) {
        Document before = draft.before();
        if (draft.isNew()) {
            return draft.withHidden(draft.hidden().with(Json.of(newAddress(draft)), GIVEN_ADDRESS));
        }
        return before != null && isShallow(draft) ? draft.withOpen(before.open().plus(draft.open())) : draft;
    }

    /** A PATCH in 5.0 is checked by itself, defaults and all, and laid over the document key by key. */
    private static boolean isShallow(Draft draft) {
        return draft.call().verb() == Verb.PATCH && !draft.call().does(Decision.FAXBOXES_ARE_MERGED_DEEPLY);
    }

    private static void checkAddress(Draft draft) {
        String address = draft.open().text(OWN_ADDRESS);
        if (address == null || address.isEmpty() || !draft.isTaken(ADDRESS, address.toLowerCase(Locale.ROOT))) {
            return;
        }
        String message = "email address must be unique";
        if (draft.call().verb() == Verb.PATCH && draft.call().does(Decision.FAXBOXES_ARE_MERGED_DEEPLY)) {
            draft.faults().add(OWN_ADDRESS, "unique", message);
        } else {
            draft.faults().add(OWN_ADDRESS, "unique", message, Json.of(address));
        }
    }

    private static String newAddress(Draft draft) {
        String domain = new Settings(draft.transaction().world()).text("fax.kazoo.io", "fax", "default_smtp_domain");
        return draft.transaction().newSecret(8) + "." + domain;
    }
}
