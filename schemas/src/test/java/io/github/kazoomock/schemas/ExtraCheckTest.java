package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraCheckTest {
    private static final String METAFLOW = "{'properties':{"
            + "'children':{'patternProperties':{'.+':{'$ref':'metaflow'}}},"
            + "'data':{'type':'object','kazoo-validation':true},"
            + "'module':{'type':'string','kazoo-validation':true}}}";

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

    @Test
    void the_data_of_a_metaflow_is_checked_against_the_schema_of_its_module() {
        SchemaRegistry registry = Registries.of(Map.of("metaflow", METAFLOW, "metaflows.hold", "{'required':['leg']}"));
        assertThat(registry.validate(
                                "metaflow",
                                json("{'children':{'a':{'module':'hold','data':{}}},'module':'hold','data':{'leg':1}}"))
                        .violations())
                .extracting(Violation::path, Violation::rule)
                .containsExactly(tuple(List.of("children", "a", "data", "leg"), "required"));
    }

    @Test
    void a_metaflow_whose_module_has_no_schema_passes() {
        SchemaRegistry registry = Registries.of(Map.of("metaflow", METAFLOW));
        assertThat(registry.validate("metaflow", json("{'module':'dance','data':{'a':1}}"))
                        .ok())
                .isTrue();
        assertThat(registry.validate("metaflow", json("{'data':{'a':1}}")).ok()).isTrue();
    }

    @Test
    void any_other_mark_is_only_a_mark() {
        assertThat(SchemaRegistry.bundled()
                        .validate("accounts", json("{'name':'x','announcement':'localhost'}"))
                        .ok())
                .isTrue();
    }
}
