package io.github.kazoomock.server.services;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes quantities down, and into an account's history what moved; the master keeps no history (decision S6). */
public final class Books {
    private final Transaction transaction;
    private final Cause why;

    public Books(Transaction transaction, Cause why) {
        this.transaction = transaction;
        this.why = why;
    }

    /**
     * Brings the record of an account to its new quantities.
     *
     * @param origin the account whose documents changed
     */
    void settle(String id, String origin, Quantities own, Quantities below) {
        Account account = transaction.account(id);
        if (account == null) {
            return; // it went, and its books with it
        }
        ServiceRecord services = ServiceRecord.of(account);
        services = services.withQuantities(Part.ACCOUNT, services.account().plus(own))
                .withQuantities(Part.CASCADE, services.cascade().plus(below));
        services.save(id, transaction);
        if (!account.tree().isEmpty()) {
            record(transaction.existing(id), origin, services);
        }
    }

    private void record(Account account, String origin, ServiceRecord services) {
        World world = transaction.base();
        Account earlier = world.account(account.id());
        ServiceRecord before = ServiceRecord.of(earlier);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            Quantities now = services.quantities(part);
            for (ItemKey key : now.differing(before.quantities(part))) {
                parts.add(part);
                long quantity = now.count(key);
                long delta = quantity - before.quantities(part).count(key);
                transaction.append(account.id(), new QuantityChange(time(), part, key, delta, quantity));
            }
        }
        if (services.plans().isEmpty() && before.plans().isEmpty()) {
            return;
        }
        List<Invoice> invoicesBefore =
                earlier == null ? List.of() : Plans.of(world, earlier, before).invoices(Counts.of(before));
        List<Invoice> invoices =
                Plans.of(transaction.world(), account, services).invoices(Counts.of(services));
        for (InvoiceChange change : InvoiceChange.between(invoicesBefore, invoices)) {
            if (change.moves()) {
                log(account, origin, parts, change);
            }
        }
    }

    /** Writes a log for every invoice as it is, changed or not (services sheet 6.3). */
    public void synchronize(Account account) {
        if (account.tree().isEmpty()) {
            return;
        }
        ServiceRecord services = ServiceRecord.of(account);
        for (Invoice invoice : Plans.of(transaction.world(), account, services).invoices(Counts.of(services))) {
            log(account, account.id(), Set.of(), new InvoiceChange(invoice, invoice));
        }
    }

    private void log(Account account, String origin, Set<Part> parts, InvoiceChange change) {
        Account there = transaction.account(origin);
        Account gone = transaction.base().account(origin);
        Account where = there != null ? there : Objects.requireNonNullElse(gone, account);
        AuditLog.write(transaction, account, where, parts, why, change);
    }

    private long time() {
        return Gregorian.seconds(transaction.now());
    }
}
