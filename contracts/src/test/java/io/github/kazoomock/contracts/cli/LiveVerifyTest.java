package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.verify.OtherKazoo;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --target} against a second mock that is taken for a KAZOO of others. */
@Timeout(120)
class LiveVerifyTest {
    @TempDir
    private static Path shared;

    private static Path contract = Path.of("");

    @TempDir
    private Path folder;

    private final OtherKazoo kazoo = new OtherKazoo();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> before = Map.of();

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

    @Test
    void theContractHoldsInsideAScratchAccountOfWhichNothingIsLeft() throws IOException {
        Login login = kazoo.login("reseller");
        int code = verify(login);
        JsonArray cases = report().array("cases");
        System.out.println(out); // REMOVE
        assertThat(code).as(failures(cases)).isEqualTo(ExitCode.FINE);
        assertThat(count(cases, "passed")).isGreaterThan(60);
        assertThat(notes(cases))
                .allSatisfy(note -> assertThat(note)
                        .containsAnyOf(
                                "would touch what it did not create", "needs a login as superduper_admin", "--allow "));
        assertNothingIsLeft();
    }

    private int verify(Login login, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("verify", contract.toString(), "--format", "json"));
        arguments.addAll(List.of(
                "--target",
                kazoo.server().apiRoot(),
                "--credentials",
                file(login).toString()));
        arguments.addAll(Arrays.asList(more));
        return Contracts.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private Path file(Login login) throws IOException {
        JsonObject credentials = JsonObject.builder()
                .put("username", login.username())
                .put("password", login.password())
                .put("account_name", login.accountName())
                .build();
        return Files.write(folder.resolve("credentials.json"), credentials.utf8());
    }

    private JsonObject report() {
        return (JsonObject) Json.parse(out.toString());
    }

    private void assertNothingIsLeft() {
        Map<String, String> after = kazoo.world(folder.resolve("after"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((name, text) -> assertThat(text).as(name).isEqualTo(before.get(name)));
    }

    private static long count(JsonArray cases, String verdict) {
        return cases.values().stream()
                .filter(each -> verdict.equalsIgnoreCase(((JsonObject) each).text("verdict")))
                .count();
    }

    private static List<String> notes(JsonArray cases) {
        return cases.values().stream()
                .map(JsonObject.class::cast)
                .filter(each -> "skipped".equalsIgnoreCase(each.text("verdict")))
                .map(each -> each.textOr("note", ""))
                .toList();
    }

    private static String failures(JsonArray cases) {
        StringBuilder failures = new StringBuilder();
        cases.forEach(each -> {
            if ("failed".equalsIgnoreCase(((JsonObject) each).text("verdict"))) {
                failures.append(each).append('\n');
            }
        });
        return failures.toString();
    }
}
