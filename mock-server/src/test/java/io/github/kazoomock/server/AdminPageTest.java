package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** {@code docs/admin.md} has a curl line for everything that the mock's own API can be asked, and each can be sent. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("kazoo.mock.basedir", ".")).resolve("docs/admin.md");
    private static final Pattern LINE = Pattern.compile("(?m)^curl .*$");
    private static final Pattern METHOD = Pattern.compile(" -X ([A-Z]+)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:http://127\\.0\\.0\\.1:8000/__admin|\\$admin)/([^ \"]*)");
    private static final Pattern BODY = Pattern.compile(" -d '([^']*)'");

    private final KazooServer server =
            KazooServer.builder().port(0).fixture("empty").start();
    private final AdminDocument document = AdminDocument.of(server);
    private final List<Curl> curls = curls();

    /** A line of the page. */
    private record Curl(
            String line,
            String method,
            String path,
            @Nullable String body) {}

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void hasACurlLineForEveryRoute() {
        Set<String> shown = new TreeSet<>();
        curls.forEach(curl -> shown.add(String.valueOf(document.route(curl.method, curl.path))));
        assertThat(shown).containsAll(server.admin().words());
    }

    @Test
    void hasNoCurlLineForAnythingElse() {
        assertThat(curls)
                .hasSizeGreaterThan(server.admin().words().size())
                .allMatch(curl -> document.route(curl.method, curl.path) != null);
    }

    @Test
    void sendsBodiesAsTheyMustBe() {
        for (Curl curl : curls) {
            String route = document.route(curl.method, curl.path);
            Json schema = route == null ? null : document.requestSchema(route);
            assertThat(schema == null).as(curl.line).isEqualTo(curl.body == null);
            if (schema != null && curl.body != null) {
                assertThat(document.problems(schema, Json.parse(curl.body)))
                        .as(curl.line)
                        .isEmpty();
            }
        }
    }

    private static List<Curl> curls() {
        try {
            String page = Files.readString(PAGE).replaceAll(" *\\\\\n *", " ");
            return LINE.matcher(page)
                    .results()
                    .map(found -> curl(found.group()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Curl curl(String line) {
        String method = first(METHOD, line);
        String path = first(ADDRESS, line);
        return new Curl(line, method == null ? "GET" : method, path == null ? "" : path, first(BODY, line));
    }

    private static @Nullable String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : null;
    }
}
