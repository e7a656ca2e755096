package io.github.kazoomock.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledSchemasTest {
    private static final Path FOLDER =
            Oracle.baseDir().resolve("schemas/src/main/resources/io/github/kazoomock/schemas");

    static List<String> ids() {
        return SchemaRegistry.bundled().ids();
    }

    private static JsonObject file(Path folder, String id) throws IOException {
        return (JsonObject) Json.parse(Files.readAllBytes(folder.resolve(id + ".json")));
    }

    @Test
    void the_index_lists_the_folder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".json"))
                            .map(name -> name.substring(0, name.length() - 5)))
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
        assertThat(Files.readAllLines(FOLDER.resolve("index.txt"))).isSorted();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void refers_to_schemas_that_exist_and_to_good_expressions(String id) throws IOException {
        assertThat(SchemaFaults.of(file(FOLDER, id), Set.copyOf(ids()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void says_its_id_and_the_draft(String id) throws IOException {
        assertThat(file(FOLDER, id).text("_id")).isEqualTo(id);
        assertThat(file(FOLDER, id).text("$schema")).isEqualTo(KazooDialect.ID);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void explains_every_property_with_a_title_and_a_description(String id) throws IOException {
        assertThat(Prose.of(file(FOLDER, id)).entrySet())
                .allSatisfy(place -> assertThat(place.getValue())
                        .as(place.getKey())
                        .allSatisfy(text -> assertThat(text).isNotBlank())
                        .hasSize(2));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void agrees_with_KAZOO_in_everything_but_prose(String id) throws IOException {
        assertThat(Prose.without(file(FOLDER, id))).isEqualTo(Prose.without(file(Oracle.folder(), id)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void describes_nothing_in_KAZOOs_words(String id) throws IOException {
        Set<String> theirs = Prose.sentences(file(Oracle.folder(), id));
        assertThat(Prose.sentences(file(FOLDER, id))).noneMatch(theirs::contains);
    }
}
