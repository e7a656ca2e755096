package io.github.kazoomock.contracts.target;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.export.Request;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where an API is: what stands for the {@code /v2} of requests.
 *
 * @param root without a slash at its end: {@code https://kazoo.example.com:8443/v2}
 */
public record BaseUrl(String root) {
    private static final String API = "/v2";
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads what a user gave; without a path it is {@code /v2}.
     *
     * @throws UsageError when it is no plain http or https url
     */
    public static BaseUrl of(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw wrong(shown(text), "is no url");
        }
        if (uri.getUserInfo() != null) {
            throw wrong(shown(text), "has credentials in it; give them as --credentials FILE");
        }
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw wrong(text, "is no url of a server");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(shown(text), "has a query or a fragment");
        }
        String path = uri.getRawPath().replaceAll("/+$", "");
        return new BaseUrl(uri.getScheme() + "://" + uri.getRawAuthority() + (path.isEmpty() ? API : path));
    }

    /** True for a server on this machine, which nobody else minds. */
    public boolean isLocal() {
        return LOCAL.contains(URI.create(root).getHost());
    }

    /**
     * The url of a request.
     *
     * @throws NotSent when it is not below {@code /v2}, or no url at all
     */
    URI of(Request request) {
        String path = request.path();
        if (!path.equals(API) && !path.startsWith(API + "/")) {
            throw new NotSent(path + " is not below " + API);
        }
        String query = request.query().stream()
                .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
                .collect(Collectors.joining("&"));
        try {
            return new URI(root + path.substring(API.length()) + (query.isEmpty() ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new NotSent(path + " is no path that can be sent: " + e.getReason());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without what may be a password. */
    private static String shown(String text) {
        return text.replaceAll("//[^/]*@", "//").replaceAll("[?#].*", "");
    }

    private static UsageError wrong(String text, String what) {
        return new UsageError("--target '" + text + "' " + what + "; use one like https://kazoo.example.com:8443/v2");
    }
}
