package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.LoggedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The requests that no operation served, counted; requests that differ in an id or in the query count as one. */
final class Unserved {
    private static final int MOST = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Map<Request, Long> times = new LinkedHashMap<>();
    private long notListed;

    /** @param path without the query, with {@code {id}} for ids */
    record Request(String method, String path, int status) {}

    synchronized void add(LoggedRequest request) {
        boolean preflight = request.method().equals("OPTIONS") && request.status() == 200;
        if (!request.operation().isEmpty() || preflight) {
            return;
        }
        String path = ID.matcher(request.path().replaceFirst("\\?.*", "")).replaceAll("{id}");
        Request key = new Request(request.method(), path, request.status());
        if (times.containsKey(key) || times.size() < MOST) {
            times.merge(key, 1L, Long::sum);
        } else {
            notListed++;
        }
    }

    /** Each with how often it came, in the order of their first coming. */
    synchronized void forEach(BiConsumer<Request, Long> action) {
        times.forEach(action);
    }

    synchronized boolean isEmpty() {
        return times.isEmpty();
    }

    /** How many requests came after the list was full. */
    synchronized long notListed() {
        return notListed;
    }
}
