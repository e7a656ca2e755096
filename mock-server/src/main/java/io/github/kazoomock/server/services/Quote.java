package io.github.kazoomock.server.services;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of documents adds to the invoices of an account; its plans are taken as they are afterwards, so that
 * changing plans is never quoted (services sheet 4.4).
 */
public record Quote(Account account, ServiceRecord services, List<Invoice> invoices, List<InvoiceChange> changes) {

    /** The quote of an account's services for what a transaction did; null when nothing is billed. */
    public static @Nullable Quote of(String accountId, Transaction transaction) {
        Account after = transaction.account(accountId);
        ServiceRecord services = ServiceRecord.of(after);
        if (after == null || services.plans().isEmpty()) {
            return null;
        }
        ServiceRecord before = ServiceRecord.of(transaction.base().account(accountId));
        Counts counts = Counts.of(services);
        Counts earlier = new Counts(before.account(), before.cascade(), counts.manual());
        if (counts.equals(earlier)) {
            return null;
        }
        Plans plans = Plans.of(transaction.world(), after, services);
        List<Invoice> invoices = plans.invoices(counts);
        return new Quote(after, services, invoices, InvoiceChange.between(plans.invoices(earlier), invoices));
    }

    /** True when anything has to be accepted. */
    public boolean adds() {
        return changes.stream().anyMatch(InvoiceChange::adds);
    }

    /** What is due when it is accepted. */
    public double amount() {
        return changes.stream().mapToDouble(InvoiceChange::amount).sum();
    }
}
