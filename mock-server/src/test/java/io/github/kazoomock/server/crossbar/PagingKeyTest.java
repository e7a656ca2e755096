package io.github.kazoomock.server.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingKeyTest {
    @Test
    void anIntegerIsWrittenAsErlangWritesIt() {
        assertThat(PagingKey.encode(Json.of(63_687_755_728L))).isEqualTo("g24FANAHFtQO");
    }

    @Test
    void anIdIsWrittenAsErlangWritesIt() {
        assertThat(PagingKey.encode(Json.of("8ff60cce970d4adda09c1659edffbb7"))).startsWith("g20AAAAfOGZmNjBjY2U5NzBk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"é\"", "0", "255", "256", "-1", "63687755728", "[\"name\",\"id\"]", "[]"})
    void whatIsWrittenReadsTheSame(String key) {
        assertThat(PagingKey.decode(PagingKey.encode(Json.parse(key)))).isEqualTo(Json.parse(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "g2", "g20AAAD_", "g20_____", "g2wAAP__ag", "aGVsbG8", "g24FANAHFtQOAA"})
    void anythingElseIsNoKey(String text) {
        assertThat(PagingKey.decode(text)).isNull();
    }

    @Test
    void theEmptyListIsAKeyToo() {
        assertThat(PagingKey.encode(JsonArray.EMPTY)).isNotEmpty();
    }
}
