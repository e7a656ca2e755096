package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.CallRecords.NOW;
import static io.github.kazoomock.server.nouns.CallRecords.column;
import static io.github.kazoomock.server.nouns.CallRecords.id;
import static io.github.kazoomock.server.nouns.CallRecords.json;
import static io.github.kazoomock.server.nouns.CallRecords.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Call records, their rows, conversations and legs (pbx sheet 13, delta sheet 1.3). */
@Timeout(60)
class CdrsTest {
    private static CallRecords newest;
    private static CallRecords older;

    @BeforeAll
    static void open(@TempDir Path one, @TempDir Path two) {
        newest = CallRecords.open(one, "kazoo-5", CallRecords.CALLS);
        older = CallRecords.open(two, "kazoo-5.0", CallRecords.CALLS);
    }

    @AfterAll
    static void close() {
        newest.close();
        older.close();
    }

    @Nested
    class Rows {
        @Test
        void haveEveryKeyAndEmptyTextsForWhatIsMissing() {
            JsonObject row = rows(newest.get("cdrs")).get(1);
            JsonObject expected =
                    json("""
                    {'id':'%s','call_id':'ann-a','caller_id_number':'1001','caller_id_name':'Ann',
                     'callee_id_number':'+14155550100','callee_id_name':'','duration_seconds':120,'billing_seconds':95,
                     'timestamp':'%d','hangup_cause':'NORMAL_CLEARING','other_leg_call_id':'ann-b','owner_id':'%s',
                     'to':'+14155550100@west.example.com','from':'1001@west.example.com','direction':'inbound',
                     'request':'4155550100@west.example.com','authorizing_id':'device','cost':'0',
                     'dialed_number':'4155550100','calling_from':'1001','datetime':'2026-11-20_11:48:00',
                     'unix_timestamp':'1795175280','unix_timestamp_micro':'1795175280000123',
                     'rfc_1036':'Fri, 20 Nov 2026 11:48:00 GMT','iso_8601':'2026-11-20',
                     'iso_8601_combined':'2026-11-20T11:48:00Z','call_type':'','rate':'0.0','rate_name':'',
                     'bridge_id':'ann-a','recording_url':'','media_recordings':['rec1'],
                     'media_server':'fs1.example.com','call_priority':'','interaction_id':'%s'}""".formatted(id("ann-a"), NOW - 720, newest.user("wendy", "ann"), CallRecords.TALK));
            assertThat(row).isEqualTo(expected);
            assertThat(row.keys()).containsExactlyElementsOf(expected.keys());
        }

        @Test
        void tellWhatACallCostAndToResellersWhatItCostThem() {
            JsonObject row = rows(newest.get("cdrs")).get(0);
            assertThat(row.text("cost")).as("two minutes at two cents").isEqualTo("400");
            assertThat(row.text("rate")).isEqualTo("0.02");
            assertThat(row.text("call_type")).isEqualTo("per_minute");
            assertThat(row.text("dialed_number")).isEqualTo("+14155550100");
            assertThat(row.text("calling_from")).isEqualTo("+14155550199");
            assertThat(row.has("reseller_cost")).isFalse();
            JsonObject forTop = rows(newest.as("tess").get(newest.at("cdrs"))).get(0);
            assertThat(forTop.text("reseller_cost")).isEqualTo("400");
            assertThat(forTop.text("reseller_call_type")).isEqualTo("per_minute");
        }

        @Test
        void hideTheAccountAsWhoeverAuthorisedACall() {
            JsonObject row = rows(newest.get("cdrs")).get(2);
            assertThat(row.text("authorizing_id")).isEmpty();
            assertThat(row.text("recording_url")).isEqualTo("http://example.com/r.mp3");
            assertThat(row.array("media_recordings").texts()).containsExactly("r1", "r2");
            assertThat(row.text("call_priority")).isEqualTo("3");
        }

        @ParameterizedTest
        @CsvSource({"-3600,2026-11-20_10:48:00", "43200,2026-11-20_23:48:00", "1.9,2026-11-20_11:48:01"})
        void areShiftedByTheOffset(String offset, String datetime) {
            assertThat(rows(newest.get("cdrs?utc_offset=" + offset)).get(1).text("datetime"))
                    .isEqualTo(datetime);
        }

        @ParameterizedTest
        @ValueSource(strings = {"cdrs?utc_offset=east", "cdrs?utc_offset", "cdrs/interaction?utc_offset=1h"})
        void needANumberForThat(String path) {
            Response refused = newest.get(path);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("utc_offset must be a number");
            assertThat(refused.body().get("data")).isEqualTo(JsonObject.EMPTY);
        }

        @Test
        void canBeHadWithoutEmptyTexts(@TempDir Path folder) {
            String setting = "{'default':{'should_filter_empty_strings':true}}";
            try (CallRecords thin = CallRecords.open(
                    folder, "kazoo-5", CallRecords.CALLS, "system_config/crossbar.cdrs.json", setting)) {
                assertThat(rows(thin.get("cdrs")).get(1).keys())
                        .contains("caller_id_name")
                        .doesNotContain("callee_id_name", "recording_url");
                assertThat(thin.get("cdrs?accept=csv").text()).contains("callee_id_name");
            }
        }
    }

    @Nested
    class Lists {
        @Test
        void comeNewestFirstAndReachAMonthBack() {
            assertThat(column(newest.get("cdrs"), "call_id")).containsExactly("ann-b", "ann-a", "front");
            assertThat(column(newest.get("cdrs?ascending=true"), "call_id")).containsExactly("front", "ann-a", "ann-b");
            long then = NOW - 3_000_000;
            assertThat(column(newest.get("cdrs?created_from=" + then + "&created_to=" + then), "call_id"))
                    .containsExactly("old");
        }

        @Test
        void areNoLongerThanAMonth(@TempDir Path folder) {
            Response refused = newest.get("cdrs?created_from=" + (NOW - 2_682_001) + "&created_to=" + NOW);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'created_from':{'date_range':{'message':'created_to " + NOW
                            + " is more than 2682000 seconds from created_from " + (NOW - 2_682_001) + "','cause':"
                            + NOW
                            + "}}}"));
            String setting = "{'default':{'maximum_range':4000000}}";
            try (CallRecords wide = CallRecords.open(
                    folder, "kazoo-5", CallRecords.CALLS, "system_config/crossbar.cdrs.json", setting)) {
                assertThat(column(wide.get("cdrs"), "call_id")).contains("old");
            }
        }

        @Test
        void areOfOneUserBelowThatUser() {
            String ann = newest.user("wendy", "ann");
            assertThat(column(newest.get("users/" + ann + "/cdrs"), "call_id")).containsExactly("ann-a");
            assertThat(column(newest.get("users/" + ann + "/cdrs/interaction"), "call_id"))
                    .containsExactly("ann-a");
            String wendy = newest.user("wendy", "wendy");
            assertThat(rows(newest.get("users/" + wendy + "/cdrs"))).isEmpty();
            assertThat(newest.get("users/nobody/cdrs").status()).isEqualTo(404);
        }

        @Test
        void areStreamedWithTheirKeysBehindTheRows() {
            Response stream = newest.get("cdrs?page_size=2");
            assertThat(stream.header("transfer-encoding")).isEqualTo("chunked");
            assertThat(stream.header("etag")).isNull();
            assertThat(stream.text()).startsWith("{\"data\":[");
            JsonObject body = stream.body();
            assertThat(body.get("page_size")).isEqualTo(Json.of(2));
            assertThat(body.keys()).contains("start_key", "next_start_key").doesNotContain("tokens", "metadata");
            Response rest = newest.get("cdrs?page_size=2&start_key=" + body.text("next_start_key"));
            assertThat(column(rest, "call_id")).containsExactly("front");
            assertThat(older.get("cdrs").body().get("page_size")).isEqualTo(Json.of("3"));
        }

        @Test
        void areWholeOnRequestAndWhenEmpty() {
            Response whole = newest.get("cdrs?is_chunked=false");
            assertThat(whole.header("transfer-encoding")).isNull();
            assertThat(whole.body().keys()).contains("tokens", "metadata", "revision");
            Response empty = newest.get("cdrs?filter_call_id=nothing");
            assertThat(empty.header("transfer-encoding")).isNull();
            assertThat(empty.body().array("data").size()).isZero();
            assertThat(newest.get("cdrs?paginate=false").body().has("page_size"))
                    .isFalse();
        }

        @Test
        void areFilteredByWhatIsStored() {
            assertThat(column(newest.get("cdrs?filter_call_direction=outbound"), "call_id"))
                    .containsExactly("ann-b");
            assertThat(column(newest.get("cdrs?filter_call_id=" + "202611-front"), "call_id"))
                    .as("a call id as ids of records have it")
                    .containsExactly("front");
            assertThat(column(newest.get("cdrs?has_value=custom_channel_vars.rate_name"), "call_id"))
                    .containsExactly("ann-b");
        }

        @Test
        void showTheFieldsOfRowAndRecordThatAreAskedFor() {
            String query = "?fields=%5B%22dialed_number%22,%22from_uri%22,%22custom_channel_vars%22%5D";
            JsonObject row = rows(newest.get("cdrs" + query)).get(1);
            assertThat(row.keys()).containsExactly("id", "dialed_number", "from_uri", "custom_channel_vars");
            assertThat(row.object("custom_channel_vars").keys()).doesNotContain("pvt_secret");
            assertThat(rows(newest.get("cdrs/interaction" + query)).get(0)).isEqualTo(row);
            assertThat(rows(older.get("cdrs" + query)).get(1).keys()).contains("call_id");
        }

        @Test
        void areNotForWriting() {
            Response refused = newest.as("wendy").put(newest.at("cdrs"), JsonObject.EMPTY);
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.body().text("message")).isEqualTo("invalid_method");
            assertThat(newest.as("wendy")
                            .delete(newest.at("cdrs/" + id("front")))
                            .status())
                    .isEqualTo(405);
        }
    }

    @Nested
    class Conversations {
        @Test
        void showTheirFirstLegTheLatestFirst() {
            assertThat(column(newest.get("cdrs/interaction"), "call_id")).containsExactly("ann-a", "front");
        }

        @Test
        void areFilteredByThatLeg() {
            assertThat(column(newest.get("cdrs/interaction?filter_call_id=front"), "call_id"))
                    .containsExactly("front");
            assertThat(rows(newest.get("cdrs/interaction?filter_call_id=ann-b")))
                    .isEmpty();
        }
    }
}
