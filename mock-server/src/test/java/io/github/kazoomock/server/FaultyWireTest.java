package io.github.kazoomock.server;

import static io.github.kazoomock.server.Saboteur.device;
import static io.github.kazoomock.server.Saboteur.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What happens to answers on their way out. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyWireTest {
    private final Saboteur saboteur = new Saboteur();
    private TestClient grace = saboteur.begin();

    @BeforeEach
    void begin() {
        grace = saboteur.begin();
    }

    @AfterAll
    void stop() {
        saboteur.close();
    }

    /** Everything that comes over a new connection until it ends. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), saboteur.demo.server().port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String list() {
        return "GET /v2/" + saboteur.devices() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Auth-Token: " + grace.token()
                + "\r\n\r\n";
    }

    @Nested
    class AConnection {
        @Test
        void isResetBeforeTheFirstByte() {
            String id = saboteur.arm("{'match':{'operation':'devices.list'},'fault':{'connection':'reset'}}");
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> raw(list()))
                    .withMessageContaining("reset");
            assertThat(saboteur.lastLogged().reason()).isEqualTo("fault " + id);
            assertThat(saboteur.hits(id)).isEqualTo(1);
        }

        @Test
        void isResetWhenTheWriteIsDone() {
            saboteur.arm("{'match':{'operation':'devices.create'},'count':1,'fault':{'connection':'reset'}}");
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> grace.put(saboteur.devices(), device("Done")));
            assertThat(names(grace.get(saboteur.devices()))).contains("Done");
        }
    }

    @Nested
    class ABody {
        @Test
        void isEmpty() {
            saboteur.arm("{'fault':{'body':'empty'}}");
            Response list = grace.get(saboteur.devices());
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.header("content-type")).isEqualTo("application/json");
            assertThat(list.header("content-length")).isEqualTo("0");
            assertThat(list.text()).isEmpty();
        }

        @Test
        void isMalformedInAWholeMessage() {
            saboteur.arm("{'fault':{'body':'malformed'}}");
            Response list = grace.get(saboteur.devices());
            assertThat(list.text()).startsWith("{");
            assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> Json.parse(list.text()));
        }

        @Test
        void isTruncated() throws IOException {
            saboteur.arm("{'fault':{'body':'truncated'}}");
            String[] parts = raw(list()).split("\r\n\r\n", 2);
            assertThat(parts[0]).startsWith("HTTP/1.1 200");
            int promised = Integer.parseInt(parts[0].replaceAll("(?is).*content-length: (\\d+).*", "$1"));
            assertThat(parts[1].getBytes(StandardCharsets.UTF_8)).hasSize(promised / 2);
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> grace.get(saboteur.devices()));
        }

        @Test
        void tricklesButComesWhole() {
            Response fast = grace.get(saboteur.devices());
            saboteur.arm("{'fault':{'trickle':{'bytes_per_second':10000}}}");
            Response slow = grace.get(saboteur.devices());
            assertThat(names(slow)).isEqualTo(names(fast));
            assertThat(slow.header("content-length")).isEqualTo(fast.header("content-length"));
        }
    }

    @Nested
    class ADelay {
        @Test
        void isRealWhateverTheClockShows() {
            saboteur.arm("{'match':{'operation':'devices.list'},'fault':{'delay':{'fixed':300},'status':503}}");
            long began = System.nanoTime();
            Response late = grace.get(saboteur.devices());
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(300_000_000L);
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.body().text("timestamp")).isEqualTo(Saboteur.START);
        }

        @Test
        void keepsNobodyElseWaiting() {
            String id =
                    saboteur.arm("{'match':{'operation':'devices.create'},'count':1,'fault':{'delay':{'fixed':3000}}}");
            CompletableFuture<Response> late =
                    CompletableFuture.supplyAsync(() -> grace.put(saboteur.devices(), device("Late")));
            while (!names(grace.get(saboteur.devices())).contains("Late")) {
                Thread.onSpinWait();
            }
            assertThat(grace.put(saboteur.devices(), device("Other")).status()).isEqualTo(201);
            assertThat(late).isNotDone();
            assertThat(saboteur.hits(id)).isEqualTo(1);
            assertThat(late.join().status()).isEqualTo(201);
        }

        @Test
        void isDrawnFromADistribution() {
            saboteur.arm("{'count':3,'fault':{'delay':{'uniform':[1,20]}}}");
            saboteur.arm("{'fault':{'delay':{'log_normal':{'median':10,'sigma':0.3}}}}");
            for (int i = 0; i < 6; i++) {
                assertThat(grace.get(saboteur.devices()).status()).isEqualTo(200);
            }
            assertThat(saboteur.hits("fault-1")).isEqualTo(3);
            assertThat(saboteur.hits("fault-2")).isEqualTo(3);
        }
    }
}
