package io.github.kazoomock.schemas;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A URL that KAZOO is willing to call: http or https, with a host that is not the machine itself (core sheet 7.3, the
 * default black list).
 */
final class ClientUrl {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> REFUSED_HOSTS = Set.of("localhost", "127.0.0.1", "0.0.0.0");

    private ClientUrl() {}

    /** KAZOO's message for a URL it would not call; null for a good one and for a value that is no string. */
    static @Nullable String refuse(JsonNode value) {
        return !value.isString() || callable(value.stringValue()) ? null : "invalid client URL";
    }

    private static boolean callable(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            return scheme != null
                    && SCHEMES.contains(lower(scheme))
                    && host != null
                    && !REFUSED_HOSTS.contains(lower(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
