package io.github.kazoomock.junit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which requests are meant; immutable: {@code Requests.any().method("PUT").operation("devices.create")}.
 *
 * @param wanted what must hold, by the journal's keys
 */
public record Requests(Map<String, String> wanted) {
    public Requests {
        wanted = Map.copyOf(wanted);
    }

    /** All of them. */
    public static Requests any() {
        return new Requests(Map.of());
    }

    public Requests method(String verb) {
        return with("method", verb);
    }

    /** The path, with or without what stands before {@code /v2}; {@code *} stands for anything. */
    public Requests path(String whole) {
        return with("path", whole);
    }

    /** What served it, like {@code devices.create}; {@code *} stands for anything. */
    public Requests operation(String id) {
        return with("operation", id);
    }

    public Requests status(int code) {
        return with("status", Integer.toString(code));
    }

    private Requests with(String key, String value) {
        Map<String, String> more = new TreeMap<>(wanted);
        more.put(key, value);
        return new Requests(more);
    }

    /** As a query; empty for all. */
    String query() {
        return new TreeMap<>(wanted)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** As words, for messages. */
    String words() {
        return wanted.isEmpty() ? "any request" : "requests with " + new TreeMap<>(wanted);
    }
}
