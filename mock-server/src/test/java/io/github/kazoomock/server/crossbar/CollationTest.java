package io.github.kazoomock.server.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CollationTest {
    @Test
    void textsSortAsCouchDbSortsThem() {
        List<String> expected = List.of(
                "", " a", "_x", "-x", "$x", "1", "12", "2", "a", "A", "á", "a b", "ab", "aB", "Ab", "b", "B", "z", "ß");
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(Comparator.comparing(Collation::key));
        assertThat(shuffled.indexOf("a")).isLessThan(shuffled.indexOf("A"));
        assertThat(shuffled.indexOf("A")).isLessThan(shuffled.indexOf("ab"));
        assertThat(shuffled.indexOf("á")).isBetween(shuffled.indexOf("A"), shuffled.indexOf("ab"));
        assertThat(shuffled.indexOf(" a")).isLessThan(shuffled.indexOf("_x"));
        assertThat(shuffled.indexOf("_x")).isLessThan(shuffled.indexOf("1"));
        assertThat(shuffled.indexOf("12")).isLessThan(shuffled.indexOf("2"));
        assertThat(shuffled.indexOf("2")).isLessThan(shuffled.indexOf("a"));
        assertThat(shuffled.indexOf("a b")).isLessThan(shuffled.indexOf("ab"));
    }
}
