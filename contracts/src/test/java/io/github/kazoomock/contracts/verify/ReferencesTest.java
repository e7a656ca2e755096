package io.github.kazoomock.contracts.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids that a state made must stand where the examples of them stood. */
class ReferencesTest {
    private static final String EXAMPLE = "00000000000000000000000000000001";
    private static final String REAL = "71f00000000000000000000000000abc";
    private static final String OTHER = "9990000000000000000000000000000f";

    @Test
    void the_real_value_stands_where_the_example_stood() {
        assertThat(check("{'data':{'id':'E','name':'x'}}", "{'data':{'id':'R','name':'y'}}"))
                .isEmpty();
        assertThat(check("{'data':{'id':'E'}}", "{'data':{'id':'O'}}"))
                .containsExactly(new Finding(
                        "wrong reference", "response body /data/id", "\"" + REAL + "\"", "\"" + OTHER + "\""));
    }

    @Test
    void the_example_itself_is_wrong_too() {
        assertThat(check("{'id':'E'}", "{'id':'E'}")).hasSize(1);
    }

    @Test
    void in_a_list_it_is_somewhere() {
        assertThat(check("{'data':[{'id':'E','n':1}]}", "{'data':[{'id':'O'},{'id':'R'}]}"))
                .isEmpty();
        assertThat(check("{'data':[{'id':'E','n':1}]}", "{'data':[{'id':'O'},{'id':'O'}]}"))
                .containsExactly(new Finding(
                        "wrong reference", "response body /data", "an element with MENU_ID = " + REAL, "none of 2"));
        assertThat(check("{'data':['E']}", "{'data':[]}")).hasSize(1);
        assertThat(check("{'data':[{'n':1}]}", "{'data':[]}")).isEmpty();
        assertThat(check("{'data':['E']}", "{'data':['R']}")).isEmpty();
    }

    @Test
    void two_values_are_in_one_element() {
        Map<String, String> examples = Map.of("A", "aaaaaaaaaaaaaaaaaaaa", "B", "bbbbbbbbbbbbbbbbbbbb");
        Map<String, Json> real = Map.of("A", Json.of("1"), "B", Json.of("2"));
        String example = "[{'a':'aaaaaaaaaaaaaaaaaaaa','b':'bbbbbbbbbbbbbbbbbbbb'}]";
        assertThat(check(example, "[{'a':'1','b':'2'}]", examples, real)).isEmpty();
        assertThat(check(example, "[{'a':'1','b':'3'},{'a':'3','b':'2'}]", examples, real))
                .hasSize(1);
    }

    @Test
    void inside_longer_texts_and_as_keys() {
        assertThat(check("{'url':'/accounts/E/x'}", "{'url':'/accounts/R/x'}")).isEmpty();
        assertThat(check("{'url':'/accounts/E/x'}", "{'url':'/accounts/O/x'}")).hasSize(1);
        assertThat(check("{'E':{'id':'E'}}", "{'R':{'id':'R'}}")).isEmpty();
        assertThat(check("{'E':{'id':'E'}}", "{'R':{'id':'O'}}")).hasSize(1);
        assertThat(check("{'E':1}", "{'O':1}"))
                .containsExactly(new Finding("wrong reference", "response body", "the key \"" + REAL + "\"", OTHER));
    }

    @Test
    void short_values_are_not_looked_for_inside_others() {
        Map<String, String> examples = Map.of("LANGUAGE", "en");
        Map<String, Json> real = Map.of("LANGUAGE", Json.of("fr"));
        assertThat(check("{'language':'en','name':'Jens'}", "{'language':'fr','name':'Jens'}", examples, real))
                .isEmpty();
        assertThat(check("{'language':'en'}", "{'language':'en'}", examples, real))
                .hasSize(1);
    }

    @Test
    void of_two_values_with_one_example_either_will_do() {
        Map<String, String> examples = Map.of("OWNER_ID", EXAMPLE, "USER_ID", EXAMPLE);
        Map<String, Json> real = Map.of("OWNER_ID", Json.of(REAL), "USER_ID", Json.of(OTHER));
        assertThat(check("{'id':'E'}", "{'id':'R'}", examples, real)).isEmpty();
        assertThat(check("{'id':'E'}", "{'id':'O'}", examples, real)).isEmpty();
        assertThat(check("{'id':'E'}", "{'id':'E'}", examples, real)).hasSize(1);
    }

    @Test
    void what_is_missing_or_of_another_type_is_left_to_the_rules() {
        assertThat(check("{'id':'E'}", "{}")).isEmpty();
        assertThat(check("{'id':'E'}", "{'id':5}")).isEmpty();
        assertThat(check("{'id':'E'}", "[]")).isEmpty();
    }

    private static List<Finding> check(String example, String actual) {
        return check(example, actual, Map.of("MENU_ID", EXAMPLE), Map.of("MENU_ID", Json.of(REAL)));
    }

    private static List<Finding> check(
            String example, String actual, Map<String, String> examples, Map<String, Json> real) {
        return References.check(json(example), json(actual), examples, real);
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"')
                .replaceAll("\\bE\\b", EXAMPLE)
                .replaceAll("\\bR\\b", REAL)
                .replaceAll("\\bO\\b", OTHER));
    }
}
