package io.github.kazoomock.server.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code If-Match} and {@code If-None-Match}, evaluated after validation (core sheet 6.4). */
final class Preconditions {
    private static final java.util.regex.Pattern TAG = java.util.regex.Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*");

    private record Tag(boolean weak, String value) {}

    private Preconditions() {}

    /**
     * Whether the request may go on: 0, or the status that ends it.
     *
     * @param verb the verb of the HTTP request
     * @param current the revision that tags compare with; null when the reply has no tag
     * @param weak whether that tag is a weak one
     * @return 0, 304 or 412
     * @throws Refusal with 400, without a body, for a tag that is none
     */
    static int check(Incoming in, Verb verb, @Nullable String current, boolean weak) {
        String match = in.joined("if-match");
        if (match != null && !matches(match, verb == Verb.PUT ? null : current, weak, true)) {
            return 412;
        }
        String noneMatch = in.joined("if-none-match");
        if (noneMatch == null || verb == Verb.PUT) {
            return 0;
        }
        boolean matches = matches(noneMatch, current, weak, false);
        if (current == null) {
            return 412;
        }
        return matches ? (verb == Verb.GET ? 304 : 412) : 0;
    }

    private static boolean matches(String header, @Nullable String current, boolean weak, boolean strong) {
        if (header.strip().equals("*")) {
            return current != null;
        }
        return tags(header).stream().anyMatch(tag -> tag.value.equals(current) && !(strong && (weak || tag.weak)));
    }

    private static List<Tag> tags(String header) {
        List<Tag> tags = new ArrayList<>();
        for (String part : header.split(",")) {
            Matcher tag = TAG.matcher(part);
            if (!tag.matches()) {
                throw Problem.bare(400).refusal();
            }
            tags.add(new Tag(tag.group(1) != null, tag.group(2)));
        }
        return tags;
    }
}
