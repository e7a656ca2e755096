package io.github.kazoomock.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program beside a mock; the program is a shell here. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExecTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needs_a_shell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
    }

    @Nested
    class The_program {
        @Test
        void finds_the_mock_and_its_logins() throws Exception {
            Map<String, String> found = environment(Map.of());
            String root = found.getOrDefault("KAZOO_MOCK_API_ROOT", "");
            assertThat(root).matches("http://127\\.0\\.0\\.1:\\d+/v2/");
            assertThat(found).containsEntry("KAZOO_MOCK_ADMIN_ROOT", root.replace("/v2/", "/__admin/"));
            List<Login> logins;
            try (KazooServer same = KazooServer.builder().port(0).start()) {
                logins = same.logins();
            }
            for (String role : List.of("superduper_admin", "reseller", "account_admin", "user")) {
                Login login = logins.stream()
                        .filter(known -> known.role().equals(role))
                        .findFirst()
                        .orElseThrow();
                shows(found, "KAZOO_MOCK_" + role.toUpperCase(Locale.ROOT) + "_", login);
                if (role.equals("account_admin")) {
                    shows(found, "KAZOO_MOCK_", login);
                }
            }
        }

        @Test
        void finds_another_login_when_there_is_no_account_admin() throws Exception {
            Map<String, String> found = environment(
                    Map.of("KAZOO_MOCK_RESELLER_USERNAME", "of an exec around this one"), "--fixture", "empty");
            assertThat(found)
                    .containsEntry("KAZOO_MOCK_USERNAME", "admin")
                    .containsEntry("KAZOO_MOCK_SUPERDUPER_ADMIN_USERNAME", "admin")
                    .doesNotContainKeys("KAZOO_MOCK_RESELLER_USERNAME", "KAZOO_MOCK_ACCOUNT_ADMIN_USERNAME");
        }

        @Test
        void finds_its_other_variables_but_no_settings_of_the_mock() throws Exception {
            Map<String, String> found = environment(Map.of(
                    "KAZOO_MOCK_FIXTURE", "empty", "KAZOO_MOCK_PORT", "0", "KAZOO_MOCK_LOG", "json", "MINE", "kept"));
            assertThat(found)
                    .containsEntry("MINE", "kept")
                    .containsEntry("KAZOO_MOCK_USERNAME", "admin")
                    .doesNotContainKeys("KAZOO_MOCK_FIXTURE", "KAZOO_MOCK_PORT", "KAZOO_MOCK_LOG");
        }

        @Test
        void finds_the_admin_token_however_it_was_set() throws Exception {
            assertThat(environment(Map.of(), "--admin-token", "secret"))
                    .containsEntry("KAZOO_MOCK_ADMIN_TOKEN", "secret");
            assertThat(environment(Map.of("KAZOO_MOCK_ADMIN_TOKEN", "hidden")))
                    .containsEntry("KAZOO_MOCK_ADMIN_TOKEN", "hidden");
        }

        @Test
        void gets_its_words_as_they_are() throws Exception {
            Path file = folder.resolve("words");
            CommandLine.Result result = CommandLine.run(
                    "exec",
                    "--fixture=empty",
                    "--",
                    "/bin/sh",
                    "-c",
                    "for word; do echo \"<$word>\"; done > " + file,
                    "sh",
                    "--help",
                    "a b",
                    "--",
                    "");
            assertThat(result.code()).isZero();
            assertThat(file).hasContent("<--help>\n<a b>\n<-->\n<>\n");
        }

        @Test
        void talks_to_the_mock_while_it_runs_and_not_later() throws Exception {
            Path file = folder.resolve("root");
            CommandLine.Result result =
                    CommandLine.run("exec", "--", "/bin/sh", "-c", "echo $KAZOO_MOCK_API_ROOT > " + file);
            assertThat(result).isEqualTo(new CommandLine.Result(0, "", ""));
            int port = URI.create(Files.readString(file).strip()).getPort();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Nested
    class The_exit_code {
        @Test
        void is_the_programs() {
            assertThat(shell("exit 0").code()).isZero();
            assertThat(shell("exit 7").code()).isEqualTo(7);
        }

        @Test
        void is_128_and_the_signal_that_ended_the_program() {
            assertThat(shell("kill -TERM $$").code()).isEqualTo(143);
            assertThat(shell("kill -KILL $$").code()).isEqualTo(137);
        }

        @Test
        void is_127_when_there_is_no_such_program() {
            CommandLine.Result result = CommandLine.run("exec", "--fixture=empty", "--", "no-such-program", "x");
            assertThat(result.code()).isEqualTo(127);
            assertThat(result.err())
                    .startsWith("kazoo-mock: cannot run 'no-such-program' (")
                    .endsWith("); is it there, executable, and on the PATH?\n");
        }

        @Test
        void is_127_for_a_shell_line_with_a_hint() {
            CommandLine.Result result = CommandLine.run("exec", "--fixture=empty", "--", "npm run test");
            assertThat(result.code()).isEqualTo(127);
            assertThat(result.err()).endsWith("; for a line of a shell use -- sh -c 'npm run test'\n");
        }
    }

    @Nested
    class Unserved_requests {
        @Test
        void are_listed_on_standard_error() {
            CommandLine.Result result = asking(Map.of(), "nowhere?a=b");
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).isEqualTo("""

                    Requests that no operation served:
                      1x   401 GET    /v2/nowhere
                    """);
        }

        @Test
        void are_listed_as_json_when_asked() {
            CommandLine.Result result = asking(Map.of("KAZOO_MOCK_LOG", "json"), "nowhere");
            JsonObject line = (JsonObject) Json.parse(result.err().getBytes(StandardCharsets.UTF_8));
            assertThat(line.text("event")).isEqualTo("stopping");
            assertThat(line.array("unserved").size()).isEqualTo(1);
        }

        private CommandLine.Result asking(Map<String, String> environment, String path) {
            assumeTrue(
                    Stream.of("/usr/bin/curl", "/bin/curl").anyMatch(file -> Files.isExecutable(Path.of(file))),
                    "no curl here");
            Map<String, String> all = new HashMap<>(System.getenv());
            all.putAll(environment);
            return CommandLine.run(
                    all, "exec", "--", "/bin/sh", "-c", "curl -s -o /dev/null \"${KAZOO_MOCK_API_ROOT}" + path + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void help_of_exec_shows_every_setting(Setting setting) {
        assertThat(CommandLine.run("help", "exec").out())
                .contains("  " + setting.flag() + " " + setting.placeholder() + " ")
                .contains(setting.variable() + ")");
    }

    @Test
    void help_of_exec_names_every_variable_that_a_program_finds() throws Exception {
        String help = CommandLine.run("exec", "--help").out();
        assertThat(help).contains("(default 0, KAZOO_MOCK_PORT)");
        assertThat(environment(Map.of(), "--admin-token=x").keySet())
                .filteredOn(name -> name.startsWith("KAZOO_MOCK_"))
                .hasSize(2 + 5 * 5 + 1)
                .allSatisfy(name -> assertThat(help).containsPattern("  " + Pattern.quote(name) + " "));
    }

    private static CommandLine.Result shell(String line) {
        return CommandLine.run("exec", "--fixture=empty", "--", "/bin/sh", "-c", line);
    }

    private static void shows(Map<String, String> found, String prefix, Login login) {
        assertThat(found)
                .containsEntry(prefix + "USERNAME", login.username())
                .containsEntry(prefix + "PASSWORD", login.password())
                .containsEntry(prefix + "ACCOUNT_NAME", login.accountName())
                .containsEntry(prefix + "ACCOUNT_ID", login.accountId())
                .containsEntry(prefix + "API_KEY", login.apiKey());
    }

    /** What a program finds. */
    private Map<String, String> environment(Map<String, String> outer, String... flags) throws IOException {
        Path file = folder.resolve("environment");
        List<String> words = new ArrayList<>(List.of("exec"));
        words.addAll(List.of(flags));
        words.addAll(List.of("--", "/bin/sh", "-c", "env > " + file));
        Map<String, String> all = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
        all.putAll(outer);
        CommandLine.Result result = CommandLine.run(all, words.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        Map<String, String> found = new HashMap<>();
        Files.readAllLines(file).forEach(line -> {
            int equals = line.indexOf('=');
            found.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
        });
        return found;
    }
}
