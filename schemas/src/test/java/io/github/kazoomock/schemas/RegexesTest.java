package io.github.kazoomock.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^[[:alnum:]_]+$ caller_id_1 caller-id",
                "^[[:^digit:]]$ x 5",
                "^[^[:alpha:]]$ 5 x",
                "^[[:upper:][:digit:]]+$ A1 a1",
                "[0-9] a1b ab",
                "^[a[b]$ [ c",
                "^[]a]$ ] b",
                "^[^]a]$ b ]",
                "^[a&&b]+$ a&b c",
                "^\\[[:a]$ [: a",
                "^[\\]x]$ ] y",
                "^[.\\w_-]+$ a.b-c_d a@b",
                "(?!id\\b)(?!default\\b)^[a-zA-Z0-9.]+$ x id"
            })
    void matches_the_first_and_not_the_second(String regex, String good, String bad) {
        assertThat(Regexes.find(regex, good)).as(good).isTrue();
        assertThat(Regexes.find(regex, bad)).as(bad).isFalse();
    }

    @Test
    void only_a_line_feed_ends_a_line() {
        assertThat(Regexes.find("^a.b$", "a\rb")).isTrue();
        assertThat(Regexes.find("^ab$", "ab\n")).isTrue();
        assertThat(Regexes.find("^ab$", "ab\r")).isFalse();
    }

    @Test
    void something_else_is_refused() {
        assertThatThrownBy(() -> Regexes.compile("a(b")).isInstanceOf(PatternSyntaxException.class);
    }
}
