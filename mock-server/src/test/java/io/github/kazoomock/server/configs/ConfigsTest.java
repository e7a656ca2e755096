package io.github.kazoomock.server.configs;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.accounts.Waters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of accounts; the worked examples are those of configs sheet 8 as decisions G3 and G4 change them. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigsTest {
    private static final String MASTER = "Ocean";
    private static final String RESELLER = "River";
    private static final String CUSTOMER = "Brook";
    private static final String BELOW = "Rill";

    private Waters waters;

    @BeforeAll
    void start(@TempDir Path folder) {
        waters = Waters.start(folder);
    }

    @AfterAll
    void stop() {
        waters.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
    }

    private Response send(String verb, String account, String config, String data) {
        return waters.as(account)
                .send(
                        verb,
                        waters.path(account, "configs", config),
                        json("{'data':" + data + "}").toString());
    }

    private JsonObject post(String account, String config, String data) {
        Response response = send("POST", account, config, data);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return response.data();
    }

    private JsonObject get(String account, String config) {
        return waters.as(account).get(waters.path(account, "configs", config)).data();
    }

    private long pinTimeout(String account) {
        return get(account, "conferences").integer(0, "pin_timeout");
    }

    private JsonObject stored(String account, String config) {
        return waters.anybody()
                .get("/__admin/configs/" + waters.id(account) + "/" + config)
                .body()
                .object("stored");
    }

    @Nested
    class Posting {
        @Test
        void storesWhatDiffersAndResetsTheRest() {
            JsonObject fresh = get(CUSTOMER, "conferences");
            assertThat(fresh.keys())
                    .containsExactlyInAnyOrder(
                            "entry_tone",
                            "exit_tone",
                            "moderator_entry_tone",
                            "moderator_exit_tone",
                            "number_timeout",
                            "pin_timeout",
                            "support_name_announcement",
                            "id");
            assertThat(post(CUSTOMER, "conferences", "{'pin_timeout':3000,'number_timeout':5000}"))
                    .isEqualTo(fresh.with(Json.of(3000), "pin_timeout"));
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(json("{'pin_timeout':3000}"));
            assertThat(post(CUSTOMER, "conferences", "{'number_timeout':9000}"))
                    .isEqualTo(fresh.with(Json.of(9000), "number_timeout"));
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(json("{'number_timeout':9000}"));
            assertThat(post(CUSTOMER, "conferences", "{'pin_timeout':5000}")).isEqualTo(fresh);
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(JsonObject.EMPTY);
        }

        @Test
        void aWholeReplyBackStoresTheOneChange() {
            JsonObject whole = get(CUSTOMER, "conferences").with(Json.of("tone_stream://%(1000,0,2600)"), "entry_tone");
            assertThat(waters.as(CUSTOMER)
                            .post(waters.path(CUSTOMER, "configs", "conferences"), whole)
                            .data())
                    .isEqualTo(whole);
            assertThat(stored(CUSTOMER, "conferences"))
                    .isEqualTo(json("{'entry_tone':'tone_stream://%(1000,0,2600)'}"));
        }

        @Test
        void arraysAreWholeAndNullIsNoSetting() {
            post(CUSTOMER, "notify", "{'notify_persist_exceptions':['system_alert','voicemail_new']}");
            assertThat(stored(CUSTOMER, "notify")
                            .array("notify_persist_exceptions")
                            .size())
                    .isEqualTo(2);
            post(CUSTOMER, "notify", "{'notify_persist_exceptions':['system_alert']}");
            assertThat(stored(CUSTOMER, "notify")).isEqualTo(JsonObject.EMPTY);
            assertThat(post(CUSTOMER, "notify", "{'notify_persist_exceptions':[]}")
                            .get("notify_persist_exceptions"))
                    .isEqualTo(Json.parse("[]"));
            JsonObject reply =
                    post(CUSTOMER, "notify", "{'should_persist_for_retry':null,'notify_persist_exceptions':['a']}");
            assertThat(reply.isTrue("should_persist_for_retry")).isTrue();
            assertThat(stored(CUSTOMER, "notify")).isEqualTo(json("{'notify_persist_exceptions':['a']}"));
        }

        @Test
        void nestedSettingsDifferLeafByLeafAndAnEmptyObjectHidesThem() {
            waters.as(MASTER).post("system_configs/media", json("{'default':{'call_recording':{'extension':'wav'}}}"));
            post(RESELLER, "media", "{'call_recording':{'extension':'wav','workers':3}}");
            assertThat(stored(RESELLER, "media")).isEqualTo(json("{'call_recording':{'workers':3}}"));
            assertThat(get(CUSTOMER, "media"))
                    .isEqualTo(json("{'call_recording':{'extension':'wav','workers':3},'id':'configs_media'}"));
            JsonObject reply = post(
                    CUSTOMER, "media", "{'call_recording':{'extension':'mp3','workers':3,'storage_retry_times':5}}");
            assertThat(reply.object("call_recording"))
                    .isEqualTo(json("{'extension':'mp3','workers':3,'storage_retry_times':5}"));
            assertThat(stored(CUSTOMER, "media"))
                    .isEqualTo(json("{'call_recording':{'extension':'mp3','storage_retry_times':5}}"));
            assertThat(post(CUSTOMER, "media", "{'call_recording':{}}")).isEqualTo(json("{'id':'configs_media'}"));
            assertThat(stored(CUSTOMER, "media")).isEqualTo(json("{'call_recording':{}}"));
        }

        @Test
        void freeObjectsAreStoredAndNotShown() {
            assertThat(get(CUSTOMER, "doodle").get("reschedule")).isEqualTo(JsonObject.EMPTY);
            assertThat(post(CUSTOMER, "doodle", "{'reschedule':{'x':1}}"))
                    .isEqualTo(json("{'api_preserve_caller_id':true,'id':'configs_doodle'}"));
            assertThat(stored(CUSTOMER, "doodle")).isEqualTo(json("{'reschedule':{'x':1}}"));
            JsonObject controls = post(
                    CUSTOMER,
                    "conferences",
                    "{'controls':{'page':[{'action':'mute','digits':'1'}],'default':[{'action':'x','digits':'2'}]}}");
            assertThat(controls.object("controls").keys()).containsExactly("page");
            assertThat(stored(CUSTOMER, "conferences").object("controls").keys())
                    .containsExactlyInAnyOrder("page", "default");
        }

        @Test
        void unknownKeysAreStoredAndNotShown() {
            assertThat(post(CUSTOMER, "fax", "{'colour':'red','pvt_x':1}").has("colour"))
                    .isFalse();
            assertThat(stored(CUSTOMER, "fax")).isEqualTo(json("{'colour':'red'}"));
        }

        @Test
        void putIsTheSameButFor201AndTheLocation() {
            Response put = send("PUT", CUSTOMER, "conferences", "{'pin_timeout':3000}");
            assertThat(put.status()).isEqualTo(201);
            assertThat(put.data().integer(0, "pin_timeout")).isEqualTo(3000);
            assertThat(put.header("location"))
                    .endsWith("/" + waters.path(CUSTOMER, "configs", "conferences", "configs_conferences"));
            assertThat(send("PUT", CUSTOMER, "tasks.bill_early", "{}").header("location"))
                    .endsWith("/" + waters.path(CUSTOMER, "configs", "configs_tasks.bill_early"));
            assertThat(waters.as(CUSTOMER)
                            .send("PUT", waters.path(CUSTOMER, "configs", "conferences"), null)
                            .status())
                    .isEqualTo(201);
            assertThat(pinTimeout(CUSTOMER)).as("no body resets").isEqualTo(5000);
        }
    }

    @Nested
    class Patching {
        @Test
        void keepsTheOtherOverridesAndAgainChangesNothing() {
            post(CUSTOMER, "conferences", "{'entry_tone':'X'}");
            for (int i = 0; i < 2; i++) {
                Response patched = send("PATCH", CUSTOMER, "conferences", "{'pin_timeout':3000}");
                assertThat(patched.status()).isEqualTo(200);
                assertThat(patched.data().text("entry_tone")).isEqualTo("X");
                assertThat(patched.data().integer(0, "pin_timeout")).isEqualTo(3000);
                assertThat(stored(CUSTOMER, "conferences")).isEqualTo(json("{'entry_tone':'X','pin_timeout':3000}"));
            }
        }

        @Test
        void withNullGivesAnOverrideUpAndWithTheLastTheDocumentGoes() {
            post(CUSTOMER, "conferences", "{'entry_tone':'X','pin_timeout':1}");
            assertThat(send("PATCH", CUSTOMER, "conferences", "{'entry_tone':null}")
                            .data()
                            .text("entry_tone"))
                    .startsWith("tone_stream:");
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(json("{'pin_timeout':1}"));
            assertThat(send("PATCH", CUSTOMER, "conferences", "{'pin_timeout':5000}")
                            .data()
                            .integer(0, "pin_timeout"))
                    .isEqualTo(5000);
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(JsonObject.EMPTY);
        }

        @Test
        void withANestedNullDoesNotHideWhatIsInherited() {
            post(RESELLER, "media", "{'call_recording':{'extension':'wav'}}");
            post(CUSTOMER, "media", "{'call_recording':{'workers':3}}");
            assertThat(send("PATCH", CUSTOMER, "media", "{'call_recording':{'workers':null}}")
                            .data()
                            .object("call_recording"))
                    .isEqualTo(json("{'extension':'wav'}"));
            assertThat(stored(CUSTOMER, "media")).isEqualTo(JsonObject.EMPTY);
        }
    }

    @Nested
    class Deleting {
        @Test
        void answersWhatHoldsNowAndSaysWhetherAnythingWent() {
            JsonObject fresh = get(CUSTOMER, "conferences");
            post(CUSTOMER, "conferences", "{'pin_timeout':3000}");
            TestClient admin = waters.as(CUSTOMER);
            String path = waters.path(CUSTOMER, "configs", "conferences");
            Response first = admin.delete(path);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.data()).isEqualTo(fresh);
            assertThat(first.body().has("revision")).isFalse();
            assertThat(first.body().object("metadata")).isEqualTo(json("{'id':'configs_conferences','deleted':true}"));
            Response second = admin.delete(path);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.data()).isEqualTo(fresh);
            assertThat(second.body().object("metadata")).isEqualTo(json("{'id':'configs_conferences'}"));
        }

        @Test
        void fallsBackOnTheReseller() {
            post(RESELLER, "conferences", "{'pin_timeout':6000}");
            post(CUSTOMER, "conferences", "{'pin_timeout':3000}");
            assertThat(waters.as(CUSTOMER)
                            .delete(waters.path(CUSTOMER, "configs", "conferences"))
                            .data()
                            .integer(0, "pin_timeout"))
                    .isEqualTo(6000);
        }
    }

    @Nested
    class Inheriting {
        @Test
        void followsTheResellerButForWhatTheAccountStored() {
            post(RESELLER, "conferences", "{'pin_timeout':6000}");
            assertThat(List.of(pinTimeout(CUSTOMER), pinTimeout(BELOW))).containsOnly(6000L);
            post(CUSTOMER, "conferences", "{'pin_timeout':6000,'number_timeout':7000}");
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(json("{'number_timeout':7000}"));
            assertThat(get(BELOW, "conferences").integer(0, "number_timeout"))
                    .as("a plain parent does not count")
                    .isEqualTo(5000);
            post(RESELLER, "conferences", "{'pin_timeout':8000}");
            assertThat(get(CUSTOMER, "conferences").integer(0, "number_timeout"))
                    .isEqualTo(7000);
            assertThat(pinTimeout(CUSTOMER)).isEqualTo(8000);
            post(CUSTOMER, "conferences", "{'pin_timeout':5000}");
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(json("{'pin_timeout':5000}"));
            post(RESELLER, "conferences", "{'pin_timeout':5000}");
            assertThat(stored(RESELLER, "conferences")).isEqualTo(JsonObject.EMPTY);
            assertThat(stored(CUSTOMER, "conferences"))
                    .as("what was stored stays until the next write")
                    .isEqualTo(json("{'pin_timeout':5000}"));
        }

        @Test
        void doesNotReachOverTheReseller() {
            post(MASTER, "conferences", "{'pin_timeout':4000}");
            assertThat(pinTimeout(RESELLER)).isEqualTo(4000);
            assertThat(pinTimeout(CUSTOMER)).isEqualTo(5000);
            post(RESELLER, "conferences", "{'pin_timeout':4000}");
            assertThat(pinTimeout(CUSTOMER)).isEqualTo(5000);
        }

        @Test
        void followsTheDefaultSectionOfTheSystemAndNoOther() {
            TestClient master = waters.as(MASTER);
            master.post("system_configs/conferences", json("{'default':{'pin_timeout':7000,'review_name':true}}"));
            master.post("system_configs/conferences/local", json("{'pin_timeout':1}"));
            assertThat(pinTimeout(CUSTOMER)).isEqualTo(7000);
            assertThat(get(CUSTOMER, "conferences").has("review_name")).isFalse();
        }
    }

    @Nested
    class Refusing {
        @Test
        void whatBreaksTheSchemaButNotWhatCanBeConverted() {
            Response bad = send("POST", CUSTOMER, "conferences", "{'pin_timeout':'abc'}");
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.data())
                    .isEqualTo(json("{'pin_timeout':{'type':{'message':'Value did not match type(s): integer',"
                            + "'target':'integer','value':'abc'}}}"));
            assertThat(stored(CUSTOMER, "conferences")).isEqualTo(JsonObject.EMPTY);
            assertThat(post(CUSTOMER, "conferences", "{'pin_timeout':'3000'}").get("pin_timeout"))
                    .isEqualTo(Json.of("3000"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "media|{'call_recording':{'workers':'x'}}|call_recording.workers",
                    "conferences|{'controls':{'page':[{'action':1}]}}|controls.page.0.action",
                    "crossbar.auth|{'auth_modules':{'foo':{}}}|auth_modules.foo",
                    "keys|{'voicemail':{'login':'x'}}|voicemail.login",
                })
        void tellsWhereByDots(String config, String data, String where) {
            Response bad = send("PATCH", CUSTOMER, config, data);
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.data().keys()).containsExactly(where);
        }

        @Test
        void toWriteWhatHasNoSchemaUnlessSchemasNeedNotBe() {
            assertThat(get(CUSTOMER, "foo")).isEqualTo(json("{'id':'configs_foo'}"));
            Response bad = send("POST", CUSTOMER, "foo", "{'a':1}");
            assertThat(bad.status()).isEqualTo(500);
            assertThat(bad.body().text("message")).isEqualTo("schema account_config.foo not found.");
            assertThat(waters.as(CUSTOMER)
                            .delete(waters.path(CUSTOMER, "configs", "foo"))
                            .status())
                    .isEqualTo(200);
            waters.as(MASTER).post("system_configs/crossbar", json("{'default':{'ensure_valid_schema':false}}"));
            assertThat(post(CUSTOMER, "foo", "{'a':1}")).isEqualTo(json("{'id':'configs_foo'}"));
        }

        @Test
        void othersButNotThoseAboveOrPlainUsers() {
            String path = waters.path(CUSTOMER, "configs", "conferences");
            assertThat(waters.as("Pond").get(path).status()).isEqualTo(403);
            assertThat(waters.as(BELOW).get(path).status()).isEqualTo(403);
            JsonObject change = json("{'pin_timeout':1}");
            assertThat(waters.as(RESELLER).post(path, change).status()).isEqualTo(200);
            assertThat(waters.staff(CUSTOMER).post(path, change).status()).isEqualTo(200);
            assertThat(waters.anybody().get(path).status()).isEqualTo(401);
            assertThat(waters.anybody().get(path + "/deeper").status()).isEqualTo(404);
        }
    }

    @Test
    void withoutAnIdIsTheDefaultForReadingAlone() {
        TestClient admin = waters.as(CUSTOMER);
        String path = waters.path(CUSTOMER, "configs");
        assertThat(admin.get(path).data())
                .isEqualTo(json("{'id':'configs_default','smtp_max_msg_size':20,'max_upload_size':20}"));
        post(CUSTOMER, "default", "{'max_upload_size':30}");
        assertThat(admin.get(path).data().integer(0, "max_upload_size")).isEqualTo(30);
        assertThat(admin.post(path, JsonObject.EMPTY).status()).isEqualTo(405);
    }

    @Test
    void loginsHeedWhatTheApiNeverShows() {
        JsonObject off = json("{'auth_modules':{'cb_user_auth':{'enabled':false}}}");
        assertThat(waters.as(RESELLER)
                        .post(waters.path(CUSTOMER, "configs", "crossbar.auth"), off)
                        .data())
                .isEqualTo(json("{'id':'configs_crossbar.auth'}"));
        assertThatThrownBy(() -> waters.as(CUSTOMER)).hasMessageContaining("no token for");
        waters.as(RESELLER).delete(waters.path(CUSTOMER, "configs", "crossbar.auth"));
        assertThat(pinTimeout(CUSTOMER)).isEqualTo(5000);
    }

    @Test
    void readingHasNoRevisionAndStoresNothing() {
        Response read = waters.as(CUSTOMER).get(waters.path(CUSTOMER, "configs", "fax"));
        assertThat(read.body().has("revision")).isFalse();
        assertThat(read.tag()).isEmpty();
        assertThat(read.body().object("metadata")).isEqualTo(json("{'id':'configs_fax'}"));
        assertThat(stored(CUSTOMER, "fax")).isEqualTo(JsonObject.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auth.password|{'should_enforce_strength':false,'should_prevent_reuse':false}",
                "call_command|{'should_use_local_resources':false,'unknown_cid_name':'unknown'}",
                "callflow|{'hard_stop_after_successful_group':false}",
                "cdr|{'ignore_loopback_bowout':true,'ignore_reorder_reasons':[]}",
                "crossbar.auth|{}",
                "crossbar.sms|{'api_e164_convert_from':false,'api_e164_convert_to':false}",
                "doodle|{'api_preserve_caller_id':true,'reschedule':{}}",
                "fax|{'default_smtp_domain':'fax.kazoo.io','log_faxbox_errors':true,'max_outbound':10}",
                "kazoo_endpoint|{'default_can_text_self':true}",
                "keys|{}",
                "media|{}",
                "notify|{'notify_persist_exceptions':['system_alert'],'should_persist_for_retry':true}",
                "number_manager|{'unauthorized_numbers_lookup':false}",
                "omnipresence|{'dialog_subscribed_mwi_prefix':'*98'}",
                "privacy|{'block_anonymous_caller_id':false,'privacy_mode':'kazoo'}",
                "stepswitch|{'default_fail_on_single_reject':['USER_BUSY','CALL_REJECTED','NO_ANSWER']}",
                "tasks.bill_early|{'bill_early_enabled':false,'reminder_enabled':false}",
                "voicemail|{'after_forward_action':'save','vm_message_forward_type':'only_forward'}",
                "webhooks|{'attempt_failure_count':6,'attempt_failure_expiry_ms':60000}",
            })
    void aFreshAccountHasTheDefaultsOfTheSystem(String config, String defaults) {
        assertThat(get(CUSTOMER, config)).isEqualTo(json(defaults).with(Json.of("configs_" + config), "id"));
    }

    @Test
    void ledgersAreFour() {
        assertThat(get(CUSTOMER, "ledgers").array("registered_ledgers").size()).isEqualTo(4);
    }
}
