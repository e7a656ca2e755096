package io.github.kazoomock.server.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, bytes 0-3/10, false",
        "bytes=4-, bytes 4-9/10, false",
        "bytes=0-9, bytes 0-9/10, true",
        "bytes=0-10, bytes 0-9/10, true",
        "bytes=-3, bytes 0-9/10, true",
        "'bytes=0-1,4-5', bytes 0-9/10, true",
        "bytes=5-2, bytes 0-9/10, true",
        ", bytes 0-9/10, true"
    })
    void isThatOfTheHeaderOrTheWholeFile(@Nullable String header, String range, boolean whole) {
        ByteRange read = ByteRange.of(header, 10);
        assertThat(read.header(10)).isEqualTo(range);
        assertThat(read.isWhole(10)).isEqualTo(whole);
    }
}
