package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The services document of an account: what it is billed for (services sheet 2).
 *
 * @param open {@code plans}, {@code overrides}, {@code quantities}, {@code billing_id}, {@code in_good_standing}, ...
 */
public record ServiceRecord(JsonObject open) {
    /** The type of its document. */
    public static final String TYPE = "service";

    public static final ServiceRecord NONE = new ServiceRecord(JsonObject.EMPTY);

    private static final String QUANTITIES = "quantities";

    /** The record of an account; the empty one when it has none, or is not there itself. */
    public static ServiceRecord of(@Nullable Account account) {
        Document document = account == null ? null : document(account);
        return document == null ? NONE : new ServiceRecord(document.open());
    }

    /** The one document of its type. */
    static @Nullable Document document(Account account) {
        var documents = account.shelf(TYPE).values().iterator();
        return documents.hasNext() ? documents.next() : null;
    }

    /** Plan id to assignment. */
    public JsonObject plans() {
        return open.object("plans");
    }

    /** What all plans are overridden with; shaped like a plan document. */
    public JsonObject overrides() {
        return open.object("overrides");
    }

    /** Quantities that somebody set by hand, as they were sent. */
    public JsonObject manual() {
        return open.object(QUANTITIES, "manual");
    }

    public Quantities account() {
        return quantities(Part.ACCOUNT);
    }

    /** The sum over all descendants. */
    public Quantities cascade() {
        return quantities(Part.CASCADE);
    }

    /** One part of the quantities. */
    public Quantities quantities(Part part) {
        return Quantities.read(open.object(QUANTITIES, part.key()));
    }

    public ServiceRecord withPlans(JsonObject plans) {
        return with(plans, "plans");
    }

    public ServiceRecord withOverrides(JsonObject overrides) {
        return with(overrides, "overrides");
    }

    public ServiceRecord withManual(JsonObject manual) {
        return with(manual, QUANTITIES, "manual");
    }

    /** The same with other quantities of a part that the server counts. */
    public ServiceRecord withQuantities(Part part, Quantities quantities) {
        return with(quantities.json(), QUANTITIES, part.key());
    }

    public ServiceRecord with(Json value, String... path) {
        return new ServiceRecord(open.with(value, path));
    }

    public ServiceRecord without(String key) {
        return new ServiceRecord(open.without(key));
    }

    /** Saves it as the record of an account that exists, unless it already is. */
    public void save(String account, Transaction transaction) {
        Document before = document(transaction.existing(account));
        if (before == null) {
            String id = Hash.md5(account + "/services");
            transaction.put(account, Document.create(id, TYPE, open, JsonObject.EMPTY, transaction.now()));
        } else if (!before.open().equals(open)) {
            transaction.put(account, before.next(open, transaction.now()));
        }
    }
}
