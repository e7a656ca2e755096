package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code contracts check}: arguments, texts and exit codes. */
@Timeout(60)
class CheckCommandTest {
    private static final String GOOD = "{'interactions': [{'description': 'all menus', 'request': {'method': 'GET',"
            + " 'path': '/v2/accounts/x/menus'}, 'response': {'status': 200}}]}";
    private static final String BAD = GOOD.replace("'status': 200", "'status': 200, 'body': {'data': [{'nmae': 'x'}]}");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void aGoodPactIsFineAndTellsWhatItReliesOn() throws IOException {
        Path file = file("app.json", GOOD);
        assertThat(run("check", file.toString())).isEqualTo(0);
        assertThat(out.toString())
                .startsWith("check: 1 request against the operations of kazoo-5\n")
                .contains("1 passed, 0 failed")
                .endsWith("Operations used, those that we are least sure of first:\n  menus.list  seed  once\n");
    }

    @Test
    void aBadPactInAFolderIsAMismatchThatSaysWhatToDo() throws IOException {
        Path file = file("app.json", BAD);
        file("package.json", "{'name': 'something else'}");
        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAILED  " + file + ": all menus (menus.list)\n"
                        + "  field that no reply has: response body /data/0/nmae: expected name, got a"
                        + " field that is never there\n");
    }

    @Test
    void aReportForMachinesHasNothingElse() throws IOException {
        Path file = file("app.json", BAD);
        assertThat(run("check", file.toString(), "--format", "json")).isEqualTo(1);
        assertThat(out.toString().strip()).startsWith("{").endsWith("}");
    }

    @Test
    void olderPathsCanBeLeftOut() throws IOException {
        Path file = file("app.json", GOOD.replace("menus", "transactions/subscriptions"));
        assertThat(run("check", file.toString(), "--legacy", "off")).isEqualTo(1);
        assertThat(out.toString()).contains("against the operations of kazoo-5 without older paths");
    }

    @Test
    void misuseIsTold() throws IOException {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("check", folder.resolve("gone.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no file " + folder.resolve("gone.json") + "; name a pact");
        assertThat(run("check", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no pact and no HAR in " + folder);
        Path neither = file("package.json", "{}");
        assertThat(run("check", neither.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(neither + " is neither a pact nor a HAR");
        Path good = file("app.json", GOOD);
        assertThat(run("check", good.toString(), "--profile", "kazoo-6")).isEqualTo(2);
        assertThat(err.toString()).contains("--profile kazoo-6 is not known; use kazoo-5 or kazoo-5.0");
        assertThat(run("check", good.toString(), "--legacy", "maybe")).isEqualTo(2);
        assertThat(err.toString()).contains("--legacy maybe is not known; use on or off");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    private int run(String... arguments) {
        return Contracts.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
