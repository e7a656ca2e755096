package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.CallRecords.id;
import static io.github.kazoomock.server.nouns.CallRecords.record;
import static io.github.kazoomock.server.nouns.CallRecords.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Call records as comma-separated values (pbx sheet 13.3). */
@Timeout(60)
class CdrTablesTest {
    private static final String AWKWARD = "Zo\u00eb \\\"Z\\\" M\u00fcller, \u6771\u4eac\\r\\nLtd";

    private static CallRecords calls;

    @BeforeAll
    static void open(@TempDir Path folder) {
        calls = CallRecords.open(
                folder,
                "kazoo-5",
                "{"
                        + record("plain", 60, "'caller_id_name':'Ann','duration_seconds':7,'interaction_id':'i1'") + ","
                        + record(
                                "awkward",
                                90,
                                "'caller_id_name':'" + AWKWARD + "','interaction_id':'i2',"
                                        + "'media_recordings':['r1','r2']")
                        + "}");
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    private static Response table(String path) {
        return calls.as("wendy").with("Accept", "text/csv").get(calls.at(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdrs", "cdrs/interaction"})
    void haveTheKeysOfRowsAboveTheirValues(String path) {
        Response table = table(path);
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("content-type")).isEqualTo("text/csv");
        List<List<String>> lines = CsvReader.read(table.http().body());
        List<JsonObject> rows = rows(calls.get(path));
        List<String> keys = rows.get(0).keys();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).get(0)).isEqualTo("ID");
        assertThat(lines.get(0).subList(1, keys.size())).isEqualTo(keys.subList(1, keys.size()));
        for (int i = 0; i < rows.size(); i++) {
            for (String key : List.of("call_id", "caller_id_name", "timestamp", "interaction_id")) {
                assertThat(lines.get(i + 1).get(keys.indexOf(key)))
                        .isEqualTo(rows.get(i).text(key));
            }
        }
        assertThat(lines.get(1).get(0)).isEqualTo(id("plain"));
        assertThat(lines.get(1).get(keys.indexOf("duration_seconds"))).isEqualTo("7");
        assertThat(lines.get(2).get(keys.indexOf("caller_id_name")))
                .isEqualTo("Zo\u00eb \"Z\" M\u00fcller, \u6771\u4eac\r\nLtd");
        assertThat(lines.get(2).get(keys.indexOf("media_recordings"))).isEqualTo("r1,r2");
    }

    @Test
    void haveQuotesOnlyWhereTheyAreNeeded() {
        String list = table("cdrs").text();
        assertThat(list)
                .startsWith("ID,call_id,")
                .contains(",plain,")
                .endsWith("\n")
                .doesNotContain(",i1\r\n");
        assertThat(list).contains("\"Zo\u00eb \"\"Z\"\" M\u00fcller, \u6771\u4eac\r\nLtd\"");
    }

    @Test
    void ofConversationsEndTheirLinesAsTheStandardSays() {
        assertThat(table("cdrs/interaction").text())
                .startsWith("ID,call_id,")
                .contains("interaction_id\r\n")
                .endsWith("i2\r\n");
    }

    @Test
    void areCalledResultUnlessTheClientSaysOtherwise() {
        assertThat(table("cdrs").header("content-disposition")).isEqualTo("attachment; filename=\"result.csv\"");
        assertThat(table("cdrs?file_name=march.csv").header("content-disposition"))
                .isEqualTo("attachment; filename=\"march.csv\"");
        assertThat(calls.as("wendy")
                        .with("X-File-Name", "april.csv")
                        .get(calls.at("cdrs?accept=csv&file_name=march.csv"))
                        .header("content-disposition"))
                .isEqualTo("attachment; filename=\"april.csv\"");
        assertThat(calls.get("menus?accept=csv").status()).isEqualTo(204);
    }

    @Test
    void canBeAskedForInThreeWays() {
        String table = table("cdrs").text();
        assertThat(calls.get("cdrs?accept=csv").text()).isEqualTo(table);
        assertThat(calls.get("cdrs?accept=text/csv&paginate=false").text()).isEqualTo(table);
        assertThat(calls.as("wendy")
                        .with("Accept", "application/octet-stream")
                        .get(calls.at("cdrs"))
                        .text())
                .isEqualTo(table);
    }

    @Test
    void areNothingWithoutCalls() {
        Response empty = table("cdrs?filter_call_id=nothing");
        assertThat(empty.status()).isEqualTo(204);
        assertThat(empty.text()).isEmpty();
    }
}
