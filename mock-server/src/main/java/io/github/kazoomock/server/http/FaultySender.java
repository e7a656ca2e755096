package io.github.kazoomock.server.http;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.faults.Hit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Puts an answer on the wire late, slowly, in part or not at all, as a fault rule says; what it did stays done. */
final class FaultySender {
    private static final byte[] NOTHING = new byte[0];
    private static final int SLICES_PER_SECOND = 10;

    private final Answer answer;
    private final Hit hit;
    private final Incoming in;
    private final HttpServletResponse response;

    private FaultySender(Answer answer, Hit hit, Incoming in, HttpServletResponse response) {
        this.answer = answer;
        this.hit = hit;
        this.in = in;
        this.response = response;
    }

    static void send(Answer answer, Hit hit, Incoming in, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new FaultySender(answer, hit, in, response).send(request);
    }

    private void send(HttpServletRequest request) throws IOException {
        sleep(hit.delay());
        switch (hit.damage()) {
            case RESET -> reset(request);
            case EMPTY -> write(NOTHING);
            case MALFORMED -> write(half(answer.body()));
            case TRUNCATED -> truncated(request);
            case NONE -> write(answer.body());
        }
    }

    private void write(byte[] content) throws IOException {
        byte[] body = AnswerSender.head(answer, content, in, response);
        if (hit.bytesPerSecond() == 0) {
            response.getOutputStream().write(body);
            response.flushBuffer();
            return;
        }
        int slice = Math.max(1, hit.bytesPerSecond() / SLICES_PER_SECOND);
        OutputStream out = response.getOutputStream();
        for (int from = 0; from < body.length; from += slice) {
            out.write(body, from, Math.min(slice, body.length - from));
            response.flushBuffer();
            sleep(1000L * slice / hit.bytesPerSecond());
        }
    }

    private void truncated(HttpServletRequest request) throws IOException {
        byte[] body = AnswerSender.head(answer, answer.body(), in, response);
        response.getOutputStream().write(half(body));
        response.flushBuffer();
        endPoint(request).close();
    }

    /** Closing a socket that must not linger makes the peer see a reset. */
    private static void reset(HttpServletRequest request) throws IOException {
        EndPoint endPoint = endPoint(request);
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
    }

    private static EndPoint endPoint(HttpServletRequest request) {
        return ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static void sleep(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the server stops").initCause(e);
        }
    }
}
