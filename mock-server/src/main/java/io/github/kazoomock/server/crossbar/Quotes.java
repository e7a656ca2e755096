package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/** Asked before changes are kept: whether they cost something that nobody accepted yet (core sheet 7.5). */
public interface Quotes {
    /** Everything is free. */
    Quotes NONE = (call, transaction) -> null;

    /**
     * The refusal, or null.
     *
     * @param transaction with everything that the call changed, and what followed from it
     */
    @Nullable
    Problem check(Call call, Transaction transaction);
}
