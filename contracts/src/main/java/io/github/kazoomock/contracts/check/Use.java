package io.github.kazoomock.contracts.check;

import io.github.kazoomock.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that a consumer sends, and what it reads of the reply.
 *
 * @param source the file
 * @param name in its file: the description of an interaction, number and time of an entry
 * @param isRecorded it took place and nobody said what the reply should be: an entry of a HAR
 * @param path raw, without host and without the prefix of a sandbox
 * @param query decoded names; values are of no interest and may be secret
 * @param headers by lower-case name
 * @param body of the request; null for none, and where the file left it out
 * @param status of the reply
 * @param reply the body that is expected; null for none, or none that is JSON
 */
record Use(
        String source,
        String name,
        boolean isRecorded,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body,
        int status,
        @Nullable Json reply,
        MatchingRules rules) {

    Use {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The media type of the request's body, in lower case; empty when it has none. */
    String mediaType() {
        String type = headers.getOrDefault("content-type", "");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The verb that is meant: {@code verb} of the query tunnels another. */
    String verb() {
        boolean isFixed = method.equals("OPTIONS") || method.equals("HEAD");
        return isFixed
                ? method
                : Optional.ofNullable(query.get("verb"))
                        .map(verb -> verb.toUpperCase(Locale.ROOT))
                        .orElse(method);
    }

    /** Method and path as a report may show them. */
    String line() {
        return method + " " + Masked.path(path);
    }

    /** The keys of the query, in order of the alphabet. */
    List<String> keys() {
        return query.keySet().stream().sorted().toList();
    }
}
