package io.github.kazoomock.junit;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply of the API; what is in it comes as String, Long, Double, Boolean, List and Map. */
public final class KazooReply {
    private final String request;
    private final HttpResponse<byte[]> reply;

    KazooReply(String request, HttpResponse<byte[]> reply) {
        this.request = request;
        this.reply = reply;
    }

    public int status() {
        return reply.statusCode();
    }

    /** The body as it came. */
    public String text() {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /** The body as it came. */
    public byte[] bytes() {
        return reply.body().clone();
    }

    /** A header's first value; empty when there is none. */
    public Optional<String> header(String name) {
        return reply.headers().firstValue(name);
    }

    /**
     * What stands at a path of the body.
     *
     * @param path keys and indexes from 0, with dots between them: {@code data.0.name}
     * @return String, Long, Double, Boolean, List or Map; empty for null and where nothing stands
     * @throws IllegalArgumentException when the body is no JSON
     */
    public Optional<Object> at(String path) {
        return Optional.ofNullable(Json.at(Json.read(text()), path));
    }

    /** The text of what stands at a path; empty where nothing does. */
    public String textAt(String path) {
        return at(path).map(Object::toString).orElse("");
    }

    /** The array at a path; empty where there is none. */
    public List<@Nullable Object> listAt(String path) {
        return Json.list(at(path).orElse(null));
    }

    /** The object at a path; empty where there is none. */
    public Map<String, @Nullable Object> mapAt(String path) {
        return Json.map(at(path).orElse(null));
    }

    /** The object that is the reply's data; empty when it is a list or a text. */
    public Map<String, @Nullable Object> data() {
        return mapAt("data");
    }

    /**
     * This reply, if it has this status.
     *
     * @throws AssertionError with the request and the reply, if it has another
     */
    public KazooReply expect(int status) {
        if (status() != status) {
            throw new AssertionError(request + " was answered with " + status() + ", not " + status + ": " + text());
        }
        return this;
    }

    @Override
    public String toString() {
        return request + " -> " + status() + " " + text();
    }
}
