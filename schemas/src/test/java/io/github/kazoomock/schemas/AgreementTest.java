package io.github.kazoomock.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our schemas say of every generated document what KAZOO's say.
 *
 * <p>To write the committed verdicts anew, after a schema or the generator changed, with KAZOO's schemas beside the
 * project: {@code mvn -pl schemas test -Dtest=AgreementTest -Dkazoo.mock.agreement=write}. That run may fail on the
 * old verdicts; the next one tells.
 */
class AgreementTest {
    static List<String> ids() {
        return SchemaRegistry.bundled().ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void our_schema_gives_every_committed_verdict(String id) {
        List<JsonObject> lines = Corpus.lines(id);
        assertThat(lines).isNotEmpty();
        for (JsonObject line : lines) {
            Verdict committed = Verdict.read(line);
            assertThat(Verdict.of(SchemaRegistry.bundled(), id, committed.document()))
                    .as(id + ": " + line)
                    .isEqualTo(committed);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void minimal_typical_and_maximal_documents_are_accepted(String id) {
        List<JsonObject> whole = Corpus.lines(id).stream()
                .filter(line -> line.textOr("case", "").matches("minimal|typical.*|maximal"))
                .toList();
        assertThat(whole).allSatisfy(line -> assertThat(line.has("broken")).isFalse());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_rule_that_a_document_breaks_is_among_its_verdict(String id) {
        for (Case one : Cases.of(id, SchemaRegistry.bundled()::schema)) {
            Verdict verdict = Verdict.of(SchemaRegistry.bundled(), id, one.document());
            if (!one.breaks().isEmpty()) {
                assertThat(verdict.broken()).as(id + ": " + one).contains(one.breaks());
            }
        }
    }

    @Test
    void the_committed_documents_break_every_rule_that_the_schemas_use() {
        TreeSet<String> rules = ids().stream()
                .flatMap(id -> Corpus.lines(id).stream())
                .flatMap(line -> line.array("broken").texts().stream())
                .map(broken -> broken.substring(broken.lastIndexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules)
                .containsExactly(
                        "additionalProperties",
                        "any_schemas_not_valid",
                        "enum",
                        "error",
                        "maxLength",
                        "maximum",
                        "minItems",
                        "minLength",
                        "minimum",
                        "not_one_schema_valid",
                        "pattern",
                        "required",
                        "schema",
                        "type",
                        "uniqueItems",
                        "wrong_format");
    }

    @Nested
    class Beside_KAZOOs_own_schemas {
        private final SchemaRegistry oracle = Oracle.registry();

        @Test
        void both_give_the_same_documents_the_same_verdicts_and_the_committed_ones() throws IOException {
            for (String id : ids()) {
                List<JsonObject> fresh = Corpus.fresh(id, oracle);
                if ("write".equals(System.getProperty("kazoo.mock.agreement"))) {
                    Corpus.write(id, fresh);
                }
                assertThat(Corpus.fresh(id, SchemaRegistry.bundled())).as(id).isEqualTo(fresh);
                assertThat(Corpus.lines(id)).as(id + " as committed").isEqualTo(fresh);
            }
        }

        @Test
        void both_word_every_violation_alike() {
            for (String id : ids()) {
                for (JsonObject line : Corpus.lines(id)) {
                    JsonObject document = line.object("document");
                    assertThat(SchemaRegistry.bundled().validate(id, document))
                            .isEqualTo(oracle.validate(id, document));
                }
            }
        }

        @Test
        void every_schema_of_KAZOO_loads_compiles_and_answers() {
            Map<String, Validation> answers = oracle.ids().stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            id -> oracle.validate(id, JsonObject.EMPTY),
                            (a, b) -> a,
                            TreeMap::new));
            assertThat(answers).hasSize(448);
        }
    }
}
