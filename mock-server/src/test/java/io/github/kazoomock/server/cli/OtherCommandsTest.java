package io.github.kazoomock.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.LoggedRequest;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.Setting;
import io.github.kazoomock.server.crossbar.NearestWord;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OtherCommandsTest {
    @ParameterizedTest
    @EnumSource
    void help_shows_every_command(Command command) {
        assertThat(CommandLine.run("help").lines())
                .anyMatch(line -> line.startsWith("  kazoo-mock " + command.synopsis() + " ")
                        && line.endsWith(command.description()));
    }

    @ParameterizedTest
    @EnumSource
    void help_of_serve_shows_every_setting(Setting setting) {
        assertThat(CommandLine.run("help", "serve").out())
                .contains("  " + setting.flag() + " " + setting.placeholder() + " ")
                .contains(setting.description())
                .contains(setting.variable() + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help serve", "serve --help", "serve -h", "serve --port 1 --help"})
    void help_can_be_asked_for_in_several_ways(String arguments) {
        CommandLine.Result result = CommandLine.run(arguments.split(" "));
        assertThat(result).isEqualTo(CommandLine.run("help", "serve"));
        assertThat(result.code()).isZero();
    }

    @Test
    void version_says_what_runs() {
        assertThat(CommandLine.run("version"))
                .isEqualTo(CommandLine.run("--version"))
                .isEqualTo(new CommandLine.Result(
                        0, "kazoo-mock development on Java " + System.getProperty("java.version") + "\n", ""));
    }

    @Test
    void operations_lists_what_is_served() {
        CommandLine.Result result = CommandLine.run("operations");
        assertThat(result.code()).isZero();
        assertThat(result.lines().get(0)).matches("operation +verb +path +access +grade +date");
        assertThat(result.lines())
                .anyMatch(
                        line -> line.matches(
                                "devices\\.list +GET +/accounts/\\{ACCOUNT_ID}/devices +the account and its ancestors +[a-z ]+ +\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void fixtures_list_shows_every_pack() {
        CommandLine.Result result = CommandLine.run("fixtures", "list");
        assertThat(result.lines().stream().map(line -> line.split(" ")[0]))
                .containsExactly("name", "demo", "docs", "empty");
        assertThat(Fixtures.descriptions())
                .allSatisfy((name, description) -> assertThat(result.out()).contains(description));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "docs", "empty"})
    void fixtures_check_has_nothing_to_say_about_the_packs(String pack) {
        assertThat(CommandLine.run("fixtures", "check", pack))
                .isEqualTo(new CommandLine.Result(0, pack + ": no problems\n", ""));
    }

    @Test
    void rehearse_comes_to_an_end() {
        assertThat(CommandLine.run("rehearse")).isEqualTo(new CommandLine.Result(0, "", ""));
    }

    @Test
    void the_login_to_paste_is_quoted_for_the_shell() {
        Login login = new Login("user", "Otto's", "1", "r", "u", "p", "k");
        assertThat(Curl.login("http://h/v2/", login))
                .isEqualTo(
                        "curl -X PUT http://h/v2/user_auth -H 'Content-Type: application/json' -d "
                                + "'{\"data\":{\"credentials\":\"c23f67b65d6550777a4469461ecfb51e\",\"account_name\":\"Otto'\\''s\"}}'");
    }

    @Test
    void the_list_of_unserved_requests_has_an_end() {
        Unserved unserved = new Unserved();
        for (int i = 0; i < 210; i++) {
            unserved.add(new LoggedRequest("GET", "/v2/" + i, 404, "", ""));
        }
        unserved.add(new LoggedRequest("GET", "/v2/0", 404, "", ""));
        assertThat(unserved.notListed()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--por", "--portt", "--pott"})
    void the_nearest_word_is_one_slip_away(String typed) {
        assertThat(NearestWord.distance(typed, "--port")).isEqualTo(1);
    }
}
