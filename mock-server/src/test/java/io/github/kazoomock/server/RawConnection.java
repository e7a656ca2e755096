package io.github.kazoomock.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sends bytes that no well-behaved client would, and reads what comes back; opens a new socket when one was closed. */
final class RawConnection implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private @Nullable Socket socket;

    RawConnection(int port) {
        this.port = port;
    }

    /** What came back. */
    record Response(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends one request, as it is. */
    Response send(byte[] request) throws IOException {
        return send(request, false);
    }

    /** Sends one request with a usual head: request line without the protocol, header lines, body. */
    Response send(String line, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return send(request.toByteArray(), line.startsWith("HEAD "));
    }

    private Response send(byte[] request, boolean bodyless) throws IOException {
        boolean reused = socket != null;
        try {
            return exchange(request, bodyless);
        } catch (IOException e) {
            close();
            if (!reused) {
                throw e;
            }
            return exchange(request, bodyless); // the server had closed the old socket
        }
    }

    private Response exchange(byte[] request, boolean bodyless) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setSoTimeout(PATIENCE_MS);
            open.setTcpNoDelay(true);
            socket = open;
        }
        open.getOutputStream().write(request);
        open.getOutputStream().flush();
        InputStream in = open.getInputStream();
        int status = Integer.parseInt(line(in).split(" ")[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = bodyless || status == 204 || status == 304 ? new byte[0] : body(in, headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        boolean zipped = "gzip".equals(headers.get("content-encoding"));
        return new Response(status, headers, zipped ? unzipped(body) : body);
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
