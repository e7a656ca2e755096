package io.github.kazoomock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void values_are_those_of_the_JDK() {
        assertThat(Json.read(" {\"a\": [1, -2.5, 1e3, true, false, null, \"x\"], \"b\": {}, \"c\": []} "))
                .isEqualTo(Map.of(
                        "a", Arrays.asList(1L, -2.5, 1000.0, true, false, null, "x"), "b", Map.of(), "c", List.of()));
    }

    @Test
    void a_number_that_no_long_holds_is_a_double() {
        assertThat(Json.read("123456789012345678901")).isEqualTo(1.2345678901234568E20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü \uD83D\uDCDE", "quote \" backslash \\ slash /", "\b\f\n\r\t\u0001"})
    void what_is_written_reads_the_same(String text) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(text, Arrays.asList(text, 1L, 2.5, true, null, Map.of("k", List.of())));
        assertThat(Json.read(JsonText.of(map))).isEqualTo(map);
    }

    @Test
    void escapes_are_read() {
        assertThat(Json.read("\"\\u00e9\\n\\/\\\"\\\\\"")).isEqualTo("é\n/\"\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "\"x",
                "\"\\q\"",
                "\"\\u12\"",
                "tru",
                "1 2",
                "--1",
                "nil"
            })
    void what_is_no_JSON_says_where(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(text))
                .withMessageStartingWith("no JSON: ")
                .withMessageContaining(" should be at ");
    }

    @Test
    void a_path_goes_through_objects_and_arrays() {
        Object value = Json.read("{\"data\": [{\"name\": \"desk\"}]}");
        assertThat(Json.at(value, "data.0.name")).isEqualTo("desk");
        assertThat(Json.at(value, "data.1.name")).isNull();
        assertThat(Json.at(value, "data.name.x")).isNull();
        assertThat(Json.at(value, "nothing")).isNull();
    }
}
