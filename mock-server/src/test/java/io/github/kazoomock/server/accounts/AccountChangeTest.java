package io.github.kazoomock.server.accounts;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters.Setup;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AccountChangeTest {
    private static final JsonObject STORED = json("{'a':{'x':1,'y':{'z':2}},'list':[1,2],'text':'t'}");

    private static Waters waters;
    private static Waters old;

    @BeforeAll
    static void start(@TempDir Path newest, @TempDir Path older) {
        waters = setup().start(newest);
        old = setup().profile("kazoo-5.0").start(older);
    }

    private static Setup setup() {
        return new Setup()
                .account("Brook", "stored", STORED)
                .account("Brook", "call_restriction", json("{'toll':{'action':'deny'}}"))
                .account("Bay", "pvt_enabled", Json.of(false));
    }

    @AfterAll
    static void stop() {
        waters.close();
        old.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
        old.reset();
    }

    private static Response post(String as, String account, String data) {
        return waters.as(as).post(waters.path(account), json(data));
    }

    private static Response patch(String as, String account, String data) {
        return waters.as(as).patch(waters.path(account), json(data));
    }

    private static final String WHOLE = "'name':'Brook','realm':'Brook.example.com','timezone':'Europe/Berlin'";

    @Nested
    class Post {
        @Test
        void mergesDeeplyOntoWhatIsStored() {
            JsonObject changed = post("Brook", "Brook", "{" + WHOLE + ",'stored':{'a':{'x':5},'list':[3],'more':1}}")
                    .data();
            assertThat(changed.object("stored"))
                    .isEqualTo(json("{'a':{'x':5,'y':{'z':2}},'list':[3],'text':'t','more':1}"));
            assertThat(changed.text("call_restriction", "toll", "action")).isEqualTo("deny");
            assertThat(waters.read("Brook", "Brook").data().get("stored")).isEqualTo(changed.get("stored"));
        }

        @Test
        void clearsAnObjectThatIsSentEmptyAndRemovesUnknownKeysThatAreNull() {
            JsonObject changed = post(
                            "Brook", "Brook", "{" + WHOLE + ",'call_restriction':{},'stored':{'a':{},'text':null}}")
                    .data();
            assertThat(changed.object("call_restriction")).isEqualTo(JsonObject.EMPTY);
            assertThat(changed.object("stored")).isEqualTo(json("{'a':{},'list':[1,2]}"));
        }

        @Test
        void ofNullForAKeyOfTheSchemaIsRefused() {
            assertThat(post("Brook", "Brook", "{" + WHOLE + ",'org':null}")
                            .data()
                            .object("org")
                            .keys())
                    .containsExactly("type");
        }

        @Test
        void withoutRealmAndTimezoneMakesNewOnes() {
            JsonObject changed = post("Brook", "Brook", "{'name':'Brook'}").data();
            assertThat(changed.text("realm")).matches("[0-9a-f]{6}\\.sip\\.2600hz\\.com");
            assertThat(changed.text("timezone")).isEqualTo("America/Los_Angeles");
            JsonObject inherited = post("Brook", "Brook", "{'name':'Brook','timezone':'inherit'}")
                    .data();
            assertThat(inherited.text("timezone")).isEqualTo("America/Los_Angeles");
        }

        @Test
        void needsAName() {
            assertThat(post("Brook", "Brook", "{'realm':'brook.example.com'}")
                            .data()
                            .keys())
                    .containsExactly("name");
        }

        @Test
        void ofAWholeAccountAsReadChangesNothing() {
            JsonObject read = waters.read("Brook", "River").data();
            for (int i = 0; i < 4; i++) {
                Response same = waters.as("River").post(waters.path("Brook"), read.with(Json.of(false), "enabled"));
                assertThat(same.status()).isEqualTo(200);
                assertThat(same.data().without("enabled").filterKeys(read::has)).isEqualTo(read.without("enabled"));
            }
        }

        @Test
        void keepsObjectsThatWereNotSent() {
            post("Brook", "Brook", "{" + WHOLE + ",'topup':{'threshold':10,'amount':50}}");
            assertThat(post("Brook", "Brook", "{" + WHOLE + "}").data().object("topup"))
                    .isEqualTo(json("{'threshold':10,'amount':50}"));
        }

        @Test
        void revisesTheDocument() {
            String before = String.valueOf(waters.read("Brook", "Brook").body().text("revision"));
            String after = String.valueOf(
                    post("Brook", "Brook", "{" + WHOLE + "}").body().text("revision"));
            assertThat(before).startsWith("1-");
            assertThat(after).startsWith("2-");
        }

        @Test
        void happensOnlyToTheRevisionThatWasAskedFor() {
            Response refused = waters.as("Brook")
                    .with("If-Match", "\"1-0\"")
                    .post(waters.path("Brook"), json("{" + WHOLE + ",'org':'lost'}"));
            assertThat(refused.status()).isEqualTo(412);
            assertThat(waters.read("Brook", "Brook").data().has("org")).isFalse();
        }
    }

    @Nested
    class Patch {
        @Test
        void keepsWhatIsNotSent() {
            JsonObject before = waters.read("Brook", "Brook").data();
            JsonObject changed =
                    patch("Brook", "Brook", "{'some_key':'some_value'}").data();
            assertThat(changed.text("some_key")).isEqualTo("some_value");
            assertThat(changed.filterKeys(before::has)).isEqualTo(before);
        }

        @Test
        void removesWhatIsNull() {
            JsonObject changed = patch("Brook", "Brook", "{'stored':{'a':{'y':null},'text':null}}")
                    .data();
            assertThat(changed.object("stored")).isEqualTo(json("{'a':{'x':1},'list':[1,2]}"));
            assertThat(patch("Brook", "Brook", "{'stored':null}").data().has("stored"))
                    .isFalse();
        }

        @Test
        void cannotRemoveTheName() {
            assertThat(patch("Brook", "Brook", "{'name':null}")
                            .data()
                            .object("name")
                            .keys())
                    .containsExactly("required");
        }

        @Test
        void ofNullChangesNothingInKazoo50() {
            JsonObject changed = old.as("Brook")
                    .patch(old.path("Brook"), json("{'stored':{'a':{'y':null},'text':null,'list':[9]}}"))
                    .data();
            assertThat(changed.object("stored")).isEqualTo(STORED.with(Json.parse("[9]"), "list"));
        }

        @Test
        void takesTheTimezoneOfTheParentWhenToldToInherit(@TempDir Path folder) {
            Setup setup = new Setup()
                    .account("River", "timezone", Json.of("Europe/Dublin"))
                    .account("Brook", "timezone", Json.of("Europe/Paris"));
            try (Waters zones = setup.start(folder)) {
                assertThat(zones.as("Brook")
                                .patch(zones.path("Brook"), json("{'timezone':'inherit'}"))
                                .data()
                                .text("timezone"))
                        .isEqualTo("Europe/Dublin");
            }
        }

        @Test
        void ignoresPrivateKeys() {
            JsonObject changed = patch("Brook", "Brook", "{'pvt_superduper_admin':true,'_id':'x','_read_only':{'a':1}}")
                    .data();
            assertThat(changed.isTrue("superduper_admin")).isFalse();
            assertThat(changed.keys()).doesNotContain("_id", "_read_only");
        }
    }

    @Nested
    class Enabled {
        @Test
        void isChangedByAncestors() {
            assertThat(patch("River", "Brook", "{'enabled':false}").data().isTrue("enabled"))
                    .isFalse();
            assertThat(waters.read("Brook", "River").body().object("metadata").get("enabled"))
                    .isEqualTo(Json.of(false));
            assertThat(waters.read("Rill", "River").data().isTrue("enabled"))
                    .as("no cascade")
                    .isTrue();
            assertThat(patch("River", "Brook", "{'enabled':true}").data().isTrue("enabled"))
                    .isTrue();
            assertThat(post("River", "Brook", "{" + WHOLE + ",'enabled':false}")
                            .data()
                            .isTrue("enabled"))
                    .isFalse();
        }

        @Test
        void isNotChangedByTheAccountItself() {
            assertThat(patch("Brook", "Brook", "{'enabled':false}").data().isTrue("enabled"))
                    .isTrue();
            assertThat(post("Brook", "Brook", "{" + WHOLE + ",'enabled':false}")
                            .data()
                            .isTrue("enabled"))
                    .isTrue();
        }

        @Test
        void staysAsItIsUnlessSent() {
            assertThat(patch("Lake", "Bay", "{'a':1}").data().isTrue("enabled")).isFalse();
            assertThat(post("Lake", "Bay", "{'name':'Bay'}").data().isTrue("enabled"))
                    .isFalse();
        }

        @Test
        void comesBackWithAnyChangeByAnAncestorInKazoo50() {
            assertThat(old.as("Lake")
                            .patch(old.path("Bay"), json("{'a':1}"))
                            .data()
                            .isTrue("enabled"))
                    .isTrue();
        }

        @Test
        void ofTheWrongTypeIsRefused() {
            assertThat(patch("River", "Brook", "{'enabled':'perhaps'}")
                            .data()
                            .object("enabled")
                            .keys())
                    .containsExactly("type");
        }
    }

    @Nested
    class Uniqueness {
        @Test
        void doesNotCountTheAccountItself() {
            assertThat(patch("Brook", "Brook", "{'name':'BROOK','realm':'brook.EXAMPLE.com'}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void isCheckedForBothAndNothingIsSaved() {
            Response refused = patch("Brook", "Brook", "{'name':'pond','realm':'pond.example.com','org':'lost'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().object("name").keys()).containsExactly("unique");
            assertThat(refused.data().object("realm").keys()).containsExactly("unique");
            assertThat(waters.read("Brook", "Brook").data().has("org")).isFalse();
        }

        @Test
        void letsGoOfAFormerName() {
            patch("Brook", "Brook", "{'name':'Stream','realm':'stream.example.com'}");
            assertThat(patch("Pond", "Pond", "{'name':'Brook','realm':'brook.example.com'}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void readOnlyKeysAreDroppedWithoutAWord() {
        JsonObject before = waters.read("Brook", "Brook").data();
        JsonObject changed = patch(
                        "Brook",
                        "Brook",
                        "{'billing_mode':'x','created':'never','descendants_count':99,'is_reseller':true,'modified':1,"
                                + "'notification_preference':'x','reseller_id':5,'superduper_admin':'yes',"
                                + "'trial_time_left':1,'wnm_allow_additions':[],'api_key':'x','id':'other'}")
                .data();
        assertThat(changed.filterKeys(before::has)).isEqualTo(before);
        assertThat(changed.keys()).doesNotContain("modified", "notification_preference", "trial_time_left", "api_key");
    }

    @Test
    void nestedFieldsOfErrorsAreEscaped() {
        assertThat(patch("Brook", "Brook", "{'call_restriction':{'toll':{'action':'maybe'}}}")
                        .data()
                        .keys())
                .containsExactly("call_restriction%2Etoll%2Eaction");
    }

    @Test
    void callForwardingIsOffUnlessSaidAndForbidsOtherKeys() {
        assertThat(patch("Brook", "Brook", "{'call_forward':{'number':'+1'}}")
                        .data()
                        .object("call_forward")
                        .get("enabled"))
                .isEqualTo(Json.of(false));
        assertThat(patch("Brook", "Brook", "{'call_forward':{'failover':true}}")
                        .data()
                        .object("call_forward%2Efailover")
                        .keys())
                .containsExactly("additionalProperties");
    }
}
