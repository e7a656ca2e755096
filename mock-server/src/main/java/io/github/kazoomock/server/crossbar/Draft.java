package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to be saved.
 *
 * @param id of the document to be
 * @param before as it is stored; null for a new one
 * @param sent public keys as the client sent them
 * @param open public keys to be stored
 * @param hidden private keys to be stored
 * @param faults where checks say what is wrong
 */
public record Draft(
        Call call,
        Transaction transaction,
        String id,
        @Nullable Document before,
        JsonObject sent,
        JsonObject open,
        JsonObject hidden,
        Faults faults) {

    public Draft withOpen(JsonObject other) {
        return new Draft(call, transaction, id, before, sent, other, hidden, faults);
    }

    public Draft withHidden(JsonObject other) {
        return new Draft(call, transaction, id, before, sent, open, other, faults);
    }

    /** True when a document is made, false when one is changed. */
    public boolean isNew() {
        return before == null;
    }
}
