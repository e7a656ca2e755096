package io.github.kazoomock.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "{\"a\":}",
                "nul",
                "'a'",
                "{\"a\":1} x",
                "01",
                "1e999",
                "\"\\x\"",
                "{a:1}",
                "NaN"
            })
    void textThatIsNoJsonIsRefused(String text) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> Json.parse(text))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(JsonSyntaxException.Kind.MALFORMED));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xc3, '"'}));
    }

    @Test
    void aKeyThatComesTwiceIsRefusedAsSuch() {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> Json.parse("{\"a\":1,\"b\":{\"c\":1,\"c\":2}}"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(JsonSyntaxException.Kind.DUPLICATE_KEY));
    }

    @Test
    void theRefusalNamesLineAndColumn() {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> Json.parse("{\n  \"a\": 1,\n  \"b\" 2\n}"))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.column()).isBetween(6, 8);
                });
    }

    @Test
    void aHundredLevelsAreFineAndTenThousandAreRefused() {
        assertThat(Json.parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(JsonArray.class);
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> Json.parse("[".repeat(10_000) + "]".repeat(10_000)));
    }

    @Test
    void numbersKeepTheirKind() {
        assertThat(Json.parse("[1,1.0,12345678901234567890,-0,1e2]").toString())
                .isEqualTo("[1,1.0,12345678901234567890,0,100.0]");
        assertThat(Json.parse("1")).isNotEqualTo(Json.parse("1.0"));
    }

    @Test
    void textIsWrittenRawButForWhatMustBeEscaped() {
        byte[] written = Json.of("é/\"\\\n\u0001").utf8();
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo("\"é/\\\"\\\\\\n\\u0001\"");
    }
}
