package io.github.kazoomock.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pointers as RFC 6901 has them. */
class PointerTest {
    private final Json whole =
            Json.parse("{\"data\":[{\"id\":\"a\"},{\"a/b\":{\"c~d\":1}}],\"\":2}".getBytes(StandardCharsets.UTF_8));

    @Test
    void leads_through_keys_and_indexes() {
        assertThat(Pointer.at(whole, "/data/0/id")).isEqualTo(Json.of("a"));
        assertThat(Pointer.at(whole, "")).isEqualTo(whole);
        assertThat(Pointer.at(whole, "/")).isEqualTo(Json.of(2));
    }

    @Test
    void escapes_what_would_be_a_step() {
        String pointer = "/data/1" + Pointer.step("a/b") + Pointer.step("c~d");
        assertThat(pointer).isEqualTo("/data/1/a~1b/c~0d");
        assertThat(Pointer.at(whole, pointer)).isEqualTo(Json.of(1));
    }

    @Test
    void is_nothing_where_nothing_is() {
        assertThat(Pointer.at(whole, "/data/2")).isNull();
        assertThat(Pointer.at(whole, "/data/-1")).isNull();
        assertThat(Pointer.at(whole, "/data/0/id/x")).isNull();
    }
}
