package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFolderTest {
    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    private List<String> problems(Path of) {
        try {
            SchemaRegistry.bundled().withFolder(of);
            return List.of();
        } catch (SchemaException e) {
            assertThat(e).hasMessage(String.join("\n", e.problems()));
            return e.problems();
        }
    }

    @Test
    void a_file_replaces_the_schema_of_its_name_and_the_rest_stays() throws IOException {
        file("api_auth.json", "{'required':['token']}");
        SchemaRegistry registry = SchemaRegistry.bundled().withFolder(folder);
        assertThat(registry.validate("api_auth", json("{'api_key':1}")).violations())
                .extracting(Violation::path)
                .containsExactly(List.of("token"));
        assertThat(registry.ids()).isEqualTo(SchemaRegistry.bundled().ids());
        assertThat(SchemaRegistry.bundled()
                        .validate("api_auth", json("{'token':1}"))
                        .violations())
                .extracting(Violation::path)
                .contains(List.of("token"));
    }

    @Test
    void a_replaced_schema_counts_where_others_refer_to_it() throws IOException {
        file("call_waiting.json", "{'required':['tone']}");
        assertThat(SchemaRegistry.bundled()
                        .withFolder(folder)
                        .validate("accounts", json("{'name':'x','call_waiting':{}}"))
                        .violations())
                .extracting(Violation::path)
                .containsExactly(List.of("call_waiting", "tone"));
    }

    @Test
    void new_schemas_may_refer_to_each_other_and_to_ours() throws IOException {
        file("queues.json", "{'properties':{'rules':{'$ref':'queues.rules'},'caller_id':{'$ref':'caller_id'}}}");
        file("queues.rules.json", "{'type':'array'}");
        file("notes.txt", "no schema");
        SchemaRegistry registry = SchemaRegistry.bundled().withFolder(folder);
        assertThat(registry.ids())
                .contains("queues", "queues.rules", "accounts")
                .isSorted()
                .doesNotContain("notes");
        assertThat(registry.validate("queues", json("{'rules':{}}")).ok()).isFalse();
    }

    @Test
    void every_problem_of_a_folder_is_named_with_its_place() throws IOException {
        file("a.json", "{\n  'type': 'object'\n  'oops'}");
        file("b.json", "[1]");
        file("c.json", "{'properties':{'x/y':{'items':{'$ref':'nowhere'}},'z':{'oneOf':[{},{'$ref':5}]}}}");
        file("d.json", "{'patternProperties':{'(':{}},'additionalProperties':{'pattern':'[z-a]'}}");
        assertThat(problems(folder))
                .containsExactly(
                        folder.resolve("a.json") + ":3:3: no JSON: Unexpected character ('\"' (code 34)): was expecting"
                                + " comma to separate Object entries",
                        folder.resolve("b.json") + ": a schema is a JSON object; this file holds something else",
                        folder.resolve("c.json") + ": /properties/x~1y/items/$ref: no schema \"nowhere\";"
                                + " add nowhere.json to the folder or correct the $ref",
                        folder.resolve("c.json")
                                + ": /properties/z/oneOf/1/$ref: a $ref is a string: the id of a schema",
                        folder.resolve("d.json") + ": /patternProperties/(: no regular expression: Unclosed group near"
                                + " index 1",
                        folder.resolve("d.json") + ": /additionalProperties/pattern: no regular expression: Illegal"
                                + " character range near index 3");
    }

    @Test
    void properties_that_are_called_like_keywords_are_no_keywords() throws IOException {
        file("a.json", "{'properties':{'$ref':{'type':'string'},'pattern':{'type':'object'}},'default':{'$ref':'x'}}");
        assertThat(problems(folder)).isEmpty();
        assertThat(SchemaRegistry.bundled()
                        .withFolder(folder)
                        .validate("a", json("{'$ref':5,'pattern':'('}"))
                        .violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(List.of("$ref"), List.of("pattern"));
    }

    @Test
    void what_KAZOOs_release_refers_to_and_does_not_ship_stops_nobody() throws IOException {
        file("a.json", "{'properties':{'x':{'$ref':'system_config.registrar.auth_type'}}}");
        SchemaRegistry registry = SchemaRegistry.bundled().withFolder(folder);
        assertThat(registry.validate("a", json("{}")).ok()).isTrue();
        assertThat(registry.validate("a", json("{'x':1}")).violations())
                .extracting(Violation::rule)
                .containsExactly("schema");
    }

    @Test
    void a_folder_must_be_there_and_hold_schemas() {
        Path gone = folder.resolve("gone");
        assertThat(problems(gone))
                .containsExactly(gone + ": not a folder; name the folder that holds the schemas' .json files");
        assertThat(problems(folder))
                .containsExactly(folder + ": no .json file in it; name the folder that holds the schemas' .json files");
    }

    @Test
    void an_unknown_id_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> SchemaRegistry.bundled().validate("nothing", json("{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no schema nothing; there are [")
                .hasMessageContaining(" accounts, addresses,");
    }
}
