package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RecordCommandTest {
    private static final Pattern ROOT = Pattern.compile("at (http://127\\.0\\.0\\.1:[0-9]+/v2/) into");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Contracts.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void records_so_many_requests_and_says_how_to_start_what_was_read(@TempDir Path folder) throws Exception {
        String recording = folder.resolve("rec").toString();
        try (KazooServer server = KazooServer.builder().port(0).fixture("demo").start()) {
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                    () -> run("record", "--target", server.apiRoot(), "--out", recording, "--requests", "1"));
            Login login = server.logins().get(0);
            String body = "{\"data\": {\"api_key\": \"" + login.apiKey() + "\"}}";
            HttpRequest request = HttpRequest.newBuilder(URI.create(root() + "api_auth"))
                    .header("content-type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(code.get(2, TimeUnit.MINUTES)).isZero();
        }
        assertThat(out.toString()).contains("1 exchanges in " + recording, "start it with: kazoo-mock serve --fixture");
        assertThat(run("record", "--from", recording)).isZero();
        assertThat(KazooServer.builder().fixture(recording + "/fixture").fixtureProblems())
                .isEmpty();
    }

    private String root() throws InterruptedException {
        while (true) {
            Matcher root = ROOT.matcher(out.toString());
            if (root.find()) {
                return root.group(1);
            }
            Thread.sleep(20);
        }
    }

    @Test
    void what_makes_no_sense_is_refused(@TempDir Path folder) {
        assertThat(run("record", "--target", "http://127.0.0.1:1/v2/")).isEqualTo(ExitCode.USAGE);
        assertThat(run("record", "--from", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("record", "--target", "http://127.0.0.1:1", "--out", folder + "/x", "--for", "soon"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("say which server, --target URL, and where the recording goes, --out DIR")
                .contains(folder + " is no recording: it has no exchanges.jsonl")
                .contains("--for: 'soon' is no duration; use 90s, 10m or 2h");
    }
}
