package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Caller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a path into its nouns (core sheet 2). */
final class Paths {
    private Paths() {}

    /** The digits behind {@code /v}; null for a path outside of the API. */
    static @Nullable String version(String rawPath) {
        int end = 2;
        while (end < rawPath.length() && Character.isDigit(rawPath.charAt(end))) {
            end++;
        }
        boolean isApi = rawPath.startsWith("/v") && end > 2 && (end == rawPath.length() || rawPath.charAt(end) == '/');
        return isApi ? rawPath.substring(2, end) : null;
    }

    /**
     * Decoded segments behind the version; a trailing slash never matters, inner empty segments stay.
     *
     * @throws IllegalArgumentException on broken percent-encoding
     */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/")) {
            segments.add(Percent.decode(segment, false));
        }
        return segments.size() < 2 ? List.of() : segments.subList(2, segments.size());
    }

    /**
     * The nouns of a path, {@code account} standing for the caller's own; empty when its first segment is no endpoint's
     * name.
     *
     * @throws Refusal when {@code account} is asked for without a caller
     */
    static List<PathNoun> nouns(List<String> segments, @Nullable Caller caller) {
        if (segments.isEmpty() || !segments.get(0).equals("account")) {
            return nouns(segments);
        }
        if (caller == null) {
            throw Problems.expiredCredentials().refusal();
        }
        List<String> spelt = new ArrayList<>(List.of("accounts", caller.accountId()));
        spelt.addAll(segments.subList(1, segments.size()));
        return nouns(spelt);
    }

    /** With the noun that {@code account} stands for, whosever it is. */
    static List<String> spelt(List<String> segments) {
        if (segments.isEmpty() || !segments.get(0).equals("account")) {
            return segments;
        }
        List<String> spelt = new ArrayList<>(List.of("accounts", "account"));
        spelt.addAll(segments.subList(1, segments.size()));
        return spelt;
    }

    static List<PathNoun> nouns(List<String> segments) {
        List<PathNoun> nouns = new ArrayList<>();
        int at = 0;
        while (at < segments.size()) {
            String name = segments.get(at);
            if (!EndpointNames.ALL.contains(name)) {
                return List.of(); // only the first can be: the inner loop takes all others
            }
            int end = at + 1;
            while (end < segments.size()
                    && (EndpointNames.SWALLOWING.contains(name) || !EndpointNames.ALL.contains(segments.get(end)))) {
                end++;
            }
            nouns.add(new PathNoun(name, segments.subList(at + 1, end)));
            at = end;
        }
        return nouns;
    }
}
