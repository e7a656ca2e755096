package io.github.kazoomock.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaRegexTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ^[[:alnum:]_]+$    | ^[0-9A-Za-z_]+$
                    [[:space:]]        | [\\u0009-\\u000d\\u0020]
                    [^[:digit:]]       | [^0-9]
                    [[:^digit:]]       | [\\u0000-\\u002f\\u003a-\\uffff]
                    [a[b]              | [a\\[b]
                    []a]               | [\\]a]
                    [a-z]{2}\\-[A-Z]   | [a-z]{2}-[A-Z]
                    ^[a-z_\\-]+\\.$    | ^[a-z_\\-]+\\.$
                    [\\w/#*]           | [\\w/#*]
                    (?!id\\b)^.+@.+$   | (?!id\\b)^.+@.+$
                    """)
    void is_written_as_every_engine_of_today_reads_it(String pcre, String ecma) {
        assertThat(EcmaRegex.of(pcre)).isEqualTo(ecma);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[[:alnum:]_]+$", "[[:punct:]]", "[[:^space:]x]", "[[:xdigit:][:blank:]]", "[^[:cntrl:]]"})
    void matches_the_same_characters(String pcre) {
        Pattern here = Pattern.compile(EcmaRegex.of(pcre));
        for (char c = 0; c < 128; c++) {
            assertThat(here.matcher("" + c).find()).as("%s %d", pcre, (int) c).isEqualTo(Regexes.find(pcre, "" + c));
        }
    }
}
