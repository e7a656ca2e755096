package io.github.kazoomock.server.services;

import java.util.Comparator;

/** What is counted and billed: {@code devices} and {@code sip_device}. */
public record ItemKey(String category, String item) implements Comparable<ItemKey> {
    /** The item that stands for a whole category in a plan. */
    static final String ALL = "_all";

    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::category).thenComparing(ItemKey::item);

    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }
}
