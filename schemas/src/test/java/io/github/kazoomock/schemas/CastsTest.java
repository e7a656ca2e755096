package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonLiteral;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CastsTest {
    private static Validation validated(String type, String value) {
        return Registries.of("{'properties':{'a':{'type':" + type + "}}}")
                .validate("test", json("{'a':" + value + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'integer' | '5'       | 5",
                "'integer' | '-5'      | -5",
                "'integer' | '5.7'     | 6",
                "'integer' | 5.7       | 6",
                "'integer' | 5.5       | 6",
                "'integer' | 4.5       | 5",
                "'integer' | -4.5      | -5",
                "'integer' | 1.0       | 1",
                "'integer' | '1.0e2'   | 100",
                "'integer' | '99999999999999999999' | 99999999999999999999",
                "'number'  | '1.5'     | 1.5",
                "'number'  | '2'       | 2",
                "'boolean' | 'true'    | true",
                "'boolean' | 'false'   | false"
            })
    void converts(String type, String sent, String stored) {
        Validation validation = validated(type, sent);
        assertThat(validation.violations()).isEmpty();
        assertThat(validation.document()).isEqualTo(json("{'a':" + stored + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'integer' | 'five'",
                "'integer' | ''",
                "'integer' | ' 5'",
                "'integer' | '5 apples'",
                "'integer' | '1e2'",
                "'integer' | '.5'",
                "'integer' | true",
                "'integer' | null",
                "'number'  | '1,5'",
                "'number'  | '1.0e999'",
                "'boolean' | 'yes'",
                "'boolean' | 'True'",
                "'boolean' | 1",
                "'string'  | 5",
                "'string'  | true",
                "['integer','null'] | '5'"
            })
    void leaves(String type, String sent) {
        Validation validation = validated(type, sent);
        assertThat(validation.violations()).extracting(Violation::rule).containsExactly("type");
        assertThat(validation.document()).isEqualTo(json("{'a':" + sent + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "2"})
    void a_number_of_either_kind_is_a_number_and_stays_as_it_is(String value) {
        assertThat(validated("'number'", value).document()).isEqualTo(json("{'a':" + value + "}"));
    }

    @Test
    void the_converted_value_is_checked_again() {
        Validation validation = Registries.of("{'properties':{'a':{'type':'integer','maximum':3}}}")
                .validate("test", json("{'a':'5'}"));
        assertThat(validation.violations())
                .containsExactly(new Violation(
                        List.of("a"), "maximum", json("{'message':'Value must be at most 3','target':3,'value':5}")));
    }

    @Test
    void values_in_arrays_are_converted_in_place() {
        Validation validation = Registries.of("{'properties':{'l':{'items':{'type':'integer'}}}}")
                .validate("test", json("{'l':[1,'2',3,'4']}"));
        assertThat(validation.document()).isEqualTo(json("{'l':[1,2,3,4]}"));
    }

    @Test
    void nothing_is_converted_inside_alternatives() {
        Validation validation = Registries.of("{'properties':{'a':{'oneOf':[{'type':'integer'},{'type':'boolean'}]}}}")
                .validate("test", json("{'a':'5'}"));
        assertThat(validation.violations()).extracting(Violation::rule).containsExactly("not_one_schema_valid");
    }

    @Test
    void a_conversion_is_kept_when_something_else_is_wrong() {
        Validation validation = SchemaRegistry.bundled().validate("accounts", json("{'enabled':'false'}"));
        assertThat(validation.violations()).extracting(Violation::rule).containsExactly("required");
        assertThat(validation.document().get("enabled")).isEqualTo(JsonLiteral.FALSE);
    }
}
