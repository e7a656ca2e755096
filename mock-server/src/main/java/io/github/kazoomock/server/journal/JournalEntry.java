package io.github.kazoomock.server.journal;

import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and how it was answered; everything is kept by reference, and put into words when somebody asks.
 *
 * @param requestId of the envelope; null for requests that were refused before they got one
 * @param time by the sandbox's clock
 * @param path as it was sent, with the prefix of the sandbox
 * @param inside the same without that prefix
 * @param operation that served it; empty when none did
 * @param reason for a refusal, why, in a few words; else empty
 * @param fault what the fault rule is called that it met; empty for none
 * @param accountId of the path, else of the token
 * @param trail of a refusal
 * @param events every document that it changed, reactions included
 */
public record JournalEntry(
        @Nullable String requestId,
        Instant time,
        long nanos,
        String method,
        String path,
        String inside,
        @Nullable String query,
        Map<String, List<String>> requestHeaders,
        Content request,
        int status,
        Map<String, String> responseHeaders,
        Content response,
        String operation,
        String reason,
        String fault,
        @Nullable String accountId,
        @Nullable Trail trail,
        List<Event> events) {
    /** The record itself, its small parts, and what is not counted one by one. */
    private static final int BASE = 512;

    private static final int HEADER = 96;

    /** About how many bytes of memory it holds. */
    long weight() {
        long weight = (long) BASE + path.length() + request.bytes().length + response.bytes().length;
        weight += query == null ? 0 : query.length();
        for (Map.Entry<String, List<String>> header : requestHeaders.entrySet()) {
            weight += HEADER;
            for (String value : header.getValue()) {
                weight += value.length();
            }
        }
        weight += (long) HEADER * responseHeaders.size();
        for (Event event : events) {
            weight += weight(event.before(), event.after()) + weight(event.after(), event.before());
        }
        return weight;
    }

    /** A document and those of its files that the other one does not have. */
    private static long weight(@Nullable Document one, @Nullable Document other) {
        if (one == null) {
            return 0;
        }
        long weight = one.weight();
        for (Map.Entry<String, Attachment> file : one.attachments().entrySet()) {
            boolean shared = other != null && other.attachments().get(file.getKey()) == file.getValue();
            weight += shared ? 0 : file.getValue().held();
        }
        return weight;
    }

    /** True when a body was too long to be kept whole. */
    public boolean isCut() {
        return request.isCut() || response.isCut();
    }

    /** True when an operation of the mock answered it, if only with a refusal; preflights are no operation's. */
    public boolean isServed() {
        return !operation.isEmpty() || (method.equals("OPTIONS") && status == 200);
    }
}
