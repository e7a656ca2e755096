package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.server.crossbar.NearestWord;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.QueryKey;
import io.github.kazoomock.server.crossbar.RequestLine;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Method, path and query of a request. */
record LineCheck(Api api) {
    /** Query keys by which browsers' libraries get around caches; servers have never read them. */
    private static final Set<String> AROUND_CACHES = Set.of("_", "_dc", "nocache", "cachebuster");

    /** What is wrong with method and path; null when nothing is, or the consumer expects just that refusal. */
    @Nullable
    Finding line(Use use, RequestLine line) {
        if (line instanceof RequestLine.OtherVerb other) {
            return isExpected(use, 405)
                    ? null
                    : new Finding(
                            "wrong verb",
                            use.line(),
                            either(other.allowed().stream()
                                    .map(Verb::name)
                                    .sorted()
                                    .toList()),
                            use.verb() + ", which is answered with 405");
        }
        if (isExpected(use, 404)) {
            return null;
        }
        if (line instanceof RequestLine.Unknown unknown) {
            String near = unknown.near().isEmpty()
                    ? "a path that KAZOO has: kazoo-mock operations lists them"
                    : either(unknown.near());
            return new Finding("unknown path", use.line(), near, "a path that nothing serves");
        }
        if (line instanceof RequestLine.Elsewhere) {
            return new Finding("unknown path", use.line(), "a path that begins with /v2", "one outside of the API");
        }
        if (line instanceof RequestLine.NoAccount without) {
            String path = without.operation().templates().get(0).substring(1);
            return new Finding(
                    "no account", use.line(), without.operation().verb() + " " + path, "a path without account");
        }
        return line instanceof RequestLine.LeftOut out ? leftOut(use, out.operation()) : null;
    }

    private Finding leftOut(Use use, Operation operation) {
        if (operation.legacy() && !api.servesLegacy()) {
            return new Finding(
                    "older path",
                    use.line(),
                    "a path of newest KAZOO, or --legacy on",
                    operation.id() + ", which only older KAZOO serves");
        }
        return new Finding(
                "path of another profile",
                use.line(),
                "--profile " + other(operation),
                operation.id() + ", which " + api.profile().name() + " does not serve");
    }

    private static String other(Operation operation) {
        return Profile.names().stream()
                .flatMap(name -> Profile.named(name).stream())
                .filter(profile -> operation.isServed(profile, true))
                .map(Profile::name)
                .collect(Collectors.joining(" or "));
    }

    /** Only who wrote a contract expects a refusal; a recording shows what happened. */
    private static boolean isExpected(Use use, int status) {
        return !use.isRecorded() && use.status() == status;
    }

    /** Query keys without effect. */
    List<Finding> query(Use use, Operation operation) {
        List<Finding> findings = new ArrayList<>();
        for (String key : use.keys()) {
            Optional<QueryKey> known = operation.queryKeys().stream()
                    .filter(each -> each.covers(key))
                    .findFirst();
            if (known.isEmpty() && !AROUND_CACHES.contains(key)) {
                findings.add(unknown(key, operation));
            } else if (known.isPresent() && !known.get().isRead(api.profile())) {
                findings.add(new Finding(
                        "query key of another profile",
                        "query " + key,
                        "--profile " + Profile.KAZOO_5.name(),
                        "a key that " + api.profile().name() + " does not read"));
            }
        }
        return findings;
    }

    private Finding unknown(String key, Operation operation) {
        List<String> known = operation.queryKeys().stream()
                .filter(each -> each.isRead(api.profile()))
                .map(QueryKey::name)
                .sorted()
                .toList();
        List<String> own = operation.queries().stream()
                .filter(each -> each.isRead(api.profile()))
                .map(QueryKey::name)
                .sorted()
                .toList();
        String usual = own.isEmpty()
                ? "none: " + operation.id() + " reads no key of its own"
                : "one that " + operation.id() + " reads: " + String.join(", ", own);
        return new Finding(
                "unknown query key", "query " + Masked.word(key), nearest(key, known, usual), "a key without effect");
    }

    /** The word that was meant, or the other text when none is near. */
    static String nearest(String typed, Collection<String> words, String otherwise) {
        return NearestWord.suggestion(typed, words, otherwise).replaceFirst("^did you mean (.*)\\?$", "$1");
    }

    static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
