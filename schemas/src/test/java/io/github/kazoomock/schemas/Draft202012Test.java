package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Draft202012Test {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.bundled();
    private static final Draft202012 DRAFT = new Draft202012(SCHEMAS);
    private static final SchemaLibrary ORIGINAL = new SchemaLibrary(SCHEMAS::schema);
    private static final Modern META = Modern.meta();

    static List<String> ids() {
        return SCHEMAS.ids();
    }

    private static List<JsonObject> documents(String id) {
        List<JsonObject> documents = new ArrayList<>();
        for (Case one : Cases.of(id, SCHEMAS::schema)) {
            documents.add(one.document());
        }
        Mutations mutations = new Mutations(id.hashCode());
        List<JsonObject> whole = List.copyOf(documents);
        for (int i = 0; i < 60; i++) {
            documents.add(mutations.of(whole.get(i % Math.min(whole.size(), 8))));
        }
        return documents.stream().map(Draft202012Test::whole).toList();
    }

    /** With 7 for 7.0: 2020-12 sees no difference, and KAZOO casts the one to the other. */
    private static JsonObject whole(JsonObject document) {
        return (JsonObject) wholeNumbers(document);
    }

    private static Json wholeNumbers(Json value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder result = JsonObject.builder();
            object.forEach((key, child) -> result.put(key, wholeNumbers(child)));
            return result.build();
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.values().stream().map(Draft202012Test::wholeNumbers).toList());
        }
        return value instanceof JsonNumber number && number.value().doubleValue() % 1 == 0
                ? Json.of(number.value().longValue())
                : value;
    }

    private static boolean original(String id, JsonObject document) {
        return ORIGINAL.compiled(id).validate(Nodes.of(document)).isEmpty();
    }

    private static JsonObject converted(String schema) {
        return new Draft202012(Registries.of(schema))
                .bundle("test")
                .without("$schema")
                .without("$id");
    }

    private static Modern reading(String id, Reading reading) {
        JsonObject.Builder defs = JsonObject.builder();
        for (String each : ids()) {
            defs.put(
                    each,
                    DRAFT.convert(each, reading, other -> "#/$defs/" + other).schema());
        }
        return Modern.of(JsonObject.of("$ref", Json.of("#/$defs/" + id), "$defs", defs.build()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_bundle_accepts_and_refuses_what_the_schema_does(String id) {
        Modern bundle = Modern.of(DRAFT.bundle(id));
        int refused = 0;
        for (JsonObject document : documents(id)) {
            boolean accepted = original(id, document);
            refused += accepted ? 0 : 1;
            assertThat(bundle.accepts(document))
                    .as("%s: %s %s", id, document, bundle.problems(document))
                    .isEqualTo(accepted);
        }
        assertThat(refused).as("documents that were refused").isPositive();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_bundle_is_a_schema_of_2020_12_and_refers_to_nothing_outside(String id) {
        JsonObject bundle = DRAFT.bundle(id);
        assertThat(META.problems(bundle)).isEqualTo("[]");
        assertThat(bundle.text("$id")).isEqualTo("urn:kazoo-mock:schemas:" + id);
        assertThat(bundle.toString().replace(Draft202012.DIALECT, "")).doesNotContain("draft-04");
        assertThat(references(bundle)).allMatch(reference -> at(bundle, reference) != null);
        assertThat(bundle.object("$defs").keys())
                .isSorted()
                .allMatch(def -> references(bundle).contains("#/$defs/" + def));
        assertThat(DRAFT.bundle(id).utf8()).isEqualTo(bundle.utf8());
    }

    @Test
    void one_bundle_has_every_schema() {
        JsonObject bundle = DRAFT.bundle();
        assertThat(bundle.object("$defs").keys()).isEqualTo(ids());
        assertThat(META.problems(bundle)).isEqualTo("[]");
        assertThat(references(bundle)).allMatch(reference -> at(bundle, reference) != null);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void what_defaults_complete_may_be_sent(String id) {
        Modern sent = reading(id, Reading.SENT);
        for (JsonObject document : documents(id)) {
            boolean accepted = original(id, SCHEMAS.withDefaults(id, document));
            if (accepted) {
                assertThat(sent.accepts(document)).as("%s: %s", id, document).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void parts_of_good_documents_may_be_patched_and_shown(String id) {
        Modern patched = reading(id, Reading.PATCHED);
        Modern shown = reading(id, Reading.SHOWN);
        for (JsonObject document : documents(id)) {
            if (original(id, document)) {
                for (String key : document.keys()) {
                    JsonObject part = document.without(key);
                    assertThat(patched.accepts(part))
                            .as("%s patched: %s", id, part)
                            .isTrue();
                    assertThat(shown.accepts(part)).as("%s shown: %s", id, part).isTrue();
                }
            }
        }
    }

    @Test
    void a_patch_takes_nulls_and_what_is_shown_does_not() {
        assertThat(reading("devices", Reading.PATCHED).accepts(json("{'name':null,'sip':{'method':null}}")))
                .isTrue();
        assertThat(reading("devices", Reading.SHOWN).accepts(json("{'name':null}")))
                .isFalse();
        assertThat(reading("devices", Reading.PATCHED).accepts(json("{'name':5}")))
                .isFalse();
        assertThat(reading("cdrs", Reading.SHOWN).accepts(json("{'unheard_of':'x'}")))
                .isTrue();
        assertThat(reading("cdrs", Reading.PATCHED).accepts(json("{'unheard_of':'x'}")))
                .isFalse();
        assertThat(reading("groups", Reading.SENT).accepts(json("{'name':'x'}")))
                .isTrue();
        assertThat(reading("groups", Reading.WHOLE).accepts(json("{'name':'x'}")))
                .isFalse();
    }

    @Test
    void keywords_that_changed_are_changed() {
        assertThat(converted("{'minimum':1,'exclusiveMinimum':true,'maximum':5,'exclusiveMaximum':false}"))
                .isEqualTo(json("{'exclusiveMinimum':1,'maximum':5}"));
        assertThat(converted("{'items':[{'type':'string'}],'additionalItems':false}"))
                .isEqualTo(json("{'prefixItems':[{'type':'string'}],'items':false}"));
        assertThat(converted("{'dependencies':{'a':['b'],'c':{'required':['d']}}}"))
                .isEqualTo(json("{'dependentRequired':{'a':['b']},'dependentSchemas':{'c':{'required':['d']}}}"));
        assertThat(converted("{'definitions':{'x':{'type':'string'}},'properties':{'y':{'$ref':'#/definitions/x'}}}"))
                .isEqualTo(json("{'$defs':{'x':{'type':'string'}},'properties':{'y':{'$ref':'#/$defs/x'}}}"));
        assertThat(converted("{'support_level':'beta','patern':'x','examples':5}"))
                .isEqualTo(json("{'x-support_level':'beta','x-patern':'x','x-examples':5}"));
        assertThat(converted("{'format':'email'}"))
                .isEqualTo(json("{'format':'email','allOf':[{'pattern':'^[^@]+@[^@]+$'}]}"));
        assertThat(converted("{'properties':{'x':{'$ref':'system_config.registrar.auth_type'}}}"))
                .isEqualTo(json("{'properties':{'x':{'x-kazoo-missing-schema':'system_config.registrar.auth_type',"
                        + "'not':{}}}}"));
    }

    @Test
    void properties_that_are_called_like_keywords_are_none() {
        String schema =
                "{'properties':{'id':{'type':'string'},'items':{'type':'array'},'required':{'type':'boolean'}}}";
        assertThat(converted(schema)).isEqualTo(json(schema));
    }

    @Test
    void a_bundle_holds_what_is_referred_to_and_points_back_to_itself() {
        Draft202012 draft = new Draft202012(Registries.of(Map.of(
                "a", "{'properties':{'b':{'$ref':'b'},'a':{'$ref':'a'}}}",
                "b", "{'items':{'$ref':'c'}}",
                "c", "{'properties':{'a':{'$ref':'a'}}}",
                "d", "{}")));
        assertThat(draft.bundle("a"))
                .isEqualTo(json("{'$schema':'https://json-schema.org/draft/2020-12/schema',"
                        + "'$id':'urn:kazoo-mock:schemas:a',"
                        + "'properties':{'b':{'$ref':'#/$defs/b'},'a':{'$ref':'#'}},"
                        + "'$defs':{'b':{'items':{'$ref':'#/$defs/c'}},'c':{'properties':{'a':{'$ref':'#'}}}}}"));
        assertThatThrownBy(() -> draft.bundle("e")).hasMessage("no schema e");
    }

    private static List<String> references(Json value) {
        List<String> references = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach((key, child) -> {
                if (key.equals("$ref") && child.text() != null) {
                    references.add(child.text());
                }
                references.addAll(references(child));
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(child -> references.addAll(references(child)));
        }
        return references;
    }

    private static @org.jspecify.annotations.Nullable Json at(JsonObject root, String reference) {
        return reference.equals("#") ? root : root.at(reference.substring(2).split("/"));
    }
}
