package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.world.Transaction;

/** What an operation does: reads and writes the transaction, answers a reply or a problem. */
public interface Handler {
    /**
     * Answers one call.
     *
     * @throws Refusal instead of returning a problem, from any depth
     */
    Outcome handle(Call call, Transaction transaction);
}
