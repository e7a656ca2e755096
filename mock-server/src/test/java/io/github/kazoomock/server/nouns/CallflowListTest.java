package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list, and the filters by which a front end finds its own callflows again: losing one, it deletes others. */
@Timeout(30)
class CallflowListTest {
    private static Office office;
    private static Office older;

    @BeforeAll
    static void open() {
        office = new Office("kazoo-5");
        older = new Office("kazoo-5.0");
        for (Office each : List.of(office, older)) {
            each.made("callflows", """
                    {'name':'Jane','numbers':['1001'],'type':'mainUserCallflow','owner_id':'jane',
                     'ui_metadata':{'origin':'voip'},'flow':{'module':'user','data':{'id':'jane'},
                      'children':{'_':{'module':'voicemail','data':{'skip_module':true},
                       'children':{'1':{'module':'play','data':{}},'2':{'module':'user','data':{}}}}}}}""");
            each.made("callflows", """
                    {'name':'Park','patterns':['^3$'],'type':'feature','group_id':'g','flags':['f'],
                     'featurecode':{'name':'park','number':'3'},'ui_metadata':{'origin':'callflows'},
                     'flow':{'module':'park','data':{}}}""");
            each.made("callflows", "{'name':'Rest','numbers':['no_match'],'flow':{'module':'offnet','data':{}}}");
        }
    }

    @AfterAll
    static void close() {
        office.close();
        older.close();
    }

    private static List<JsonObject> rows(Response list) {
        return list.body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static JsonObject row(Office from, String name) {
        return rows(from.get("callflows")).stream()
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElseThrow()
                .without("id");
    }

    @Test
    void aRowTellsWhereACallflowLeads() {
        assertThat(row(office, "Jane")).isEqualTo(json("""
                {'name':'Jane','type':'mainUserCallflow','numbers':['1001'],'patterns':[],'featurecode':false,
                 'owner_id':'jane','modules':['user','play'],'features':[],'flags':[]}"""));
        assertThat(row(office, "Park")).isEqualTo(json("""
                {'name':'Park','type':'feature','numbers':[],'patterns':['^3$'],
                 'featurecode':{'name':'park','number':'3'},
                 'group_id':'g','modules':['park'],'features':[],'flags':['f']}"""));
        assertThat(row(older, "Rest")).isEqualTo(json("""
                {'name':'Rest','numbers':['no_match'],'patterns':[],'featurecode':false,'modules':['offnet'],
                 'flags':[]}"""));
    }

    @Test
    void callflowsComeByIdFromTheLast() {
        Response list = office.get("callflows");
        assertThat(rows(list).stream().map(row -> row.textOr("id", "")))
                .hasSize(3)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(list.body().integer(0, "page_size")).isEqualTo(3);
        Response page = office.get("callflows?page_size=2");
        String next = page.body().text("next_start_key");
        assertThat(rows(office.get("callflows?page_size=2&start_key=" + next))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "filter_type=mainUserCallflow; Jane",
                "filter_type=no; ",
                "filter_owner_id=jane; Jane",
                "has_type=type; Jane,Park,Rest",
                "has_key=type; Jane,Park",
                "key_missing=owner_id; Park,Rest",
                "filter_numbers=no_match; Rest",
                "filter_flow.module=park; Park",
                "filter_flow.module=['park','offnet']; Park,Rest",
                "filter_flow.children._.data.skip_module=true; Jane",
                "filter_ui_metadata.origin=voip; Jane",
                "filter_ui_metadata.origin=['voip','callflows']; Jane,Park",
                "filter_not_ui_metadata.origin=voip; Park,Rest",
                "filter_not_ui_metadata.origin=['voip','callflows']; Rest",
                "filter_not_ui_metadata.origin=voip&filter_not_numbers=no_match; Park",
                "filter_not_ui_metadata.origin=voip&filter_not_ui_metadata.origin=callflows; Rest",
                "filter_featurecode.name=park; Park"
            })
    void filtersSeeTheWholeCallflow(String query, String expected) {
        List<String> names = expected == null ? List.of() : List.of(expected.split(","));
        for (Office each : List.of(office, older)) {
            assertThat(rows(each.get("callflows?paginate=false&" + encoded(query))).stream()
                            .map(row -> row.text("name")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static String encoded(String query) {
        StringBuilder encoded = new StringBuilder();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=");
            String value = URLEncoder.encode(parts[1].replace('\'', '"'), StandardCharsets.UTF_8);
            encoded.append(encoded.isEmpty() ? "" : "&")
                    .append(parts[0])
                    .append('=')
                    .append(value);
        }
        return encoded.toString();
    }
}
