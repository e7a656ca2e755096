package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationsTest {
    private static final String STRICT = "Strict checking of data is enabled; only include schema-defined ";

    private static List<Violation> found(String schema, String document) {
        return Registries.of(schema).validate("test", json(document)).violations();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'string' | 5 | type | {'message':'Value did not match type(s): string','target':'string','value':5}",
                "'type':['string','null'] | 5 | type"
                        + " | {'message':'Value did not match type(s): string, null','target':'string, null','value':5}",
                "'type':'object' | null | type | {'message':'Value did not match type(s): object','target':'object','value':null}",
                "'minLength':3 | 'ab' | minLength"
                        + " | {'message':'String must be at least 3 characters','target':3,'cause':'ab','value':'ab'}",
                "'maxLength':1 | 'ab' | maxLength"
                        + " | {'message':'String must not be more than 1 characters','target':1,'cause':'ab','value':'ab'}",
                "'enum':['a',1] | 'b' | enum"
                        + " | {'message':'Value not found in enumerated list of values','target':['a',1],'value':'b'}",
                "'enum':[1,{'x':[null,2.5]}] | 1.0 | enum"
                        + " | {'message':'Value not found in enumerated list of values','target':[1,{'x':[null,2.5]}],'value':1.0}",
                "'minimum':3 | 2 | minimum | {'message':'Value must be at least 3','target':3,'value':2}",
                "'minimum':3,'exclusiveMinimum':true | 3 | minimum | {'message':'Value must be at least 3','target':3,'value':3}",
                "'maximum':3.5 | 4 | maximum | {'message':'Value must be at most 3.5','target':3.5,'value':4}",
                "'minItems':2 | [1] | minItems | {'message':'The list must have at least 2 items','target':2,'value':[1]}",
                "'maxItems':0 | [1] | maxItems | {'message':'The list is more than 0 items','target':0,'value':[1]}",
                "'uniqueItems':true | [1,2,1] | uniqueItems | {'message':'List of items is not unique','value':[1,2,1]}",
                "'pattern':'^[0-9]+$' | 'x' | pattern"
                        + " | {'message':`Failed to match pattern \"^[0-9]+$\"`,'target':'^[0-9]+$','value':'x'}",
                "'items':[{}],'additionalItems':false | [1,2] | additionalItems | {'message':'" + STRICT
                        + "items','value':[1,2]}",
                "'format':'email' | 'a@b@c' | wrong_format"
                        + " | {'message':'Field is not in the correct format','value':'a@b@c','format':'email'}",
                "'oneOf':[{'type':'string'},{'minimum':9}] | 5 | not_one_schema_valid | {'message':'failed to validate','value':5}",
                "'oneOf':[{},{}] | 5 | not_one_schema_valid | {'message':'failed to validate','value':5}",
                "'anyOf':[{'type':'string'},{'minimum':9}] | 5 | any_schemas_not_valid | {'message':'failed to validate','value':5}",
                "'not':{} | 5 | not_schema_valid | {'message':'failed to validate','value':5}",
                "'multipleOf':2 | 5 | not_multiple_of | {'message':'failed to validate','value':5}",
                "'minProperties':1 | {} | too_few_properties | {'message':'failed to validate','value':{}}",
                "'maxProperties':0 | {'b':1} | too_many_properties | {'message':'failed to validate','value':{'b':1}}",
                "'kazoo-regexp':true | '[a' | error | {'message':`invalid regular expression: \"[a\"`,'value':'[a'}"
            })
    void says_of(String keyword, String value, String rule, String details) {
        // the messages with quotes in them are written with double ones above
        String exact = details.replace("`", "'").replace("\"", "\\u0027");
        assertThat(found("{'properties':{'a':{" + keyword + "}}}", "{'a':" + value + "}"))
                .containsExactly(new Violation(List.of("a"), rule, json(exact)));
    }

    @Test
    void a_value_in_the_list_passes_whatever_its_type() {
        String schema = "{'items':{'enum':['a',1,true,null,{'x':[1,2]},9999999999]}}";
        assertThat(Registries.of("{'properties':{'l':" + schema + "}}")
                        .validate("test", json("{'l':['a',1,true,null,{'x':[1,2]},9999999999]}"))
                        .ok())
                .isTrue();
    }

    @Test
    void a_missing_property_is_reported_where_it_is_missing() {
        assertThat(found("{'properties':{'a':{'required':['b','c']}}}", "{'a':{'c':1}}"))
                .containsExactly(new Violation(
                        List.of("a", "b"),
                        "required",
                        json("{'message':'Field is required but missing','value':'b'}")));
    }

    @Test
    void an_extra_property_is_reported_where_it_is_with_the_whole_object() {
        String details = "{'message':'" + STRICT + "properties','value':{'b':1,'p':2,'c.d/e~':3}}";
        assertThat(found(
                        "{'properties':{'a':{'additionalProperties':false,'properties':{'p':{}}}}}",
                        "{'a':{'b':1,'p':2,'c.d/e~':3}}"))
                .containsExactlyInAnyOrder(
                        new Violation(List.of("a", "b"), "additionalProperties", json(details)),
                        new Violation(List.of("a", "c.d/e~"), "additionalProperties", json(details)));
    }

    @Test
    void the_object_with_an_extra_property_is_reported_as_it_was_sent() {
        assertThat(SchemaRegistry.bundled()
                        .validate("call_forward", json("{'enabled':'true','failover':1}"))
                        .violations())
                .containsExactly(new Violation(
                        List.of("failover"),
                        "additionalProperties",
                        json("{'message':'" + STRICT + "properties','value':{'enabled':true,'failover':1}}")));
    }

    @Test
    void everything_is_reported_at_once_and_indices_are_steps() {
        assertThat(found(
                        "{'required':['x'],'properties':{'l':{'items':{'properties':{'n':{'type':'string'}}}}}}",
                        "{'l':[{'n':'a'},{'n':1},{'n':2}]}"))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(List.of("x"), List.of("l", "1", "n"), List.of("l", "2", "n"));
    }

    @Test
    void several_rules_of_one_place_come_in_the_order_of_their_keywords() {
        assertThat(found(
                        "{'properties':{'a':{'type':'string','pattern':'^x','minLength':9,'format':'email','enum':['z']}}}",
                        "{'a':'b'}"))
                .extracting(Violation::rule)
                .containsExactly("enum", "wrong_format", "minLength", "pattern");
    }

    @Test
    void what_an_allOf_finds_is_reported_as_its_own() {
        Validation user = SchemaRegistry.bundled()
                .validate(
                        "users",
                        json("{'first_name':'A','last_name':'B','addresses':{'emergency':{'house_number':1,"
                                + "'locality':'L','name':'N','postal_code':'P','region':'R','street':'S'}}}"));
        assertThat(user.violations())
                .containsExactly(new Violation(
                        List.of("addresses", "emergency", "country"),
                        "required",
                        json("{'message':'Field is required but missing','value':'country'}")));
    }

    @Test
    void the_same_finding_of_two_references_is_said_once() {
        SchemaRegistry registry = Registries.of(
                Map.of("test", "{'properties':{'a':{'$ref':'other','type':'object'}}}", "other", "{'type':'object'}"));
        assertThat(registry.validate("test", json("{'a':5}")).violations()).hasSize(1);
    }

    @Test
    void what_stands_beside_a_reference_counts() {
        SchemaRegistry registry = Registries.of(Map.of(
                "test", "{'properties':{'a':{'$ref':'other','maxLength':2,'allOf':[{'pattern':'^x'}]}}}",
                "other", "{'minLength':4}"));
        assertThat(registry.validate("test", json("{'a':'abc'}")).violations())
                .extracting(Violation::rule)
                .containsExactly("maxLength", "minLength", "pattern");
    }

    @Test
    void a_schema_may_refer_to_itself() {
        assertThat(SchemaRegistry.bundled()
                        .validate(
                                "metaflow",
                                json("{'module':'hold','children':{'a':{'module':'x','children':{'b':{'data':{}}}}}}"))
                        .violations())
                .extracting(Violation::path, Violation::rule)
                .containsExactly(tuple(List.of("children", "a", "children", "b", "module"), "required"));
    }

    @Test
    void a_document_as_deep_as_the_parser_allows_is_checked() {
        String flow = "{'module':'hold'}";
        for (int i = 0; i < 245; i++) {
            flow = "{'module':'hold','children':{'_':" + flow + "}}";
        }
        assertThat(SchemaRegistry.bundled().validate("metaflow", json(flow)).ok())
                .isTrue();
    }

    @Test
    void a_reference_to_no_schema_is_reported_only_when_a_document_reaches_it() {
        String schema = "{'properties':{'a':{'$ref':'gone'}}}";
        assertThat(found(schema, "{'b':1}")).isEmpty();
        assertThat(found(schema, "{'a':1}"))
                .containsExactly(new Violation(
                        List.of("schema"), "schema", json("{'message':'schema not found','schema':'gone'}")));
    }

    @Test
    void characters_are_counted_and_not_their_halves() {
        String phone = "\uD83D\uDCDE";
        assertThat(found("{'properties':{'a':{'minLength':2,'maxLength':2}}}", "{'a':'" + phone + phone + "'}"))
                .isEmpty();
        assertThat(found("{'properties':{'a':{'minLength':2}}}", "{'a':'" + phone + "'}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ipv4, 192.0.2.7, 192.0.2.300",
        "ipv6, 2001:db8::7, 2001:db8:::7",
        "date-time, 2026-11-01T08:30:00Z, 2026-11-01 25:30",
        "email, a@b, a"
    })
    void only_these_formats_are_checked(String format, String good, String bad) {
        String schema = "{'properties':{'a':{'format':'" + format + "'}}}";
        assertThat(found(schema, "{'a':'" + good + "'}")).isEmpty();
        assertThat(found(schema, "{'a':'" + bad + "'}"))
                .extracting(Violation::rule)
                .containsExactly("wrong_format");
        assertThat(found(schema, "{'a':5}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"uri", "hostname", "regex", "date", "sip_hostname", "uri-reference"})
    void these_formats_never_fail(String format) {
        assertThat(found("{'properties':{'a':{'format':'" + format + "'}}}", "{'a':'([ no good'}"))
                .isEmpty();
    }
}
