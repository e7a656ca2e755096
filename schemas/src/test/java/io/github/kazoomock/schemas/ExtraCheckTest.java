package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraCheckTest {
    private static List<Violation> recording(String url) {
        return SchemaRegistry.bundled()
                .validate("call_recording.parameters", json("{'url':'" + url + "'}"))
                .violations();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/in",
                "HTTPS://LOCALHOST/in",
                "http://127.0.0.1:8080/",
                "http://0.0.0.0/",
                "ftp://example.org/",
                "example.org/in",
                "no address",
                "http:///in"
            })
    void a_recording_is_not_sent_to(String url) {
        assertThat(recording(url))
                .containsExactly(new Violation(
                        List.of("url"), "error", json("{'message':'invalid client URL','value':'" + url + "'}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/in", "https://u:p@192.0.2.7:8443/in?x=%20", "http://localhost.example.org"})
    void a_recording_is_sent_to(String url) {
        assertThat(recording(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pivot, voice_url", "webhook, uri", "record_caller, url", "record_call, url"})
    void a_callflow_does_not_call_the_server_itself_either(String module, String key) {
        String id = "callflows." + module;
        JsonObject good = json("{'" + key + "':'http://example.org/in'}");
        assertThat(SchemaRegistry.bundled().validate(id, good).ok()).isTrue();
        JsonObject bad = json("{'" + key + "':'http://localhost/in'}");
        assertThat(SchemaRegistry.bundled().validate(id, bad).violations())
                .containsExactly(new Violation(
                        List.of(key), "error", json("{'message':'invalid client URL','value':'http://localhost/in'}")));
    }

    @Test
    void any_other_mark_is_only_a_mark() {
        assertThat(SchemaRegistry.bundled()
                        .validate("accounts", json("{'name':'x','announcement':'localhost'}"))
                        .ok())
                .isTrue();
    }
}
