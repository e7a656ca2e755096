package io.github.kazoomock.server.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class E164Test {
    @ParameterizedTest
    @CsvSource({
        "4158867900,+14158867900",
        "(415) 886-7900,+14158867900",
        "14158867900,+14158867900",
        "+14158867900,+14158867900",
        "+44 20 7946 0000,+442079460000",
        "011442079460000,+442079460000",
        "00442079460000,+442079460000",
        "442079460000,+442079460000",
    })
    void numbersAreSpeltWithTheirCountry(String written, String stored) {
        assertThat(E164.of(written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"1001", "911", "0011", "01112", "*97", "lobby", "''"})
    void whatIsNoNumberStaysAsItIs(String written) {
        assertThat(E164.of(written)).isEqualTo(written);
    }
}
