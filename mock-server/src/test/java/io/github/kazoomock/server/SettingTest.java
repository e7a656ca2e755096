package io.github.kazoomock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    @ParameterizedTest
    @EnumSource
    void has_a_builder_method_of_its_name(Setting setting) {
        String name = Pattern.compile("_(.)")
                .matcher(setting.name().toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        assertThat(Arrays.stream(KazooServer.Builder.class.getMethods())
                        .filter(method -> method.getReturnType() == KazooServer.Builder.class)
                        .filter(method -> method.getParameterCount() == 1)
                        .map(Method::getName))
                .contains(name);
    }

    @ParameterizedTest
    @EnumSource
    void has_a_flag_and_a_variable_of_its_name(Setting setting) {
        String word = setting.flag().substring(2);
        assertThat(setting.flag()).startsWith("--");
        assertThat(word).matches("[a-z]+(-[a-z]+)*");
        assertThat(setting.variable())
                .isEqualTo("KAZOO_MOCK_" + word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Test
    void set_by_method_wins_over_the_environment() {
        Settings settings =
                new Settings(Map.of(Setting.PORT, "1"), Map.of("KAZOO_MOCK_PORT", "2", "KAZOO_MOCK_SEED", "3"));
        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.seed()).isEqualTo(3);
    }

    @Test
    void an_empty_variable_counts_as_not_set() {
        assertThat(new Settings(Map.of(), Map.of("KAZOO_MOCK_PORT", "")).port()).isEqualTo(8000);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "512, 512", "512k, 524288", "32m, 33554432", "2G, 2147483648"})
    void a_journal_has_a_size(String text, long bytes) {
        assertThat(new Settings(Map.of(Setting.JOURNAL, text), Map.of()).journal())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1t", "99999999999999999g"})
    void a_journal_without_a_size_says_so(String text) {
        assertThatThrownBy(() -> new Settings(Map.of(Setting.JOURNAL, text), Map.of()).journal())
                .hasMessage("--journal " + text + ": use a number of bytes like 33554432 or 32m; 0 for no journal");
    }

    @Test
    void a_complaint_names_what_was_written() {
        assertThatThrownBy(() -> new Settings(Map.of(Setting.SEED, "x"), Map.of()).seed())
                .isInstanceOf(SettingException.class)
                .hasMessage("--seed x: use a whole number");
        assertThatThrownBy(() -> new Settings(Map.of(), Map.of("KAZOO_MOCK_SEED", "x")).seed())
                .isInstanceOf(SettingException.class)
                .hasMessage("KAZOO_MOCK_SEED=x: use a whole number");
    }
}
