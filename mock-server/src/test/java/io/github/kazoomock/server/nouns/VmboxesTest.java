package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VmboxesTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Nested
    class ABox {
        @Test
        void hasTheDefaultsOfItsSchema() {
            Response made = office.put("vmboxes", "{'name':'Pat','mailbox':'1001'}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().without("id"))
                    .isEqualTo(
                            Office.json(
                                    "{'after_forward_action':'save','aliases':[],'announcement_only':false,"
                                            + "'check_if_owner':true,'delete_after_notify':false,'envelope_type':'default',"
                                            + "'include_message_on_notify':true,'include_transcription_on_notify':true,"
                                            + "'is_setup':false,'is_voicemail_ff_rw_enabled':false,'mailbox':'1001','media':{},"
                                            + "'media_extension':'mp3','name':'Pat','not_configurable':false,"
                                            + "'notify_email_addresses':[],'oldest_message_first':false,'require_pin':false,"
                                            + "'save_after_notify':false,'seek_duration_ms':10000,'shared_vmbox':false,"
                                            + "'shared_vmbox_notify_owner_email':false,'skip_envelope':false,'skip_greeting':false,"
                                            + "'skip_instructions':false,'transcribe':false,'vm_message_forward_type':'only_forward'}"));
        }

        @Test
        void isReadChangedPatchedAndDeleted() {
            String id = office.made("vmboxes", "{'name':'Pat','mailbox':'1001','pin':'4321'}");
            assertThat(office.get("vmboxes/" + id).data().text("pin")).isEqualTo("4321");
            assertThat(office.patch("vmboxes/" + id, "{'some_key':'some_value'}")
                            .data()
                            .text("some_key"))
                    .isEqualTo("some_value");
            assertThat(office.post("vmboxes/" + id, "{'name':'Kim','mailbox':'1002'}")
                            .data()
                            .has("pin"))
                    .isFalse();
            assertThat(office.delete("vmboxes/" + id).body().at("metadata", "deleted"))
                    .isEqualTo(Json.of(true));
            assertThat(office.get("vmboxes/" + id).status()).isEqualTo(404);
        }

        @Test
        void needsNameAndNumber() {
            Response refused = office.put("vmboxes", "{}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().keys()).containsExactlyInAnyOrder("mailbox", "name");
        }

        @Test
        void mayNotHaveTheNumberOrAliasOfAnother() {
            office.made("vmboxes", "{'name':'Pat','mailbox':'1001','aliases':['2001']}");
            JsonObject taken =
                    Office.json("{'mailbox':{'unique':{'message':'Invalid mailbox number, alias or already exists'}}}");
            assertThat(office.put("vmboxes", "{'name':'Kim','mailbox':'1001'}").data())
                    .isEqualTo(taken);
            assertThat(office.put("vmboxes", "{'name':'Kim','mailbox':'2001'}").data())
                    .isEqualTo(taken);
            assertThat(office.put("vmboxes", "{'name':'Kim','mailbox':'3','aliases':['1001']}")
                            .data())
                    .isEqualTo(taken);
            assertThat(office.put("vmboxes", "{'name':'Kim','mailbox':'01001'}").status())
                    .isEqualTo(201);
        }

        @Test
        void takesItsMessagesAlongWhenItIsDeleted() {
            String id = office.made("vmboxes", "{'name':'Pat','mailbox':'1001'}");
            String message = office.made("vmboxes/" + id + "/messages", "{}");
            office.delete("vmboxes/" + id);
            assertThat(office.get("vmboxes/messages").body().array("data").size())
                    .isZero();
            assertThat(office.get("vmboxes/" + id + "/messages/" + message).status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class TheList {
        @Test
        void tellsHowManyMessagesThereAre() {
            String id = office.made("vmboxes", "{'name':'Pat','mailbox':'1001'}");
            String other = office.made("vmboxes", "{'name':'Kim','mailbox':'1002'}");
            office.made("vmboxes/" + id + "/messages", "{}");
            office.made("vmboxes/" + id + "/messages", "{'folder':'saved'}");
            office.made("vmboxes/" + id + "/messages", "{'folder':'deleted'}");
            assertThat(row(id))
                    .isEqualTo(Office.json("{'id':'" + id + "','name':'Pat','mailbox':'1001','messages':2,"
                            + "'folders':{'new':1,'saved':1},'features':[],'flags':[]}"));
            assertThat(row(other).keys()).doesNotContain("folders").contains("messages");
        }

        @Test
        void isOrderedByIdFromLowToHigh() {
            for (int i = 0; i < 5; i++) {
                office.made("vmboxes", "{'name':'Box " + i + "','mailbox':'100" + i + "'}");
            }
            assertThat(ids("vmboxes")).isSorted();
        }

        private JsonObject row(String id) {
            return office.get("vmboxes").body().array("data").values().stream()
                    .map(JsonObject.class::cast)
                    .filter(row -> id.equals(row.text("id")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class InKazoo50 {
        private Office older;

        @BeforeEach
        void open() {
            older = new Office("kazoo-5.0");
        }

        @AfterEach
        void close() {
            older.close();
        }

        @Test
        void numbersCompareByTheirValue() {
            older.made("vmboxes", "{'name':'Pat','mailbox':'100'}");
            assertThat(older.put("vmboxes", "{'name':'Kim','mailbox':'0100'}").data())
                    .isEqualTo(Office.json(
                            "{'mailbox':{'unique':{'message':'Invalid mailbox number or already exists'}}}"));
            assertThat(older.put("vmboxes", "{'name':'Kim','mailbox':'x100'}").status())
                    .isEqualTo(201);
        }

        @Test
        void anOlderKeyIsRewrittenWithAWarning() {
            Response made =
                    older.put("vmboxes", "{'name':'Pat','mailbox':'100','notify_email_address':'pat@example.com'}");
            assertThat(made.header("warning"))
                    .isEqualTo("214 Transformation applied: attribute notify_email_address replaced");
            assertThat(made.data().array("notify_email_addresses").texts()).containsExactly("pat@example.com");
            assertThat(made.data().has("notify_email_address")).isFalse();
        }

        @Test
        void boxesAreListedByName() {
            older.made("vmboxes", "{'name':'Zoe','mailbox':'1'}");
            older.made("vmboxes", "{'name':'Adam','mailbox':'2'}");
            List<String> names = older.get("vmboxes").body().array("data").values().stream()
                    .map(row -> ((JsonObject) row).textOr("name", ""))
                    .toList();
            assertThat(names).containsSubsequence("Adam", "Zoe");
        }
    }

    @Nested
    class SystemSettings {
        @TempDir
        Path folder;

        @Test
        void mayKeepUsersOutOfForeignAndUnownedBoxes() throws IOException {
            Path world = Office.world(
                    folder,
                    "top/branch/account.json",
                    "{'name':'Branch','realm':'branch.example.com'}",
                    "top/branch/users.json",
                    "{'chief':{'username':'chief','password':'chief','first_name':'C','last_name':'C',"
                            + "'priv_level':'admin'},'temp':{'username':'temp','password':'temp','first_name':'T',"
                            + "'last_name':'T'}}",
                    "top/branch/vmboxes.json",
                    "{'own':{'name':'Own','mailbox':'1','owner_id':{'$id':'users/temp'}},"
                            + "'foreign':{'name':'Foreign','mailbox':'2','owner_id':{'$id':'users/chief'}},"
                            + "'stray':{'name':'Stray','mailbox':'3'}}",
                    "system_config/crossbar.voicemail.json",
                    "{'default':{'should_restrict_access_to_owner':true,"
                            + "'should_restrict_access_to_unowned':true}}");
            try (Office top = Office.of(world)) {
                assertThat(seen(top.as("temp"), "")).containsExactly(200, 403, 403);
                assertThat(seen(top.as("temp"), "/messages")).containsExactly(200, 403, 403);
                assertThat(seen(top.as("chief"), "")).containsOnly(200);
            }
        }

        private List<Integer> seen(Office user, String path) {
            return List.of("Own", "Foreign", "Stray").stream()
                    .map(box -> user.get("vmboxes/" + id(user, box) + path).status())
                    .toList();
        }

        @Test
        void mayNameTheOnlyFormatThatIsTranscribed() throws IOException {
            Path world = Office.world(
                    folder, "system_config/crossbar.voicemail.json", "{'default':{'transcribe_format':'wav'}}");
            try (Office top = Office.of(world)) {
                JsonObject refused = top.put("vmboxes", "{'name':'x','mailbox':'1','transcribe':true}")
                        .data();
                assertThat(refused.at("media_extension", "invalid", "message"))
                        .isEqualTo(Json.of("if you want transcribe message, then use 'wav' media extension"));
                assertThat(top.put("vmboxes", "{'name':'x','mailbox':'1','transcribe':true,'media_extension':'wav'}")
                                .status())
                        .isEqualTo(201);
            }
        }

        private String id(Office user, String name) {
            return user.get("vmboxes").body().array("data").values().stream()
                    .map(JsonObject.class::cast)
                    .filter(row -> name.equals(row.text("name")))
                    .map(row -> row.textOr("id", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> ids(String path) {
        return office.get(path).body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("id", ""))
                .toList();
    }
}
