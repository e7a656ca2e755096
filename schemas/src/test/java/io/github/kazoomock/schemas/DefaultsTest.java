package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private static void assertFilled(String schema, String sent, String stored) {
        assertThat(Registries.of(schema).validate("test", json(sent)).document())
                .isEqualTo(json(stored));
        assertThat(Registries.of(schema).withDefaults("test", json(sent))).isEqualTo(json(stored));
    }

    @Test
    void a_missing_property_with_a_default_and_a_type_is_added() {
        assertFilled("{'properties':{'a':{'type':'boolean','default':true}}}", "{'b':1}", "{'b':1,'a':true}");
    }

    @Test
    void what_was_sent_stays_even_when_it_is_wrong() {
        assertFilled("{'properties':{'a':{'type':'boolean','default':true}}}", "{'a':null}", "{'a':null}");
    }

    @Test
    void a_default_without_a_type_beside_it_adds_nothing() {
        assertFilled("{'properties':{'a':{'default':true}}}", "{}", "{}");
    }

    @Test
    void a_default_of_another_type_adds_nothing() {
        assertFilled("{'properties':{'a':{'type':'integer','default':'5'}}}", "{}", "{}");
        assertFilled("{'properties':{'a':{'type':'number','default':5}}}", "{}", "{'a':5}");
        assertFilled("{'properties':{'a':{'type':['null','string'],'default':'5'}}}", "{}", "{'a':'5'}");
    }

    @Test
    void an_added_object_gets_its_own_defaults() {
        assertFilled(
                "{'properties':{'o':{'type':'object','default':{},"
                        + "'properties':{'a':{'type':'integer','default':1}}}}}",
                "{}",
                "{'o':{'a':1}}");
    }

    @Test
    void an_absent_object_without_a_default_stays_absent_with_all_defaults_inside_it() {
        String schema = "{'properties':{'o':{'type':'object','properties':{'a':{'type':'integer','default':1}}}}}";
        assertFilled(schema, "{}", "{}");
        assertFilled(schema, "{'o':{}}", "{'o':{'a':1}}");
    }

    @Test
    void objects_in_arrays_and_behind_patterns_are_filled() {
        String item = "{'type':'object','properties':{'a':{'type':'integer','default':1}}}";
        assertFilled(
                "{'properties':{'l':{'items':" + item + "}}}", "{'l':[{},5,{'a':2}]}", "{'l':[{'a':1},5,{'a':2}]}");
        assertFilled("{'patternProperties':{'^x':" + item + "}}", "{'x1':{},'y':{}}", "{'x1':{'a':1},'y':{}}");
        assertFilled(
                "{'properties':{'p':{}},'patternProperties':{'^x':{}},'additionalProperties':" + item + "}",
                "{'p':{},'x':{},'y':{}}",
                "{'p':{},'x':{},'y':{'a':1}}");
    }

    @Test
    void every_branch_of_an_allOf_is_filled_and_no_alternative() {
        String branch = "[{'properties':{'a':{'type':'integer','default':1}}}]";
        assertFilled("{'allOf':" + branch + "}", "{}", "{'a':1}");
        assertFilled("{'oneOf':" + branch + ",'anyOf':" + branch + "}", "{}", "{}");
    }

    @Test
    void a_reference_fills_an_object_that_is_there_and_creates_none() {
        SchemaRegistry registry = Registries.of(Map.of(
                "test", "{'properties':{'o':{'$ref':'other'}}}",
                "other", "{'type':'object','default':{},'properties':{'a':{'type':'integer','default':1}}}"));
        assertThat(registry.validate("test", json("{}")).document()).isEqualTo(json("{}"));
        assertThat(registry.validate("test", json("{'o':{}}")).document()).isEqualTo(json("{'o':{'a':1}}"));
    }

    @Test
    void defaults_are_there_before_anything_is_required() {
        Validation forward = SchemaRegistry.bundled()
                .validate("users", json("{'first_name':'A','last_name':'B','call_forward':{'number':'1'}}"));
        assertThat(forward.violations()).isEmpty();
        assertThat(forward.document().object("call_forward"))
                .isEqualTo(json("{'number':'1','enabled':false,'direct_calls_only':false,'ignore_early_media':true,"
                        + "'keep_caller_id':true,'require_keypress':true,'substitute':true}"));
    }

    @Test
    void a_new_account_gets_exactly_these() {
        assertThat(SchemaRegistry.bundled()
                        .validate("accounts", json("{'name':'Blue Door'}"))
                        .document())
                .isEqualTo(json("{'name':'Blue Door','call_restriction':{},'enabled':true,'music_on_hold':{},"
                        + "'preflow':{},'ringtones':{}}"));
    }

    @Test
    void a_refused_document_has_its_defaults_too() {
        Validation refused = SchemaRegistry.bundled().validate("accounts", json("{}"));
        assertThat(refused.ok()).isFalse();
        assertThat(refused.document().isTrue("enabled")).isTrue();
    }
}
