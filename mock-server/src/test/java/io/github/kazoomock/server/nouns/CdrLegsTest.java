package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.CallRecords.NOW;
import static io.github.kazoomock.server.nouns.CallRecords.TALK;
import static io.github.kazoomock.server.nouns.CallRecords.column;
import static io.github.kazoomock.server.nouns.CallRecords.id;
import static io.github.kazoomock.server.nouns.CallRecords.json;
import static io.github.kazoomock.server.nouns.CallRecords.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One call record, all of a conversation, and the summary of many (pbx sheet 13). */
@Timeout(60)
class CdrLegsTest {
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
    class OneRecord {
        @Test
        void isShownWholeWithTheTimeOfItsEnd() {
            Response read = newest.get("cdrs/" + id("ann-a"));
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.data().get("timestamp")).isEqualTo(Json.of(NOW - 600));
            assertThat(read.data().text("id")).isEqualTo(id("ann-a"));
            assertThat(read.data().text("from_uri")).isEqualTo("1001@west.example.com");
        }

        @Test
        void keepsPrivateVariablesToItselfButInKazoo50() {
            JsonObject variables = newest.get("cdrs/" + id("ann-a")).data().object("custom_channel_vars");
            assertThat(variables.keys()).contains("owner_id").doesNotContain("pvt_secret");
            assertThat(newest.get("cdrs/" + id("old")).data().object("custom_channel_vars"))
                    .isEqualTo(JsonObject.EMPTY);
            assertThat(older.get("cdrs/" + id("ann-a"))
                            .data()
                            .object("custom_channel_vars")
                            .keys())
                    .contains("pvt_secret");
            assertThat(older.get("cdrs/" + id("old")).data().has("custom_channel_vars"))
                    .isFalse();
        }

        @Test
        void needsAnIdWithAMonth() {
            Response refused = newest.get("cdrs/ann-a");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("could not find cdr with supplied id");
            assertThat(refused.data()).isEqualTo(JsonObject.EMPTY);
            Response unknown = newest.get("cdrs/202611-nothing");
            assertThat(unknown.body().text("message")).isEqualTo("bad_identifier");
            assertThat(unknown.data()).isEqualTo(json("{'message':'bad identifier','cause':'202611-nothing'}"));
        }
    }

    @Nested
    class Legs {
        @Test
        void areAllOfAConversationTheOldestFirst() {
            Response byInteraction = newest.get("cdrs/legs/" + TALK);
            assertThat(column(byInteraction, "call_id")).containsExactly("ann-a", "ann-b");
            JsonObject first = rows(byInteraction).get(0);
            assertThat(first.text("id")).isEqualTo(id("ann-a"));
            assertThat(first.get("timestamp")).isEqualTo(Json.of(NOW - 600));
            assertThat(first.object("custom_channel_vars").has("pvt_secret")).isFalse();
            assertThat(rows(newest.get("cdrs/legs/" + id("ann-b")))).isEqualTo(rows(byInteraction));
        }

        @ParameterizedTest
        @CsvSource({
            "202611-nothing,could not find legs for supplied id,{}",
            "nothing,bad identifier,['nothing']",
        })
        void ofAnUnknownIdAreNotFound(String id, String message, String data) {
            Response refused = newest.get("cdrs/legs/" + id);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo(message);
            assertThat(refused.body().get("data")).hasToString(data.replace('\'', '"'));
        }

        @Test
        void ofAnUnknownConversationAreNone() {
            assertThat(rows(newest.get("cdrs/legs/63962391600-zzzz"))).isEmpty();
        }
    }

    @Nested
    class Summary {
        @Test
        void countsCallsByDirectionDomainAndKindOfNumber() {
            assertThat(newest.get("cdrs/summary").data()).isEqualTo(json("""
                    {'outbound':{'carrier.example.com':{'did_us':{'count':1,'billing_seconds':95}}}}"""));
        }

        @Test
        void isEmptyWithoutCalls() {
            String then = "?created_from=63000000000&created_to=63000000001";
            for (CallRecords calls : List.of(newest, older)) {
                Response summary = calls.get("cdrs/summary" + then);
                assertThat(summary.status()).isEqualTo(200);
                assertThat(summary.body().get("data")).isEqualTo(JsonObject.EMPTY);
            }
        }

        @Test
        void failsInKazoo50AsSoonAsThereIsOne() {
            Response refused = older.get("cdrs/summary");
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.body().text("message")).isEqualTo("init failed");
        }
    }
}
