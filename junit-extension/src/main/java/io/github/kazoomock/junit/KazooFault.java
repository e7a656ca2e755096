package io.github.kazoomock.junit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault and what became of it.
 *
 * @param hits how many requests it hit
 * @param rule what it was armed with, as the mock reads it
 */
public record KazooFault(String id, long hits, Map<String, @Nullable Object> rule) {

    static KazooFault of(Map<String, @Nullable Object> fault) {
        return new KazooFault(
                String.valueOf(fault.get("id")), fault.get("hits") instanceof Long hits ? hits : 0, fault);
    }
}
