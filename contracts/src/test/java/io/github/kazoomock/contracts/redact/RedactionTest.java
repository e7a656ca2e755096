package io.github.kazoomock.contracts.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RedactionTest {
    @TempDir
    static Path folder;

    private final Redactor redactor = Redactor.of(RuleTable.builtIn());

    static Stream<Json> rows() throws IOException {
        try (InputStream in = RedactionTest.class.getResourceAsStream("rows.json")) {
            return ((JsonArray) Json.parse(Objects.requireNonNull(in).readAllBytes())).values().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_of_the_table_does_what_it_says(Json row) throws IOException {
        JsonObject rule = (JsonObject) row;
        Redactor used = rule.isTrue("on") ? Redactor.of(RuleTable.with(file(switchedOn(rule)))) : redactor;
        assertThat(redacted(used, rule.object("in"))).matches("(?s)" + rule.text("out"));
    }

    private static String switchedOn(JsonObject rule) {
        return "{\"rules\": [{\"name\": \"" + rule.text("rule") + "\", \"on\": true}]}";
    }

    private static String redacted(Redactor redactor, JsonObject in) {
        Json json = in.get("json");
        if (in.has("reply")) {
            return redactor.reply(Objects.requireNonNull(json), in.textOr("reply", ""))
                    .toString();
        }
        if (json != null) {
            return redactor.json(json).toString();
        }
        if (in.has("header")) {
            return redactor.header(in.textOr("header", ""), in.textOr("value", ""));
        }
        if (in.has("query")) {
            return redactor.query(in.textOr("query", ""));
        }
        return in.has("path") ? redactor.path(in.textOr("path", "")) : redactor.text(in.textOr("text", ""));
    }

    @Test
    void every_rule_has_a_row() throws IOException {
        Set<String> tried =
                rows().map(row -> ((JsonObject) row).textOr("rule", "")).collect(Collectors.toSet());
        Set<String> names = RuleTable.with(file("{\"rules\": [{\"name\": \"ip addresses\"}]}")).rules().stream()
                .map(Rule::name)
                .collect(Collectors.toSet());
        assertThat(tried).containsAll(names);
    }

    @Test
    void a_file_adds_rules_and_switches_ours() throws IOException {
        Path file = file("""
                {"rules": [
                  {"name": "badges", "as": "digits", "keys": ["badge"], "texts": ["B-([0-9]{5})"]},
                  {"name": "emails", "on": false}
                ]}""");
        Redactor own = Redactor.of(RuleTable.with(file));
        assertThat(own.text("B-48213 of joe@corp.example.net")).matches("B-(?!48213)[0-9]{5} of joe@corp.example.net");
        assertThat(own.json(Json.parse("{\"badge\": \"48213\"}")).toString())
                .matches("\\{\"badge\":\"(?!48213)[0-9]{5}\"}");
    }

    @Test
    void a_wrong_rule_is_refused_with_its_place() throws IOException {
        Path file = file("{\"rules\": [{\"name\": \"a\", \"as\": \"nothing\"}]}");
        assertThatThrownBy(() -> RuleTable.with(file))
                .isInstanceOf(UsageError.class)
                .hasMessage(
                        file + "#/rules/0/as: 'nothing' is none of token, secret, hash, digits, email, number, name, "
                                + "street, ip, file");
        Path other = file("{\"rules\": [{\"name\": \"a\", \"key\": []}]}");
        assertThatThrownBy(() -> RuleTable.with(other)).hasMessageContaining("#/rules/0/key: no rule has such a key");
    }

    @Test
    void one_number_has_one_other_in_every_form_and_two_never_the_same() {
        Set<String> made = new HashSet<>();
        IntStream.range(0, 3_000).forEach(i -> made.add(redactor.field("number", "+1415867%04d".formatted(i))));
        assertThat(made).hasSize(3_000).allMatch(number -> number.matches("\\+1[2-9][0-9]{2}55501[0-9]{2}"));
        String one = redactor.field("to", "+14158670001");
        assertThat(redactor.field("to", "14158670001")).isEqualTo(one.substring(1));
        assertThat(redactor.field("to", "4158670001")).isEqualTo(one.substring(2));
        assertThat(redactor.field("to", "0114158670001")).hasSize(13).startsWith("011");
    }

    @Test
    void numbers_keep_country_and_length() {
        for (String number :
                new String[] {"+442087654321", "+33140506070", "+493012345678", "+61298765432", "+97235551234"}) {
            String made = redactor.field("to", number);
            assertThat(made)
                    .hasSameSizeAs(number)
                    .startsWith(number.substring(0, 3))
                    .isNotEqualTo(number);
        }
    }

    @Test
    void the_same_key_gives_the_same_pseudonyms_and_another_others() {
        String one = Redactor.of(RuleTable.builtIn(), "a").text("joe@corp.example.net");
        assertThat(Redactor.of(RuleTable.builtIn(), "a").text("joe@corp.example.net"))
                .isEqualTo(one);
        assertThat(Redactor.of(RuleTable.builtIn(), "b").text("joe@corp.example.net"))
                .isNotEqualTo(one);
        assertThat(redactor.text("joe@corp.example.net")).isNotEqualTo(one);
    }

    private static Path file(String rules) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "rules", ".json"), rules);
    }
}
