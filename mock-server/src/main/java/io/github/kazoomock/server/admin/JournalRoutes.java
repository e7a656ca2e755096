package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.NearMisses;
import io.github.kazoomock.server.journal.CurlLines;
import io.github.kazoomock.server.journal.EntryView;
import io.github.kazoomock.server.journal.Har;
import io.github.kazoomock.server.journal.Journal;
import io.github.kazoomock.server.journal.JournalEntry;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;

/** What was asked of a sandbox and how it answered: told, waited for, exported and forgotten. */
record JournalRoutes(NearMisses nearMisses) {
    private static final int USUAL_TIMEOUT = 10_000;
    private static final int LONGEST_TIMEOUT = 600_000;

    List<Route> routes() {
        return List.of(
                Route.sandbox("GET", "requests", this::list),
                Route.sandbox("DELETE", "requests", this::clear),
                Route.sandbox("GET", "requests/wait", this::await),
                Route.sandbox("GET", "requests/{id}", this::get),
                Route.sandbox("GET", "requests.har", this::har),
                Route.sandbox("GET", "requests.curl", this::curl));
    }

    private AdminReply list(AdminCall call) {
        WantedRequests wanted = WantedRequests.of(call, List.of());
        List<Journal.Kept> matched = wanted.in(journal(call));
        return Route.json(
                show(wanted.newest(matched), matched.size(), call.sandbox()).build());
    }

    private AdminReply clear(AdminCall call) {
        Journal journal = journal(call);
        int count = journal.entries().size();
        journal.clear();
        return Route.json(JsonObject.of("cleared", Json.of(count)));
    }

    /** A number of the journal, or the id that is in the envelope of the reply. */
    private AdminReply get(AdminCall call) {
        String id = call.path("id");
        List<Journal.Kept> entries = journal(call).entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Journal.Kept kept = entries.get(i);
            if (id.equals(Long.toString(kept.number()))
                    || id.equals(kept.entry().requestId())) {
                return Route.json(show(kept, call.sandbox()));
            }
        }
        throw new BadRequest(
                404,
                "there is no request " + id + "; it was never made, was cleared, or had to give way to newer ones");
    }

    private AdminReply await(AdminCall call) {
        WantedRequests wanted = WantedRequests.of(call, List.of("count", "timeout"));
        int count = WantedRequests.integer(call.query(), "count", 1, 1, Integer.MAX_VALUE);
        int timeout = WantedRequests.integer(call.query(), "timeout", USUAL_TIMEOUT, 0, LONGEST_TIMEOUT);
        Journal.Awaited came;
        try {
            came = journal(call).await(wanted.selection(), count, Duration.ofMillis(timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadRequest(503, "the server stops");
        }
        if (came.over()) {
            throw new BadRequest(404, "sandbox " + call.sandbox().name() + " ended meanwhile");
        }
        int matched = came.matched().size();
        return Route.json(show(wanted.newest(came.matched()), matched, call.sandbox())
                .put("matched", matched)
                .put("count", count)
                .put("timed_out", came.timedOut())
                .build());
    }

    private AdminReply har(AdminCall call) {
        WantedRequests wanted = WantedRequests.of(call, List.of());
        List<Journal.Kept> entries = wanted.newest(wanted.in(journal(call)));
        return Route.json(Har.of(entries, call.root(), Version.text()));
    }

    private AdminReply curl(AdminCall call) {
        WantedRequests wanted = WantedRequests.of(call, List.of());
        List<Journal.Kept> entries = wanted.newest(wanted.in(journal(call)));
        return AdminReply.text("text/plain; charset=UTF-8", CurlLines.of(entries, call.root()));
    }

    static Journal journal(AdminCall call) {
        Journal journal = call.sandbox().journal();
        if (journal == null) {
            throw new BadRequest(409, "no journal is kept; start the server with --journal 32m");
        }
        return journal;
    }

    private JsonObject.Builder show(List<Journal.Kept> entries, int total, Sandbox sandbox) {
        List<Json> all = entries.stream().<Json>map(kept -> show(kept, sandbox)).toList();
        return JsonObject.builder().put("requests", new JsonArray(all)).put("total", total);
    }

    private JsonObject show(Journal.Kept kept, Sandbox sandbox) {
        JournalEntry entry = kept.entry();
        List<String> near = entry.isServed() ? List.of() : nearMisses.of(entry.method(), entry.inside(), sandbox);
        return EntryView.of(kept, near);
    }
}
