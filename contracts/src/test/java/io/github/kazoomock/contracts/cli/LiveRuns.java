package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.verify.OtherKazoo;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.Login;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of {@code verify --target} against a second mock that is taken for a KAZOO of others. */
abstract class LiveRuns {
    @TempDir
    private static Path shared;

    static Path contract = Path.of("");

    @TempDir
    Path folder;

    final OtherKazoo kazoo = new OtherKazoo();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    Map<String, String> before = Map.of();

    @BeforeAll
    static void write() {
        contract = OtherKazoo.contract(shared);
    }

    @BeforeEach
    void look() {
        before = kazoo.world(folder.resolve("before"));
    }

    @AfterEach
    void close() {
        kazoo.close();
    }

    int verify(Login login, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--credentials", file(login).toString()));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", contract.toString(), "--format", "json"));
        arguments.addAll(List.of("--target", kazoo.server().apiRoot()));
        arguments.addAll(Arrays.asList(more));
        return Contracts.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    Path file(Login login) throws IOException {
        JsonObject credentials = JsonObject.builder()
                .put("username", login.username())
                .put("password", login.password())
                .put("account_name", login.accountName())
                .build();
        return Files.write(folder.resolve("credentials.json"), credentials.utf8());
    }

    void assertNothingIsLeft() {
        Map<String, String> after = kazoo.world(folder.resolve("after"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((name, text) -> assertThat(text).as(name).isEqualTo(before.get(name)));
    }

    long count(String verdict) {
        return cases(verdict).size();
    }

    List<String> notes() {
        return cases("skipped").stream().map(each -> each.textOr("note", "")).toList();
    }

    String failures() {
        return cases("failed").stream().map(JsonObject::toString).collect(Collectors.joining("\n"));
    }

    List<JsonObject> cases(String verdict) {
        String text = out.toString();
        if (text.isEmpty()) {
            return List.of();
        }
        return ((JsonObject) Json.parse(text))
                .array("cases").values().stream()
                        .map(JsonObject.class::cast)
                        .filter(each -> verdict.equals(each.text("verdict")))
                        .toList();
    }
}
