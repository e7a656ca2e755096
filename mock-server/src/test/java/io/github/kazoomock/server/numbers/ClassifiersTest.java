package io.github.kazoomock.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifiersTest {
    private static final Classifiers OF_SCHEMA = Classifiers.of(SchemaRegistry.bundled()
            .withDefaults("system_config.number_manager", JsonObject.EMPTY)
            .object("classifiers"));

    @ParameterizedTest
    @CsvSource({
        "+18005550111, tollfree_us",
        "+19005550111, toll_us",
        "911, emergency",
        "988, emergency",
        "+12645550111, caribbean",
        "+14155550111, did_us",
        "+4930123456, international",
        "1001, unknown",
    })
    void theUsualOnesAreThoseOfTheSchema(String number, String name) {
        assertThat(Classifiers.USUAL.classOf(number)).isEqualTo(name);
        assertThat(OF_SCHEMA.classOf(number)).isEqualTo(name);
    }

    @Test
    void anOperatorsOwnComeBeforeTheOneThatTakesAll() {
        JsonObject own = JsonObject.EMPTY
                .with(text("^(.*)$"), "unknown", "regex")
                .with(text("^1"), "short", "regex")
                .with(text("("), "broken", "regex");
        assertThat(Classifiers.of(own).classOf("1001")).isEqualTo("short");
        assertThat(Classifiers.of(own).classOf("2001")).isEqualTo("unknown");
        assertThat(Classifiers.of(own.without("unknown")).classOf("2001")).isNull();
    }

    private static Json text(String regex) {
        return Json.of(regex);
    }
}
