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
class AccountCreationTest {
    private static Waters waters;
    private static Waters old;

    @BeforeAll
    static void start(@TempDir Path newest, @TempDir Path older) {
        waters = Waters.start(newest);
        old = new Setup().profile("kazoo-5.0").start(older);
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

    private static Response create(String as, String under, String account) {
        return waters.as(as).put(waters.path(under), json(account));
    }

    @Nested
    class Reply {
        @Test
        void aNewAccountIsAChildOfTheCallersOwn() {
            Response made = waters.as("Brook").put("accounts", json("{'name':'Spring'}"));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.header("location")).isNull();
            assertThat(made.body().text("revision")).startsWith("1-");
            assertThat(made.data().text("id")).matches("[0-9a-f]{32}");
            assertThat(made.data().text("reseller_id")).isEqualTo(waters.id("River"));
            assertThat(made.data().text("billing_mode")).isEqualTo("manual");
            assertThat(Waters.names(waters.as("Brook").get(waters.path("Brook", "children"))))
                    .containsExactly("Spring", "Rill");
        }

        @Test
        void orOfTheOneInThePath() {
            Response made = create("River", "Drop", "{'name':'Spring'}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.header("location")).isNull();
            assertThat(made.data().text("billing_mode")).isEqualTo("limits_only");
            Response parents = waters.as("Ocean").get("accounts/" + made.data().text("id") + "/parents");
            assertThat(Waters.names(parents)).containsExactly("Ocean", "River", "Brook", "Rill", "Drop");
            assertThat(waters.read("River", "Ocean").data().integer(0, "descendants_count"))
                    .isEqualTo(5);
        }

        @Test
        void kazoo50DoesNotKnowTheResellerOfAnAccountMadeWithoutAPath() {
            Response made = old.as("River").put("accounts", json("{'name':'Spring'}"));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().has("reseller_id")).isFalse();
            assertThat(made.data().text("billing_mode")).isEqualTo("manual");
            Response child = old.as("River").put(old.path("River"), json("{'name':'Well'}"));
            assertThat(child.data().text("reseller_id")).isEqualTo(old.id("River"));
            assertThat(child.data().text("billing_mode")).isEqualTo("limits_only");
        }

        @Test
        void theDefaultsOfSchemaAndSeedAreStored() {
            JsonObject made = create("Brook", "Brook", "{'name':'Spring'}").data();
            JsonObject read =
                    waters.as("Brook").get("accounts/" + made.text("id")).data();
            for (JsonObject data : new JsonObject[] {made, read}) {
                for (String key : new String[] {
                    "call_restriction", "music_on_hold", "preflow", "ringtones", "caller_id", "dial_plan"
                }) {
                    assertThat(data.get(key)).as(key).isEqualTo(JsonObject.EMPTY);
                }
                assertThat(data.text("language")).isEqualTo("en-us");
                assertThat(data.isTrue("enabled")).isTrue();
            }
        }

        @Test
        void theSeedsDefaultsDoNotReplaceWhatWasSent() {
            JsonObject made = create("Brook", "Brook", "{'name':'Spring','language':'de-de'}")
                    .data();
            assertThat(made.text("language")).isEqualTo("de-de");
        }

        @Test
        void kazoo50HasOnlyTheDefaultsOfTheSchema() {
            JsonObject made =
                    old.as("Brook").put("accounts", json("{'name':'Spring'}")).data();
            assertThat(made.keys()).contains("preflow").doesNotContain("caller_id", "dial_plan", "language");
        }

        @Test
        void unknownKeysAreStoredPrivateAndReadOnlyOnesAreNot() {
            String id = String.valueOf(create(
                            "Brook",
                            "Brook",
                            "{'name':'Spring','ui_metadata':{'v':1},'pvt_tree':[],'_read_only':{},'superduper_admin':true,"
                                    + "'wnm_allow_additions':true,'is_reseller':true,'billing_mode':'x','created':1}")
                    .data()
                    .text("id"));
            JsonObject read = waters.as("Brook").get("accounts/" + id).data();
            assertThat(read.integer(0, "ui_metadata", "v")).isEqualTo(1);
            assertThat(read.keys()).doesNotContain("pvt_tree", "_read_only");
            assertThat(read.isTrue("superduper_admin")).isFalse();
            assertThat(read.isTrue("wnm_allow_additions")).isFalse();
            assertThat(read.isTrue("is_reseller")).isFalse();
            assertThat(read.text("billing_mode")).isEqualTo("manual");
            assertThat(read.integer(0, "created")).isGreaterThan(63_000_000_000L);
        }
    }

    @Nested
    class RealmAndTimezone {
        @Test
        void areMadeWhenMissing() {
            JsonObject made = create("Brook", "Brook", "{'name':'Spring'}").data();
            assertThat(made.text("realm")).matches("[0-9a-f]{6}\\.sip\\.2600hz\\.com");
            assertThat(made.text("timezone")).isEqualTo("America/Los_Angeles");
        }

        @Test
        void areMadeAsTheSystemSays(@TempDir Path folder) {
            Setup setup = new Setup()
                    .setting("crossbar.accounts", "account_realm_suffix", Json.of("sip.example.org"))
                    .setting("crossbar.accounts", "random_realm_strength", Json.of(5))
                    .setting("accounts", "default_timezone", Json.of("Europe/Dublin"));
            try (Waters set = setup.start(folder)) {
                JsonObject made = set.as("Brook")
                        .put("accounts", json("{'name':'Spring'}"))
                        .data();
                assertThat(made.text("realm")).matches("[0-9a-f]{10}\\.sip\\.example\\.org");
                assertThat(made.text("timezone")).isEqualTo("Europe/Dublin");
            }
        }

        @Test
        void aNewAccountInheritsTheDefaultNotItsParentsTimezone() {
            JsonObject made = create("Brook", "Brook", "{'name':'Spring','timezone':'inherit'}")
                    .data();
            assertThat(made.text("timezone")).isEqualTo("America/Los_Angeles");
        }

        @Test
        void spacesLeaveARealm() {
            assertThat(create("Brook", "Brook", "{'name':'Spring','realm':'a b.example.com'}")
                            .data()
                            .text("realm"))
                    .isEqualTo("ab.example.com");
        }

        @Test
        void onlyListedTimezonesArePossible() {
            Response refused = create("Brook", "Brook", "{'name':'Spring','timezone':'Atlantis/Center'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().object("timezone").keys()).containsExactly("enum");
        }

        @Test
        void kazoo50TakesAnyTextOfTheRightLength() {
            var client = old.as("Brook");
            assertThat(client.put("accounts", json("{'name':'Spring','timezone':'Atlantis/Center'}"))
                            .data()
                            .text("timezone"))
                    .isEqualTo("Atlantis/Center");
            assertThat(client.put("accounts", json("{'name':'Well','timezone':'UTC'}"))
                            .data()
                            .object("timezone"))
                    .isEqualTo(
                            json(
                                    "{'minLength':{'message':'String must be at least 5 characters','target':5,'cause':'UTC','value':'UTC'}}"));
            String long33 = "x".repeat(33);
            assertThat(client.put("accounts", json("{'name':'Well','timezone':'" + long33 + "'}"))
                            .data()
                            .object("timezone")
                            .keys())
                    .containsExactly("maxLength");
        }
    }

    @Nested
    class Refusals {
        @Test
        void aNameAndARealmInUseAreReportedTogether() {
            Response refused = create("Brook", "Brook", "{'name':'P-o-n-d!','realm':'POND.Example.com'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).isEqualTo("validation error");
            assertThat(refused.data())
                    .isEqualTo(
                            json(
                                    "{'name':{'unique':{'message':'Account name already in use','cause':'P-o-n-d!'}},"
                                            + "'realm':{'unique':{'message':'Account realm already in use','cause':'POND.Example.com'}}}"));
        }

        @Test
        void namesMayRepeatWhereTheSystemSaysSoRealmsNever(@TempDir Path folder) {
            Setup setup = new Setup().setting("crossbar.accounts", "ensure_unique_name", Json.of(false));
            try (Waters loose = setup.start(folder)) {
                var client = loose.as("Brook");
                assertThat(client.put("accounts", json("{'name':'Pond'}")).status())
                        .isEqualTo(201);
                assertThat(client.put("accounts", json("{'name':'Well','realm':'pond.example.com'}"))
                                .data()
                                .keys())
                        .containsExactly("realm");
            }
        }

        @Test
        void aNameIsRequired() {
            assertThat(create("Brook", "Brook", "{}").data())
                    .isEqualTo(
                            json("{'name':{'required':{'message':'Field is required but missing','value':'name'}}}"));
        }

        @Test
        void schemaErrorsNameTheirFieldAndRule() {
            Response refused = create(
                    "Brook",
                    "Brook",
                    "{'name':'','realm':'a!','org':1,'caller_id':{'external':{'name':5}},'preflow':{'extra':1}}");
            JsonObject data = refused.data();
            assertThat(data.object("name"))
                    .isEqualTo(
                            json(
                                    "{'minLength':{'message':'String must be at least 1 characters','target':1,'cause':'','value':''}}"));
            assertThat(data.object("realm").keys()).containsExactlyInAnyOrder("minLength", "pattern");
            assertThat(data.object("org"))
                    .isEqualTo(json(
                            "{'type':{'message':'Value did not match type(s): string','target':'string','value':1}}"));
            assertThat(data.has("caller_id%2Eexternal%2Ename"))
                    .as(refused.text())
                    .isTrue();
            assertThat(data.object("preflow%2Eextra").keys()).containsExactly("additionalProperties");
        }

        @Test
        void kazoo50ReportsTheLastRuleOfAField() {
            JsonObject data = old.as("Brook")
                    .put("accounts", json("{'name':'Spring','realm':'a!'}"))
                    .data();
            assertThat(data.object("realm").keys()).hasSize(1);
        }

        @Test
        void textsThatAreNumbersOrBooleansAreConverted() {
            JsonObject made = create(
                            "River",
                            "Brook",
                            "{'name':'Spring','enabled':'false','call_limits':{'max_concurrent':'3'}}")
                    .data();
            assertThat(made.integer(0, "call_limits", "max_concurrent")).isEqualTo(3);
            assertThat(made.get("enabled")).isEqualTo(Json.of(false));
        }

        @Test
        void aRefusedAccountIsNotThere() {
            create("Brook", "Brook", "{'name':'Pond'}");
            assertThat(Waters.names(waters.as("Brook").get(waters.path("Brook", "children"))))
                    .containsExactly("Rill");
        }

        @Test
        void directCustomersMayBeForbiddenToHaveSubAccounts(@TempDir Path folder) {
            Setup setup = new Setup().setting("accounts", "allow_subaccounts_for_direct", Json.of(false));
            try (Waters strict = setup.start(folder)) {
                Response refused = strict.as("Puddle").put("accounts", json("{'name':'Spring'}"));
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.data().object("account", "forbidden"))
                        .isEqualTo(json("{'message':'Direct account is not allowed to create sub-accounts','cause':'"
                                + strict.id("Puddle") + "'}"));
                assertThat(strict.as("Puddle")
                                .patch(strict.path("Puddle"), json("{'a':1}"))
                                .status())
                        .isEqualTo(400);
                for (String allowed : new String[] {"Ocean", "River", "Brook"}) {
                    assertThat(strict.as(allowed)
                                    .put("accounts", json("{'name':'Under " + allowed + "'}"))
                                    .status())
                            .as(allowed)
                            .isEqualTo(201);
                }
            }
        }
    }

    @Nested
    class Ids {
        private final String wanted = "0123456789abcdef0123456789abcdef";

        @Test
        void anIdInTheBodyIsIgnored() {
            assertThat(create("Brook", "Brook", "{'name':'Spring','id':'" + wanted + "'}")
                            .data()
                            .text("id"))
                    .isNotEqualTo(wanted);
        }

        @Test
        void butOneInUseIsABadAccount() {
            Response refused = create("Brook", "Brook", "{'name':'Spring','id':'" + waters.id("Pond") + "'}");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.body().text("message")).isEqualTo("invalid credentials");
            assertThat(refused.data()).isEqualTo(json("{'message':'invalid credentials'}"));
        }

        @Test
        void itCountsWhereTheSystemSaysSo(@TempDir Path folder) {
            Setup setup = new Setup().setting("crossbar", "allow_onboarding_setting_id", Json.of(true));
            try (Waters open = setup.start(folder)) {
                var client = open.as("Brook");
                assertThat(client.put("accounts", json("{'name':'Spring','id':'" + wanted + "'}"))
                                .data()
                                .text("id"))
                        .isEqualTo(wanted);
                assertThat(client.put("accounts", json("{'name':'Well','id':'short'}"))
                                .data()
                                .object("id")
                                .keys())
                        .containsExactly("minLength");
            }
        }

        @Test
        void kazoo50TakesItOrFailsInTheDatastore() {
            var client = old.as("Brook");
            assertThat(client.put("accounts", json("{'name':'Spring','id':'" + wanted + "'}"))
                            .data()
                            .text("id"))
                    .isEqualTo(wanted);
            for (String impossible : new String[] {wanted, old.id("Pond"), "short"}) {
                Response refused = client.put("accounts", json("{'name':'Well','id':'" + impossible + "'}"));
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.body().text("message")).isEqualTo("datastore_fault");
                assertThat(refused.data()).isEqualTo(json("{'message':'datastore fatal error'}"));
            }
            assertThat(old.read("Pond", "Ocean").status()).isEqualTo(200);
        }
    }

    @Nested
    class Standing {
        @Test
        void onlyAStrictAncestorBesidesThePathDisablesANewAccount() {
            String disabled = "{'name':'Spring','enabled':false}";
            assertThat(create("Brook", "Brook", disabled).data().isTrue("enabled"))
                    .isTrue();
            waters.reset();
            assertThat(create("River", "Brook", disabled).data().isTrue("enabled"))
                    .isFalse();
            waters.reset();
            assertThat(waters.as("Brook").put("accounts", json(disabled)).data().isTrue("enabled"))
                    .isFalse();
        }

        @Test
        void theChildOfADisabledAccountIsDisabled(@TempDir Path folder) {
            try (Waters dry =
                    new Setup().account("Brook", "pvt_enabled", Json.of(false)).start(folder)) {
                var client = dry.as("River");
                assertThat(client.put(dry.path("Brook"), json("{'name':'Spring'}"))
                                .data()
                                .isTrue("enabled"))
                        .isFalse();
                assertThat(client.put(dry.path("Brook"), json("{'name':'Well','enabled':true}"))
                                .data()
                                .isTrue("enabled"))
                        .isTrue();
            }
        }

        @Test
        void aTrialRunsFromItsCreation(@TempDir Path folder) {
            JsonObject made = create("Brook", "Brook", "{'name':'Spring','is_trial_account':true}")
                    .data();
            assertThat(made.integer(0, "trial_time_left")).isEqualTo(1_209_600);
            assertThat(made.has("is_trial_account")).isFalse();
            assertThat(create("Brook", "Brook", "{'name':'Well','trial_time_left':5}")
                            .data()
                            .has("trial_time_left"))
                    .isFalse();
            Setup setup = new Setup().setting("crossbar.accounts", "trial_time", Json.of(60));
            try (Waters brief = setup.start(folder)) {
                assertThat(brief.as("Brook")
                                .put("accounts", json("{'name':'Spring','is_trial_account':true}"))
                                .data()
                                .integer(0, "trial_time_left"))
                        .isEqualTo(60);
            }
        }

        @Test
        void theResellersPreferenceOfNotificationsIsTakenOver(@TempDir Path folder) {
            Setup setup = new Setup().account("River", "pvt_notification_preference", Json.of("teletype"));
            try (Waters told = setup.start(folder)) {
                assertThat(told.as("Brook")
                                .put("accounts", json("{'name':'Spring'}"))
                                .data()
                                .text("notification_preference"))
                        .isEqualTo("teletype");
            }
        }

        @Test
        void aNewAccountHasAnApiKeyOfItsOwn() {
            String one = create("Brook", "Brook", "{'name':'Spring','include_api_key':true}")
                    .data()
                    .text("api_key");
            assertThat(one).matches("[0-9a-f]{64}").isNotEqualTo(waters.apiKey("Brook"));
        }
    }
}
