package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One bookkeeper's invoice before and after a change (services sheet 4.2 and 4.4). */
public record InvoiceChange(Invoice before, Invoice after) {

    /** Pairs the invoices of the same bookkeepers; what is missing on one side is empty there. */
    public static List<InvoiceChange> between(List<Invoice> before, List<Invoice> after) {
        Set<Bookkeeper> keepers = new LinkedHashSet<>();
        after.forEach(invoice -> keepers.add(invoice.bookkeeper()));
        before.forEach(invoice -> keepers.add(invoice.bookkeeper()));
        return keepers.stream()
                .map(keeper -> new InvoiceChange(of(before, keeper), of(after, keeper)))
                .toList();
    }

    private static Invoice of(List<Invoice> invoices, Bookkeeper keeper) {
        return invoices.stream()
                .filter(invoice -> invoice.bookkeeper().equals(keeper))
                .findFirst()
                .orElse(Invoice.empty(keeper));
    }

    /** A line with what became of it; null when it is as it was. */
    private record Line(
            InvoiceItem item,
            @Nullable InvoiceItem earlier,
            @Nullable JsonObject changes) {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (InvoiceItem item : after.items()) {
            InvoiceItem earlier = before.item(item.key());
            lines.add(new Line(item, earlier, item.changesSince(earlier, false)));
        }
        for (InvoiceItem earlier : before.items()) {
            if (after.item(earlier.key()) == null) {
                InvoiceItem gone = earlier.gone();
                lines.add(new Line(gone, earlier, gone.changesSince(earlier, true)));
            }
        }
        return lines;
    }

    /** True when any item moved. */
    public boolean moves() {
        return lines().stream().anyMatch(line -> line.changes() != null);
    }

    /** True when more is to be paid for, at whatever rate (trap 18). */
    public boolean adds() {
        return lines().stream()
                .anyMatch(line -> line.item().billable()
                        > (line.earlier() == null ? 0 : line.earlier().billable()));
    }

    /** What accepting it costs: additions at their rate, and activation. */
    public double amount() {
        double sum = 0;
        for (Line line : lines()) {
            long more = line.item().billable()
                    - (line.earlier() == null ? 0 : line.earlier().billable());
            sum += more * line.item().plan().rate();
        }
        return sum
                + activations().stream()
                        .mapToDouble(InvoiceItem.Activation::total)
                        .sum();
    }

    private List<InvoiceItem.Activation> activations() {
        return lines().stream()
                .map(line -> line.item().activationSince(line.earlier()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The invoice as it is afterwards, its items telling what changed. */
    public JsonObject json() {
        List<Json> items = new ArrayList<>();
        double recurring = 0;
        for (Line line : lines()) {
            JsonObject item = line.item().json();
            items.add(line.changes() == null ? item : item.with(line.changes(), "changes"));
            recurring += line.item().total();
        }
        double today = activations().stream()
                .mapToDouble(InvoiceItem.Activation::total)
                .sum();
        return JsonObject.builder()
                .put(
                        "activation_charges",
                        new JsonArray(activations().stream()
                                .<Json>map(InvoiceItem.Activation::json)
                                .toList()))
                .put("items", new JsonArray(items))
                .put("taxes", JsonArray.EMPTY)
                .put("summary", JsonObject.of("today", Json.of(today), "recurring", Json.of(recurring)))
                .put("plan", after.plan())
                .put("bookkeeper", after.bookkeeper().json())
                .build();
    }
}
