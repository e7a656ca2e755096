package io.github.kazoomock.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleDocumentsTest {
    private static final int SEEDS = 12;

    private final SchemaRegistry schemas = SchemaRegistry.bundled();
    private final SampleDocuments samples = new SampleDocuments(schemas);

    /** Every schema but the few that no document can have. */
    static List<String> ids() {
        return SchemaRegistry.bundled().ids().stream()
                .filter(id -> Corpus.lines(id).size() > 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_document_of_every_size_and_seed_is_valid(String id) {
        for (Size size : Size.values()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                Validation checked = schemas.validate(id, samples.make(id, size, seed));
                assertThat(checked.violations()).as(size + " " + seed).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_same_seed_makes_the_same_document(String id) {
        assertThat(samples.make(id, Size.TYPICAL, 7)).isEqualTo(samples.make(id, Size.TYPICAL, 7));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_readable_document_is_valid_too(String id) {
        for (Size size : Size.values()) {
            JsonObject document = SampleDocuments.readable(schemas).make(id, size, 1);
            assertThat(schemas.validate(id, document).violations())
                    .as(size.word())
                    .isEmpty();
        }
    }

    @Test
    void a_readable_document_has_the_words_of_its_properties_where_they_fit() {
        JsonObject menu = SampleDocuments.readable(schemas).make("menus", Size.MAXIMAL, 1);
        assertThat(menu.text("name")).isEqualTo("Main menu");
        assertThat(menu.array("flags").texts()).containsExactly("vip");
        assertThat(samples.make("menus", Size.MAXIMAL, 1).text("name")).isEqualTo("extension");
    }

    @Test
    void a_maximal_document_has_more_than_a_typical_and_that_more_than_a_minimal() {
        assertThat(samples.make("devices", Size.MINIMAL, 1).keys()).containsExactly("name");
        assertThat(samples.make("devices", Size.MAXIMAL, 1).keys())
                .containsAll(samples.make("devices", Size.TYPICAL, 1).keys())
                .hasSize(source("devices").object("properties").keys().size());
    }

    private JsonObject source(String id) {
        return Objects.requireNonNull(schemas.schema(id), id);
    }

    @Test
    void an_unknown_schema_is_no_source() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.make("dragons", Size.MINIMAL, 1))
                .withMessage("no schema dragons");
    }

    @Nested
    class What_somebody_began {
        @ParameterizedTest
        @MethodSource("io.github.kazoomock.schemas.SampleDocumentsTest#ids")
        void becomes_valid_from_nothing(String id) {
            JsonObject whole = samples.completed(id, JsonObject.EMPTY, "anything");
            if (!samples.make(id, Size.MINIMAL, 0).isEmpty() && source(id).has("required")) {
                assertThat(schemas.validate(id, whole).violations()).isEmpty();
            }
        }

        @Test
        void keeps_what_was_said_and_gets_its_name() {
            JsonObject said = JsonObject.of("device_type", Json.of("softphone"));
            assertThat(samples.completed("devices", said, "desk")).isEqualTo(said.with(Json.of("desk"), "name"));
        }

        @Test
        void is_completed_inside_as_well() {
            JsonObject said = JsonObject.of("flow", JsonObject.of("module", Json.of("hangup")));
            JsonObject whole = samples.completed("callflows", said, "");
            assertThat(schemas.validate("callflows", whole).violations()).isEmpty();
            assertThat(whole.at("flow", "module")).isEqualTo(Json.of("hangup"));
        }
    }
}
