package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SchemaRegistryTest {
    @Test
    void knows_its_ids() {
        SchemaRegistry registry = SchemaRegistry.bundled();
        assertThat(registry.ids())
                .isSorted()
                .contains("accounts", "users", "devices", "user_auth", "user_auth_recovery", "api_auth");
        assertThat(registry.has("accounts")).isTrue();
        assertThat(registry.has("kapi.accounts")).isFalse();
        assertThat(registry.schema("kapi.accounts")).isNull();
    }

    @Test
    void serves_a_schema_without_private_keys_and_with_its_id() {
        JsonObject schema = Objects.requireNonNull(SchemaRegistry.bundled().schema("api_auth"));
        assertThat(schema.keys())
                .containsExactly(
                        "$schema",
                        "additionalProperties",
                        "description",
                        "properties",
                        "required",
                        "title",
                        "type",
                        "id");
        assertThat(schema.text("id")).isEqualTo("api_auth");
    }

    @Test
    void a_schema_that_is_named_id_in_a_property_still_compiles() {
        SchemaRegistry registry = Registries.of("{'_id':'test','properties':{'id':{'type':'string'}}}");
        assertThat(registry.validate("test", json("{'id':1}")).ok()).isFalse();
    }

    @Test
    void the_document_that_was_sent_is_not_touched() {
        JsonObject sent = json("{'name':'x','enabled':'true'}");
        assertThat(SchemaRegistry.bundled().validate("accounts", sent).document())
                .isNotEqualTo(sent);
        assertThat(sent).isEqualTo(json("{'name':'x','enabled':'true'}"));
    }

    @Test
    void many_threads_get_the_same_answer_from_a_registry_that_has_compiled_nothing() {
        SchemaRegistry ours = SchemaRegistry.bundled();
        for (int round = 0; round < 20; round++) {
            SchemaRegistry fresh = new SchemaRegistry(BundledSchemas.all());
            JsonObject device = json("{'name':'d','sip':{'password':'x'},'call_recording':{'any':{'any':{'url':1}}}}");
            Validation expected = ours.validate("devices", device);
            assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> fresh.validate("devices", device)))
                    .hasSize(16)
                    .allMatch(expected::equals);
        }
    }

    @Test
    void no_keyword_of_KAZOO_is_news_to_the_library() {
        ListAppender<ILoggingEvent> warnings = new ListAppender<>();
        Logger library = (Logger) LoggerFactory.getLogger("com.networknt");
        warnings.start();
        library.addAppender(warnings);
        try {
            SchemaRegistry fresh = new SchemaRegistry(BundledSchemas.all());
            fresh.ids().forEach(id -> fresh.validate(id, JsonObject.EMPTY));
            Registries.of("{'stability_level':'beta','patern':'x','properties':{}}")
                    .validate("test", JsonObject.EMPTY);
        } finally {
            library.detachAppender(warnings);
        }
        assertThat(warnings.list).isEqualTo(List.of());
    }
}
