package io.github.kazoomock.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.server.export.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server is and who asks it. */
class CredentialsReaderTest {
    private static final String USER =
            "{\"username\": \"Grace\", \"password\": \"s3cret\", \"account_name\": \"Hooli\"}";

    @TempDir
    private Path folder;

    @Test
    void flagsWinOverTheFileAndTheFileOverVariables() throws IOException {
        Path file = Files.writeString(folder.resolve("me.json"), USER);
        Map<String, String> variables = Map.of("KAZOO_AUTH_TOKEN", "t");
        assertThat(CredentialsReader.read(Map.of("api_key", "k"), file, variables))
                .isEqualTo(new Credentials.ApiKey("k"));
        assertThat(CredentialsReader.read(Map.of(), file, variables))
                .isEqualTo(new Credentials.Password("Grace", "s3cret", "Hooli"));
        assertThat(CredentialsReader.read(Map.of(), null, variables)).isEqualTo(new Credentials.Token("t"));
    }

    @Test
    void oneVariableIsAFileOrItsText() throws IOException {
        Path file = Files.writeString(folder.resolve("me.json"), USER);
        for (String value : List.of(USER, file.toString())) {
            assertThat(CredentialsReader.read(Map.of(), null, Map.of("KAZOO_CREDENTIALS", value)))
                    .isEqualTo(new Credentials.Password("Grace", "s3cret", "Hooli"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"Grace\", \"password\": \"s3cret\"}",
                "{\"username\": \"Grace\", \"password\": \"s3cret\", \"api_key\": \"s3cret\"}",
                "{\"api_key\": [\"s3cret\"]}",
                "{\"api_key\": \"s3cret",
                "[\"s3cret\"]",
                "{}"
            })
    void complaintsDoNotShowWhatWasRead(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("me.json"), text);
        assertThatThrownBy(() -> CredentialsReader.read(Map.of(), file, Map.of()))
                .isInstanceOf(UsageError.class)
                .message()
                .contains("me.json")
                .contains("{\"api_key\"}")
                .doesNotContain("s3cret");
    }

    @Test
    void noneAtAllIsSaid() {
        assertThatThrownBy(() -> CredentialsReader.read(Map.of(), null, Map.of()))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--credentials FILE or KAZOO_CREDENTIALS");
    }

    @Test
    void inWordsTheyAreOnlyTheirKind() {
        assertThat(new Credentials.Password("Grace", "s3cret", "Hooli")).hasToString("a username and a password");
        assertThat(new Credentials.ApiKey("s3cret")).hasToString("an API key");
        assertThat(new Credentials.Token("s3cret")).hasToString("an auth token");
    }

    @Test
    void secretsAreBlackedOutAndTokensEvenInPart() {
        Secrets secrets = new Secrets();
        secrets.add(new Credentials.Password("Grace", "s3cret", "Hooli").secrets());
        // MD5 of grace:s3cret
        assertThat(secrets.scrub("s3cret 95bf39eb5cc5bb54e2b0a7d6b5eeb7ab eyJhbGciOiJSUzI1NiJ9.eyJpc3 ..."))
                .startsWith("*** ")
                .endsWith(" *** ...");
        String digest = Digests.credentials("GRACE", "s3cret");
        assertThat(digest).isEqualTo(Digests.credentials("grace", "s3cret"));
        assertThat(secrets.scrub(digest)).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({
        "https://kazoo.example.com,            https://kazoo.example.com/v2/accounts",
        "https://kazoo.example.com/v2/,        https://kazoo.example.com/v2/accounts",
        "http://10.0.0.1:8000/v2,              http://10.0.0.1:8000/v2/accounts",
        "https://example.com:8443/api/kazoo/,  https://example.com:8443/api/kazoo/accounts",
        "http://[::1]:8000/sandboxes/one/v2,   http://[::1]:8000/sandboxes/one/v2/accounts"
    })
    void requestsGoBelowTheUrl(String base, String url) {
        assertThat(BaseUrl.of(base).of(Request.of("GET", "/v2/accounts"))).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kazoo.example.com",
                "ftp://kazoo.example.com/v2",
                "https://grace:s3cret@kazoo.example.com/v2",
                "https://grace:s3 cret@kazoo.example.com/v2",
                "https://kazoo.example.com/v2?auth_token=s3cret",
                "https:///v2"
            })
    void anUrlThatIsNoneIsRefusedWithAnExample(String base) {
        assertThatThrownBy(() -> BaseUrl.of(base))
                .isInstanceOf(UsageError.class)
                .message()
                .startsWith("--target '")
                .endsWith("use one like https://kazoo.example.com:8443/v2")
                .doesNotContain("s3");
    }

    @Test
    void pathsThatAreNoneAreNotSent() {
        BaseUrl base = BaseUrl.of("https://kazoo.example.com");
        for (String path : List.of("/v1/accounts", "/v2x", "/v2/%zz", "/v2/a b")) {
            assertThatThrownBy(() -> base.of(Request.of("GET", path))).isInstanceOf(NotSent.class);
        }
    }
}
