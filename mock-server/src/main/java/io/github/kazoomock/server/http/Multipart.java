package io.github.kazoomock.server.http;

import io.github.kazoomock.server.crossbar.FilePart;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Takes a multipart body apart. */
final class Multipart extends MultiPart.AbstractPartsListener {
    private final List<FilePart> parts = new ArrayList<>();
    private final List<byte[]> chunks = new ArrayList<>();
    private boolean complete;

    private Multipart() {}

    /**
     * The parts of a body, in their order; none when it is not multipart or cannot be read.
     *
     * @param contentType as sent, with its boundary
     */
    static List<FilePart> parts(@Nullable String contentType, byte[] body) {
        if (contentType == null || !contentType.regionMatches(true, 0, "multipart/", 0, 10)) {
            return List.of();
        }
        String boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isEmpty()) {
            return List.of();
        }
        Multipart listener = new Multipart();
        try {
            new MultiPart.Parser(boundary, listener).parse(Content.Chunk.from(ByteBuffer.wrap(body), true));
        } catch (RuntimeException e) {
            return List.of();
        }
        return listener.complete ? List.copyOf(listener.parts) : List.of();
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        ByteBuffer buffer = chunk.getByteBuffer().slice();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        chunks.add(bytes);
    }

    @Override
    public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
        Map<String, List<String>> values = new HashMap<>();
        for (HttpField field : headers) {
            values.computeIfAbsent(field.getLowerCaseName(), key -> new ArrayList<>())
                    .add(String.valueOf(field.getValue()));
        }
        parts.add(new FilePart(values, fileName, joined()));
        chunks.clear();
    }

    private byte[] joined() {
        byte[] all = new byte[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        complete = false;
    }
}
