package io.github.kazoomock.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends one request again and again over a few connections that are kept open, each waiting for its answer before it
 * sends the next.
 *
 * @param request the bytes of one request
 */
record Load(int port, byte[] request, int connections) {
    private static final int PATIENCE_MS = 10_000;

    static Load of(int port, String head, int connections) {
        return new Load(port, head.getBytes(StandardCharsets.US_ASCII), connections);
    }

    /** Whole answers a second over this time. */
    double rate(Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Callable<Long>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(() -> exchanges(end));
            }
            long answers = 0;
            for (Future<Long> client : threads.invokeAll(clients)) {
                answers += client.get();
            }
            return answers * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One answer, head and body. */
    byte[] once() throws IOException {
        try (Socket socket = open()) {
            byte[] buffer = new byte[64 * 1024];
            socket.getOutputStream().write(request);
            int length = answer(socket.getInputStream(), buffer);
            return Arrays.copyOf(buffer, length);
        }
    }

    private long exchanges(long end) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long count = 0;
        try (Socket socket = open()) {
            InputStream in = socket.getInputStream();
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                answer(in, buffer);
                count++;
            }
        }
        return count;
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** Reads one answer of 200 with a content length; returns its size. */
    private static int answer(InputStream in, byte[] buffer) throws IOException {
        int size = 0;
        int whole = -1;
        while (whole < 0 || size < whole) {
            int read = in.read(buffer, size, buffer.length - size);
            if (read < 0) {
                throw new IOException("the server closed the connection");
            }
            size += read;
            if (whole < 0) {
                whole = size(buffer, size);
            }
        }
        return whole;
    }

    private static int size(byte[] buffer, int filled) throws IOException {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                String head = new String(buffer, 0, i, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
                int at = head.indexOf("content-length: ");
                if (!head.startsWith("http/1.1 200") || at < 0) {
                    throw new IOException("not the answer that is measured: " + head);
                }
                int end = head.indexOf('\r', at);
                return i + 1 + Integer.parseInt(head.substring(at + "content-length: ".length(), end));
            }
        }
        return -1;
    }
}
