package io.github.kazoomock.server.http;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Incoming;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire. */
final class AnswerSender {
    /** Smaller bodies are not worth compressing (core sheet 6.1). */
    private static final int COMPRESSED_FROM = 300;

    private AnswerSender() {}

    static void send(Answer answer, Incoming in, HttpServletResponse response) throws IOException {
        byte[] body = head(answer, answer.body(), in, response);
        response.getOutputStream().write(body);
        if (answer.chunked()) {
            response.flushBuffer();
        }
    }

    /**
     * Sets status and headers.
     *
     * @param content the body, which may be another than the answer's
     * @return the bytes to send after them
     */
    static byte[] head(Answer answer, byte[] content, Incoming in, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(null); // Javalin presets one
        answer.headers().forEach(response::setHeader);
        byte[] body = content;
        String accepted = in.header("accept-encoding");
        boolean isFile = answer.headers().containsKey("content-disposition");
        if (accepted != null && accepted.contains("gzip") && body.length > COMPRESSED_FROM && !isFile) {
            body = compressed(body);
            response.setHeader("content-encoding", "gzip");
        }
        if (!answer.chunked() && answer.status() != 204 && answer.status() != 304) {
            response.setContentLength(body.length);
        }
        return body;
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
