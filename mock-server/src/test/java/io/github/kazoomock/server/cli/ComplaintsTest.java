package io.github.kazoomock.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ComplaintsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    serv                    | unknown command 'serv'; did you mean serve?
                    contracts               | unknown command 'contracts'; use one of serve, exec, fixtures, operations, rehearse, version, help
                    help nix                | unknown command 'nix'; use one of serve, exec, fixtures, operations, rehearse, version, help
                    fixtures                | fixtures needs one more word: check or list
                    fixtures chek           | unknown command 'chek'; did you mean check?
                    fixtures check          | fixtures check needs one more word: fixtures check DIR
                    fixtures check a b      | 'b' is one word too many after fixtures check DIR
                    exec                    | exec needs a command: exec -- COMMAND
                    exec --                 | exec needs a command: exec -- COMMAND
                    exec --port 0           | exec needs a command: exec -- COMMAND
                    exec npm test           | exec needs -- before the command: exec -- npm
                    exec --port -- npm      | --port needs a value: --port NUMBER
                    exec --port x -- npm    | --port x: use a number from 0 to 65535; 0 picks a free port
                    serve -- npm            | unknown flag --; kazoo-mock help shows what there is
                    serve now               | 'now' is one word too many after serve
                    serve --prot 1          | unknown flag --prot; did you mean --port?
                    serve --prot=1          | unknown flag --prot; did you mean --port?
                    serve -x                | unknown flag -x; kazoo-mock help shows what there is
                    --port 1                | --port is no flag of kazoo-mock; did you mean kazoo-mock serve --port?
                    operations --port 1     | --port is no flag of operations; did you mean kazoo-mock serve --port?
                    serve --port            | --port needs a value: --port NUMBER
                    serve --port --seed 1   | --port needs a value: --port NUMBER
                    serve --port 1 --port=2 | --port is there twice; keep one
                    """)
    void about_words_and_flags(String arguments, String complaint) {
        refuses(CommandLine.run(arguments.split(" ")), complaint);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    port       | abc     | use a number from 0 to 65535; 0 picks a free port
                    port       | 65536   | use a number from 0 to 65535; 0 picks a free port
                    port       | -1      | use a number from 0 to 65535; 0 picks a free port
                    host       | 1.2.3.4 | is no address of this machine; use one that is, like 127.0.0.1
                    fixture    | dmeo    | no pack and no folder is called 'dmeo'; packs: demo, docs, empty
                    profile    | kazoo-4 | use kazoo-5 or kazoo-5.0
                    legacy     | maybe   | use on or off
                    seed       | one     | use a whole number
                    clock      | noon    | use an instant like 2026-05-16T10:20:30Z
                    schemas    | pom.xml | is no folder; use a folder of *.json files
                    evidence   | nix     | is no file; use a JSON file of evidence
                    min-grade  | sure    | use recorded, documented, seed, sheet or unverified
                    save       | pom.xml | is a file; use a folder's name
                    ready-file | nix/nix | is a folder or in a folder that does not exist; use a file's name in one that does
                    log        | loud    | use human or json
                    options    | fast    | no option is called 'fast'; use a list of rate-limits, locked-423, bearer-jwt
                    """)
    void about_values_name_the_flag_or_the_variable(String name, String value, String complaint) {
        String free = name.equals("port") ? "--seed=1" : "--port=0";
        refuses(CommandLine.run("serve", "--" + name, value, free), "--" + name + " " + value + ": " + complaint);
        String variable = "KAZOO_MOCK_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        refuses(CommandLine.run(Map.of(variable, value), "serve", free), variable + "=" + value + ": " + complaint);
    }

    @Test
    void about_an_empty_value_show_it() {
        refuses(CommandLine.run("serve", "--fixture", ""), "--fixture '': use demo, docs, empty or a folder");
        refuses(CommandLine.run("serve", "--host", ""), "--host '': use an address like 127.0.0.1");
    }

    @Test
    void about_a_port_that_is_taken_have_a_code_of_their_own() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            CommandLine.Result result = CommandLine.run("serve", "--port", port);
            assertThat(result.code()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith("kazoo-mock: --port " + port + ": cannot listen on 127.0.0.1 (")
                    .endsWith("); choose another, or 0 for a free one\n");
        }
    }

    @Test
    void about_nothing_typed_are_the_help_and_a_refusal() {
        CommandLine.Result result = CommandLine.run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo(CommandLine.run("help").out());
    }

    @Nested
    class About_evidence {
        private static final String ROW =
                "{\"operation\":\"%s\",\"kind\":\"recorded\",\"source\":\"staging\",\"date\":\"2026-11-20\"}";

        @TempDir
        Path folder;

        @Test
        void name_the_file_and_the_place_in_it() throws Exception {
            Path file = Files.writeString(folder.resolve("recorded.json"), "[{\"operation\":\"users.get\"}]");
            refuses(
                    CommandLine.run("serve", "--port=0", "--evidence", file.toString()),
                    "--evidence " + file + ": /0/kind is missing; use recorded, documented, seed, sheet or unverified");
        }

        @Test
        void guess_which_operation_was_meant() throws Exception {
            Path file = Files.writeString(
                    folder.resolve("recorded.json"),
                    "[" + ROW.formatted("users.get") + "," + ROW.formatted("user.get") + "]");
            refuses(
                    CommandLine.run("operations", "--evidence", file.toString()),
                    "--evidence " + file + ": /1/operation there is no operation 'user.get'; did you mean users.get?");
        }

        @Test
        void are_about_the_file_beside_the_fixture_too() throws Exception {
            Files.writeString(folder.resolve("fixture.json"), "{}");
            Files.createDirectory(folder.resolve("acme"));
            Files.writeString(
                    folder.resolve("acme/account.json"), "{\"name\":\"Acme\",\"realm\":\"acme.example.com\"}");
            Files.writeString(folder.resolve("evidence.json"), "[{}]");
            String problem = "evidence.json: /0/operation is missing; use the id of one, like users.get";
            refuses(
                    CommandLine.run("serve", "--port=0", "--fixture", folder.toString()),
                    "--fixture " + folder + ": " + problem);
            assertThat(CommandLine.run("fixtures", "check", folder.toString()))
                    .isEqualTo(new CommandLine.Result(1, problem + "\n", ""));
        }
    }

    @Nested
    class About_a_fixture {
        @TempDir
        Path folder;

        @Test
        void have_its_first_problem_in_one_line() throws Exception {
            broken();
            refuses(
                    CommandLine.run("serve", "--port", "0", "--fixture", folder.toString()),
                    "--fixture %1$s: %1$s/acme/account.json#/name: Value did not match type(s): string (type)"
                                    .formatted(folder)
                            + " (and 1 more: kazoo-mock fixtures check " + folder + ")");
        }

        @Test
        void are_all_listed_by_fixtures_check() throws Exception {
            broken();
            CommandLine.Result result = CommandLine.run("fixtures", "check", folder.toString());
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).isEmpty();
            assertThat(result.lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).startsWith(folder + "/acme/account.json"));
        }

        @Test
        void are_none_when_it_is_sound() throws Exception {
            write("fixture.json", "{}");
            write("acme/account.json", "{\"name\": \"Acme\", \"realm\": \"acme.example.com\"}");
            CommandLine.Result result = CommandLine.run("fixtures", "check", folder.toString());
            assertThat(result).isEqualTo(new CommandLine.Result(0, folder + ": no problems\n", ""));
        }

        private void broken() throws Exception {
            write("fixture.json", "{}");
            write("acme/account.json", "{\"name\": 7}");
        }

        private void write(String file, String content) throws Exception {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        }
    }

    private static void refuses(CommandLine.Result result, String complaint) {
        assertThat(result).isEqualTo(new CommandLine.Result(2, "", "kazoo-mock: " + complaint + "\n"));
    }
}
