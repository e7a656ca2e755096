package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.journal.Journal;
import io.github.kazoomock.server.sandbox.Sandbox;

/** Answers requests to {@code /v2}: the whole way of a request but the socket. */
public final class Crossbar {
    private final OperationTable table;
    private final Identities identities;
    private final Quotes quotes;
    private final Timestamps timestamps = new Timestamps();

    public Crossbar(OperationTable table, Identities identities, Quotes quotes) {
        this.table = table;
        this.identities = identities;
        this.quotes = quotes;
    }

    /** What a request comes to in this sandbox, which its journal knows before the client does; never throws. */
    public Answer answer(Incoming in, Sandbox sandbox) {
        Exchange exchange = new Exchange(this, in, sandbox);
        Journal journal = sandbox.journal();
        if (journal == null) {
            return exchange.answer();
        }
        long began = System.nanoTime();
        Answer answer = exchange.answer();
        journal.add(exchange.entry(answer, System.nanoTime() - began));
        return answer;
    }

    public OperationTable table() {
        return table;
    }

    Quotes quotes() {
        return quotes;
    }

    Identities identities() {
        return identities;
    }

    Timestamps timestamps() {
        return timestamps;
    }
}
