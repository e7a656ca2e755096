package io.github.kazoomock.schemas;

import static io.github.kazoomock.schemas.Registries.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ModulesTest {
    @Nested
    class An_action_of_a_callflow {
        private Validation validate(String flow) {
            return SchemaRegistry.bundled().validate("callflows.action", json(flow));
        }

        @Test
        void gets_the_defaults_of_its_module_at_every_depth() {
            JsonObject sent = json("{'module':'user','data':{'id':'u'},'children':"
                    + "{'_':{'module':'callflow','data':{'flow':{'module':'sleep'}}}}}");
            JsonObject stored =
                    json("{'module':'user','data':{'id':'u','delay':0,'strategy':'simultaneous','timeout':20},"
                            + "'children':{'_':{'module':'callflow','data':{'flow':{'module':'sleep',"
                            + "'data':{'duration':0,'unit':'s'}}}}}}");
            assertThat(SchemaRegistry.bundled().withDefaults("callflows.action", sent))
                    .isEqualTo(stored);
            assertThat(SchemaRegistry.bundled().validate("callflows.action", sent))
                    .isEqualTo(new Validation(stored, List.of()));
        }

        @Test
        void has_data_as_its_module_wants_it() {
            Validation refused = validate("{'module':'menu','data':{'id':'m'},'children':"
                    + "{'_':{'module':'user','data':{'id':'u','timeout':'soon'}}}}");
            assertThat(refused.violations())
                    .containsExactly(new Violation(
                            List.of("children", "_", "data", "timeout"),
                            "type",
                            json("{'message':'Value did not match type(s): integer','target':'integer',"
                                    + "'value':'soon'}")));
        }

        @Test
        void has_its_data_cast() {
            assertThat(validate("{'module':'user','data':{'timeout':'30'}}")
                            .document()
                            .integer(0, "data", "timeout"))
                    .isEqualTo(30);
        }

        @Test
        void is_refused_with_an_unknown_module() {
            assertThat(validate("{'module':'dance','data':{}}").violations())
                    .containsExactlyInAnyOrder(
                            new Violation(
                                    List.of("module"),
                                    "error",
                                    json("{'message':'unable to find callflow schema for module dance',"
                                            + "'value':'dance'}")),
                            new Violation(
                                    List.of("schema"),
                                    "schema",
                                    json("{'message':'schema not found','schema':'callflows.dance'}")));
        }

        @Test
        void needs_a_module_that_is_a_text() {
            assertThat(validate("{'data':{}}").violations())
                    .extracting(Violation::path, Violation::rule)
                    .containsExactly(tuple(List.of("module"), "required"));
            assertThat(validate("{'module':['user'],'data':{}}").violations())
                    .extracting(Violation::path, Violation::rule)
                    .containsExactly(tuple(List.of("module"), "type"));
        }
    }

    @Nested
    class A_metaflow {
        private static final String METAFLOW = "{'properties':{"
                + "'children':{'patternProperties':{'.+':{'$ref':'metaflow'}}},"
                + "'data':{'type':'object','kazoo-validation':true},"
                + "'module':{'type':'string','kazoo-validation':true}}}";

        @Test
        void has_data_as_its_module_wants_it() {
            SchemaRegistry registry =
                    Registries.of(Map.of("metaflow", METAFLOW, "metaflows.hold", "{'required':['leg']}"));
            JsonObject sent = json("{'children':{'a':{'module':'hold','data':{}}},'module':'hold','data':{'leg':1}}");
            assertThat(registry.validate("metaflow", sent).violations())
                    .extracting(Violation::path, Violation::rule)
                    .containsExactly(tuple(List.of("children", "a", "data", "leg"), "required"));
        }

        @Test
        void passes_with_a_module_without_a_schema() {
            SchemaRegistry registry = Registries.of(Map.of("metaflow", METAFLOW));
            assertThat(registry.validate("metaflow", json("{'module':'dance','data':{'a':1}}"))
                            .ok())
                    .isTrue();
            assertThat(registry.validate("metaflow", json("{'data':{'a':1}}")).ok())
                    .isTrue();
        }
    }
}
