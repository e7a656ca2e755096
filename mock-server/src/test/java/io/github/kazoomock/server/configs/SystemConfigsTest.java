package io.github.kazoomock.server.configs;

import static io.github.kazoomock.server.accounts.Waters.json;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Settings of the system by category and section (configs sheet 9). */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemConfigsTest {
    private static final String ONE = "system_configs/voicemail";
    private static final String DEFAULT = ONE + "/default";
    private static final String NODE = ONE + "/app@host.example.com";

    private Waters waters;
    private TestClient admin;

    @BeforeAll
    void start(@TempDir Path folder) {
        waters = Waters.start(folder);
        admin = waters.as("Ocean");
    }

    @AfterAll
    void stop() {
        waters.close();
    }

    @BeforeEach
    void reset() {
        waters.reset();
    }

    private Response ok(Response response) {
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return response;
    }

    private List<String> list(String query) {
        return admin.get("system_configs" + query).body().array("data").texts();
    }

    @Nested
    class AWholeCategory {
        @Test
        void isThereBeforeAnythingIsStored() {
            assertThat(admin.get(ONE).data())
                    .isEqualTo(
                            json("{'default':{'after_forward_action':'save','vm_message_forward_type':'only_forward'},"
                                    + "'id':'voicemail'}"));
            assertThat(admin.get("system_configs/foo").data()).isEqualTo(json("{'default':{},'id':'foo'}"));
            assertThat(list("")).isEmpty();
        }

        @Test
        void keepsWhatDiffersSectionBySection() {
            Response saved = ok(admin.post(
                    ONE,
                    json("{'default':{'after_forward_action':'prompt','vm_message_forward_type':'only_forward'},"
                            + "'app@host.example.com':{'after_forward_action':'save','beep':1},'id':'voicemail'}")));
            assertThat(saved.data())
                    .isEqualTo(json("{'default':{'after_forward_action':'prompt'},"
                            + "'app@host.example.com':{'after_forward_action':'save','beep':1},'id':'voicemail'}"));
            assertThat(saved.body().text("revision")).startsWith("1-");
            assertThat(admin.get(ONE).data().object("default"))
                    .isEqualTo(json("{'after_forward_action':'prompt','vm_message_forward_type':'only_forward'}"));
            assertThat(admin.get(ONE + "?with_defaults=true").data().object("app@host.example.com"))
                    .isEqualTo(
                            json("{'after_forward_action':'save','vm_message_forward_type':'only_forward','beep':1}"));
            assertThat(list("")).containsExactly("voicemail");
        }

        @Test
        void staysWithoutSectionsWhenNothingDiffers() {
            assertThat(ok(admin.post(ONE, json("{'default':{'after_forward_action':'save'}}")))
                            .data())
                    .isEqualTo(json("{'id':'voicemail'}"));
            assertThat(list("")).containsExactly("voicemail");
        }

        @Test
        void isMadeByPut() {
            Response made = admin.put(ONE, json("{'default':{'after_forward_action':'prompt'}}"));
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data()).isEqualTo(json("{'default':{'after_forward_action':'prompt'},'id':'voicemail'}"));
        }

        @Test
        void isPatchedWithoutLosingOtherSections() {
            admin.post(ONE, json("{'default':{'key':'value','nested':{'knee':'nalue'}}}"));
            Response patched = ok(admin.patch(ONE, json("{'foo@bar.com':{'key':'node','nested':{'ankle':'alue'}}}")));
            assertThat(patched.data())
                    .isEqualTo(json("{'default':{'key':'value','nested':{'knee':'nalue'}},"
                            + "'foo@bar.com':{'key':'node','nested':{'ankle':'alue'}},'id':'voicemail'}"));
            assertThat(admin.get(ONE + "/foo@bar.com?with_defaults=true").data())
                    .isEqualTo(json("{'key':'node','nested':{'ankle':'alue','knee':'nalue'},"
                            + "'after_forward_action':'save','vm_message_forward_type':'only_forward',"
                            + "'id':'voicemail/foo@bar.com'}"));
            assertThat(ok(admin.patch(ONE, json("{'default':{'key':null}}")))
                            .data()
                            .object("default"))
                    .isEqualTo(json("{'nested':{'knee':'nalue'}}"));
        }

        @Test
        void isDeletedOnceAndThenUnknown() {
            admin.post(ONE, json("{'default':{'key':'value'}}"));
            Response gone = ok(admin.delete(ONE));
            assertThat(gone.data()).isEqualTo(json("{'default':{'key':'value'},'id':'voicemail'}"));
            assertThat(gone.body().object("metadata").isTrue("deleted")).isTrue();
            assertThat(list("")).isEmpty();
            Response again = admin.delete(ONE);
            assertThat(again.status()).isEqualTo(404);
            assertThat(again.data()).isEqualTo(json("{'cause':'voicemail','message':'bad identifier'}"));
        }

        @Test
        void keepsToTheSchemaInEverySection() {
            Response bad = admin.post(
                    ONE, json("{'default':{'after_forward_action':'x'},'zone1':{'vm_message_forward_type':'y'}}"));
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.data().keys())
                    .containsExactlyInAnyOrder("default.after_forward_action", "zone1.vm_message_forward_type");
            assertThat(admin.post(ONE, json("{'default':7}")).data().keys()).containsExactly("default");
            assertThat(list("")).isEmpty();
        }
    }

    @Nested
    class ASection {
        @Test
        void isReadAsStoredOrWithWhatHolds() {
            admin.post(ONE, json("{'default':{'key':1},'app@host.example.com':{'key':2}}"));
            assertThat(admin.get(DEFAULT).data()).isEqualTo(json("{'key':1,'id':'voicemail/default'}"));
            assertThat(admin.get(NODE).data()).isEqualTo(json("{'key':2,'id':'voicemail/app@host.example.com'}"));
            assertThat(admin.get(NODE + "?with_defaults=true").data().textOr("after_forward_action", ""))
                    .isEqualTo("save");
            assertThat(admin.get(ONE + "/elsewhere").data()).isEqualTo(json("{'id':'voicemail/elsewhere'}"));
        }

        @Test
        void keepsWhatDiffersFromTheDefaultSection() {
            ok(admin.post(DEFAULT, json("{'key':1,'after_forward_action':'save'}")));
            assertThat(admin.get(DEFAULT).data()).isEqualTo(json("{'key':1,'id':'voicemail/default'}"));
            Response saved = ok(admin.post(NODE, json("{'key':1,'other':2}")));
            assertThat(saved.data()).isEqualTo(json("{'other':2,'id':'voicemail/app@host.example.com'}"));
            assertThat(saved.body().text("revision")).startsWith("2-");
            assertThat(ok(admin.patch(NODE, json("{'key':5}"))).data())
                    .isEqualTo(json("{'key':5,'other':2,'id':'voicemail/app@host.example.com'}"));
            assertThat(admin.post(NODE, json("{'after_forward_action':'x'}"))
                            .data()
                            .keys())
                    .containsExactly("after_forward_action");
        }

        @Test
        void isDeletedWhileTheOthersStay() {
            assertThat(admin.delete(NODE).data()).isEqualTo(json("{'cause':'voicemail','message':'bad identifier'}"));
            admin.post(ONE, json("{'default':{'key':1},'app@host.example.com':{'key':2}}"));
            Response gone = ok(admin.delete(NODE));
            assertThat(gone.data()).isEqualTo(json("{'id':'voicemail/app@host.example.com'}"));
            assertThat(gone.body().text("revision")).startsWith("2-");
            assertThat(admin.get(DEFAULT).data().integer(0, "key")).isEqualTo(1);
            Response again = admin.delete(NODE);
            assertThat(again.status()).isEqualTo(404);
            assertThat(again.body().text("message")).isEqualTo("bad identifier");
            assertThat(again.body().array("data").texts()).containsExactly("app@host.example.com");
        }

        @Test
        void isNotMadeByPut() {
            assertThat(admin.put(NODE, JsonObject.EMPTY).status()).isEqualTo(405);
        }
    }

    @Test
    void theListIsDescendingAndHasPages() {
        for (String id : new String[] {"a", "c", "b"}) {
            ok(admin.post("system_configs/" + id, JsonObject.EMPTY));
        }
        assertThat(list("")).containsExactly("c", "b", "a");
        assertThat(list("?ascending=true")).containsExactly("a", "b", "c");
        JsonObject page = admin.get("system_configs?page_size=2").body();
        assertThat(page.array("data").texts()).containsExactly("c", "b");
        assertThat(list("?start_key=" + page.text("next_start_key"))).containsExactly("a");
    }

    @Test
    void theyAreForTheSuperduperAdminAndNoAccountsOwn() {
        assertThat(waters.as("River").get(ONE).status()).isEqualTo(403);
        assertThat(waters.anybody().get(ONE).status()).isEqualTo(401);
        Response own = admin.get(waters.path("Ocean", "system_configs", "voicemail"));
        assertThat(own.status()).isEqualTo(404);
        assertThat(own.body().text("message")).isEqualTo("bad_identifier");
        assertThat(own.data()).isEqualTo(json("{'message':'bad identifier'}"));
    }

    @Test
    void theServerItselfHeedsThem() {
        String path = waters.path("River");
        assertThat(waters.as("River").put(path, json("{'name':'Brook'}")).status())
                .isEqualTo(400);
        ok(admin.patch("system_configs/crossbar.accounts", json("{'default':{'ensure_unique_name':false}}")));
        assertThat(waters.as("River").put(path, json("{'name':'Brook'}")).status())
                .isEqualTo(201);
    }
}
