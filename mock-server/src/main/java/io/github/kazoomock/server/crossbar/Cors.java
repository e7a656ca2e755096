package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What browsers on other origins need to see (core sheet 6.2, decision H14). */
final class Cors {
    private static final String ALLOW_HEADERS = "content-type, depth, user-agent, x-http-method-override, x-file-size,"
            + " x-requested-with, if-modified-since, x-file-name, cache-control, x-auth-token, x-kazoo-cluster-id,"
            + " if-match";
    private static final String EXPOSE_HEADERS =
            "content-type, x-auth-token, x-request-id, x-kazoo-cluster-id, location, etag";
    private static final String ALL_METHODS = "OPTIONS, GET, POST, PUT, DELETE, HEAD, PATCH, OPTIONS";

    private Cors() {}

    /** @param allowed what the resource allows; null for answers that came before it was known */
    static Map<String, String> headers(Incoming in, Profile profile, @Nullable Set<Verb> allowed) {
        boolean newest = profile.does(Decision.CORS_ALLOWS_AUTHORIZATION);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("access-control-allow-origin", "*");
        headers.put("access-control-allow-methods", methods(in, allowed));
        headers.put("access-control-allow-headers", newest ? ALLOW_HEADERS + ", authorization" : ALLOW_HEADERS);
        headers.put("access-control-expose-headers", newest ? EXPOSE_HEADERS : EXPOSE_HEADERS + ", etag");
        headers.put("access-control-max-age", "86400");
        return headers;
    }

    private static String methods(Incoming in, @Nullable Set<Verb> allowed) {
        if (allowed == null) {
            return ALL_METHODS;
        }
        Set<String> methods = new LinkedHashSet<>();
        methods.add("OPTIONS");
        methods.addAll(allowed.stream().map(Verb::name).collect(Collectors.toCollection(LinkedHashSet::new)));
        String asked = in.header("access-control-request-method");
        String list = String.join(", ", methods);
        return asked == null
                        || asked.isBlank()
                        || methods.contains(asked)
                        || Verb.of(asked).isEmpty()
                ? list
                : asked + ", " + list;
    }
}
