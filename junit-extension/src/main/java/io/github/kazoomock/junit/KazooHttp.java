package io.github.kazoomock.junit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small client of the API, to arrange and to look; immutable. Paths begin below {@code /v2/}. */
public final class KazooHttp {
    static final String TOKEN = "X-Auth-Token";

    private final Wire wire;
    private final URI apiRoot;
    private final Map<String, String> headers;

    KazooHttp(Wire wire, URI apiRoot, Map<String, String> headers) {
        this.wire = wire;
        this.apiRoot = apiRoot;
        this.headers = Map.copyOf(headers);
    }

    /** The same client with a header of its own. */
    public KazooHttp with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new KazooHttp(wire, apiRoot, more);
    }

    /** The same client with another token. */
    public KazooHttp as(String token) {
        return with(TOKEN, token);
    }

    public KazooReply get(String path) {
        return send("GET", path, null);
    }

    /** Sends {@code {"data": data}}. */
    public KazooReply put(String path, Map<String, ?> data) {
        return send("PUT", path, data);
    }

    /** Sends {@code {"data": data}}. */
    public KazooReply post(String path, Map<String, ?> data) {
        return send("POST", path, data);
    }

    /** Sends {@code {"data": data}}. */
    public KazooReply patch(String path, Map<String, ?> data) {
        return send("PATCH", path, data);
    }

    public KazooReply delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Sends a request.
     *
     * @param data of maps, lists, texts, numbers and booleans; null for no body
     */
    public KazooReply send(String method, String path, @Nullable Map<String, ?> data) {
        byte @Nullable [] body =
                data == null ? null : JsonText.of(Map.of("data", data)).getBytes(StandardCharsets.UTF_8);
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (body != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        return new KazooReply(method + " " + path, wire.send(method, apiRoot.resolve(path), all, body));
    }
}
