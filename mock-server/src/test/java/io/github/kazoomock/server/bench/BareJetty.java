package io.github.kazoomock.server.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** Jetty alone, answering everything with the bytes that the mock answered: as fast as anything on it could be. */
final class BareJetty implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector;

    /** @param answer head and body of the answer to repeat */
    BareJetty(byte[] answer) throws Exception {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<HttpField> fields = new ArrayList<>();
        for (String line : text.substring(0, end).split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.add(new HttpField(line.substring(0, colon), line.substring(colon + 2)));
            }
        }
        HttpConfiguration http = new HttpConfiguration();
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Repeating(fields, text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1)));
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static final class Repeating extends Handler.Abstract {
        private final List<HttpField> fields;
        private final byte[] body;

        Repeating(List<HttpField> fields, byte[] body) {
            this.fields = fields;
            this.body = body;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            fields.forEach(response.getHeaders()::add);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
