package io.github.kazoomock.contracts.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactReadingTest {
    @TempDir
    Path folder;

    @Test
    void reads_the_second_version() throws Exception {
        PactInteraction interaction = only("v2.json");
        assertThat(interaction.consumer()).isEqualTo("old-portal");
        assertThat(interaction.provider()).isEqualTo("kazoo");
        assertThat(interaction.states()).containsExactly(new State("the menus of the docs", JsonObject.EMPTY));
        assertThat(interaction.exampleRequest().query())
                .containsExactly(
                        new Request.Parameter("paginate", "false"), new Request.Parameter("filter_name", "Main menu"));
        assertThat(interaction.operation()).isEmpty();
        assertThat(interaction.exampleValues()).isEmpty();
    }

    @Test
    void reads_the_third_version_with_parameters_of_states() throws Exception {
        PactInteraction interaction = only("v3.json");
        assertThat(interaction.states()).extracting(State::name).containsExactly("an account admin", "a menu exists");
        assertThat(interaction.states().get(0).params()).isEqualTo(Json.parse("{\"login\": \"account_admin\"}"));
        Request request = interaction.request(
                Map.of("ACCOUNT_ID", Json.of("4f5e"), "MENU_ID", Json.of("a/b"), "AUTH_TOKEN", Json.of("t")));
        assertThat(request.path()).isEqualTo("/v2/accounts/4f5e/menus/a/b");
        assertThat(request.headers()).containsEntry("x-auth-token", "t");
        assertThat(new String(request.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"name\":\"menu a/b\",\"retries\":3}}");
        assertThat(request.query()).containsExactly(new Request.Parameter("about", "a/b"));
    }

    @Test
    void reads_the_fourth_version_with_what_our_exports_tell() throws Exception {
        List<PactInteraction> all = PactFiles.read(resource("v4.json")).interactions();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).operation()).isEqualTo("menus.get");
        assertThat(all.get(0).grade()).isEqualTo("seed");
        assertThat(all.get(0).exampleValues()).containsEntry("MENU_ID", "00000000000000000000000000000001");
        assertThat(all.get(0).isPending()).isFalse();
        assertThat(all.get(1).isPending()).isTrue();
    }

    @Test
    void messages_are_counted() throws Exception {
        Path file = Files.writeString(folder.resolve("messages.json"), """
                {"consumer": {"name": "c"}, "provider": {"name": "p"},
                 "messages": [{"description": "d", "contents": "x"}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}""");
        Pacts pacts = PactFiles.read(file);
        assertThat(pacts.interactions()).isEmpty();
        assertThat(pacts.messages()).isEqualTo(1);
    }

    @Test
    void a_folder_is_all_its_files() throws Exception {
        Files.createDirectories(folder.resolve("deep"));
        Files.copy(resource("v2.json"), folder.resolve("b.json"));
        Files.copy(resource("v4.json"), folder.resolve("deep/a.json"));
        Files.writeString(folder.resolve("README.md"), "no pact");
        assertThat(PactFiles.read(folder).interactions())
                .extracting(PactInteraction::consumer)
                .containsExactly("old-portal", "portal", "portal");
        Files.writeString(folder.resolve("package.json"), "{}");
        assertThatThrownBy(() -> PactFiles.read(folder))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("package.json cannot be read: it has no \"interactions\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[] ! it is no JSON object",
                "{\"a\":1} ! it has no \"interactions\", so it is no pact file",
                "{\"interactions\":{}} ! \"interactions\" is no list",
                "{\"interactions\":[1]} ! /interactions/0 is no object",
                "{\"interactions\":[{\"request\":{}}]} ! /interactions/0 has no \"response\"",
                "{\"interactions\":[{\"type\":\"Telepathy\"}],\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}},"
                        + "\"consumer\":{\"name\":\"c\"},\"provider\":{\"name\":\"p\"}}"
                        + " ! /interactions/0 has the type \"Telepathy\", which nobody knows",
            })
    void says_why_a_file_is_none(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("one.json"), text);
        assertThatThrownBy(() -> PactFiles.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessage("the pact " + file + " cannot be read: " + why);
    }

    @Test
    void says_where_a_file_is_no_json() throws IOException {
        Path file = Files.writeString(folder.resolve("one.json"), "{\"interactions\": [,]}");
        assertThatThrownBy(() -> PactFiles.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageStartingWith("the pact " + file + " cannot be read: ");
    }

    @Test
    void says_what_is_not_there() throws IOException {
        assertThatThrownBy(() -> PactFiles.read(folder.resolve("none.json")))
                .hasMessage("there is no pact file " + folder.resolve("none.json")
                        + "; name a file, a folder or the url of a broker");
        assertThatThrownBy(() -> PactFiles.read(folder))
                .hasMessage("the folder " + folder + " has no pact file (*.json)");
    }

    @Test
    void places_are_pointers() {
        assertThat(PactPath.parse("$.data[0].name").pointer()).isEqualTo("/data/0/name");
        assertThat(PactPath.parse("$.data.0.name").pointer()).isEqualTo("/data/0/name");
        assertThat(PactPath.parse("$['a b'].c").pointer()).isEqualTo("/a b/c");
        assertThat(PactPath.parse("$['a.b/c~d']['e']").pointer()).isEqualTo("/a.b~1c~0d/e");
        assertThat(PactPath.parse("$").pointer()).isEmpty();
        assertThat(PactPath.parse("/").pointer()).isEmpty();
    }

    private static PactInteraction only(String name) throws URISyntaxException {
        List<PactInteraction> all = PactFiles.read(resource(name)).interactions();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static Path resource(String name) throws URISyntaxException {
        return Path.of(java.util.Objects.requireNonNull(
                        PactReadingTest.class.getResource("/io/github/kazoomock/contracts/pacts/" + name))
                .toURI());
    }
}
