package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Gregorian;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VmboxMessagesTest {
    private static final byte[] SOUND = {'R', 'I', 'F', 'F', 0, (byte) 0xff, 13, 10};

    private Office office;
    private String box;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        box = office.made("vmboxes", "{'name':'Pat','mailbox':'1001','timezone':'America/Chicago'}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Nested
    class LeavingOne {
        @Test
        void withoutARecordingShowsTheWholeMessage() {
            Response made = office.put(
                    at("messages"),
                    "{'caller_id_number':'2001','caller_id_name':'Kim','timestamp':63900000000,'length':4200,"
                            + "'call_id':'abc'}");
            assertThat(made.status()).isEqualTo(201);
            String id = made.data().textOr("id", "");
            assertThat(id).matches("202411-[0-9a-f]{32}");
            assertThat(made.header("location")).endsWith("/messages/" + id);
            String realm = realm();
            assertThat(made.data())
                    .isEqualTo(Office.json(
                            "{'name':'mailbox 1001 message 2024-11-28 2:0:0','description':'voicemail message with"
                                    + " media','source_type':'voicemail','source_id':'" + box
                                    + "','media_source':'recording','streamable':true,'utc_seconds':63900000000,"
                                    + "'metadata':{'media_id':'" + id + "','timestamp':63900000000,'from':'2001@"
                                    + realm + "','from_user':'2001','from_realm':'" + realm + "','to':'1001@" + realm
                                    + "','to_user':'1001','to_realm':'" + realm
                                    + "','caller_id_number':'2001','caller_id_name':'Kim','call_id':'abc',"
                                    + "'folder':'new','length':4200},'id':'" + id + "'}"));
        }

        @Test
        void withoutAnythingIsAnonymous() {
            JsonObject metadata = office.put(at("messages"), "{}").data().object("metadata");
            assertThat(metadata.text("caller_id_number")).isEqualTo("0000000000");
            assertThat(metadata.text("caller_id_name")).isEqualTo("0000000000");
            assertThat(metadata.text("folder")).isEqualTo("new");
            assertThat(metadata.get("length")).isEqualTo(Json.of(1));
            assertThat(metadata.text("call_id")).matches("[0-9a-f]{24}");
        }

        @Test
        void withARecordingShowsItsMetadataOnly() {
            Response made = leave("{\"data\":{\"caller_id_number\":\"2001\"}}", SOUND);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().text("caller_id_number")).isEqualTo("2001");
            String id = made.data().textOr("media_id", "");
            assertThat(office.get(at("messages/" + id + "/raw")).http().body()).isEqualTo(SOUND);
        }

        @Test
        void withTwoRecordingsIsRefused() {
            Response refused = leave("{\"data\":{}}", SOUND, SOUND);
            assertThat(refused.data())
                    .isEqualTo(Office.json("{'file':{'maxItems':{'message':'Please provide a single media file'}}}"));
        }

        @Test
        void needsABoxAndAFolderThatExist() {
            assertThat(office.put("vmboxes/" + "0".repeat(32) + "/messages", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(office.put(at("messages"), "{'folder':'attic'}")
                            .data()
                            .object("folder")
                            .has("enum"))
                    .isTrue();
        }
    }

    @Nested
    class Reading {
        @Test
        void listsShowTheNewestFirst() {
            String older = message("'timestamp':" + secondsAgo(7200));
            String newer = message("'timestamp':" + secondsAgo(3600));
            assertThat(list(at("messages"))).containsExactly(newer, older);
            assertThat(list(at("messages?ascending=true"))).containsExactly(older, newer);
        }

        @Test
        void listsArePagedAndFilteredByFolder() {
            for (int i = 0; i < 6; i++) {
                message("'timestamp':" + secondsAgo(3600 + i) + ",'folder':'" + (i % 2 == 0 ? "new" : "saved") + "'");
            }
            assertThat(list(at("messages?filter_folder=saved"))).hasSize(3);
            Response page = office.get(at("messages?filter_not_folder=saved&page_size=2"));
            assertThat(page.body().array("data").size()).isEqualTo(2);
            String next = page.body().textOr("next_start_key", "");
            assertThat(list(at("messages?filter_not_folder=saved&page_size=2&start_key=" + next)))
                    .hasSize(1);
        }

        @Test
        void theWholeAccountIsListedBoxByBox() {
            String other = office.made("vmboxes", "{'name':'Kim','mailbox':'1002'}");
            message("'caller_id_number':'1'");
            office.made("vmboxes/" + other + "/messages", "{'caller_id_number':'2'}");
            List<String> boxes = office.get("vmboxes/messages").body().array("data").values().stream()
                    .map(row -> ((JsonObject) row).keys().get(0))
                    .toList();
            assertThat(boxes).contains(box, other);
        }

        @Test
        void anUnknownBoxHasNoMessagesAndAMessageBelongsToOneBox() {
            assertThat(office.get("vmboxes/" + "0".repeat(32) + "/messages")
                            .body()
                            .array("data")
                            .size())
                    .isZero();
            String other = office.made("vmboxes", "{'name':'Kim','mailbox':'1002'}");
            String id = message("");
            Response foreign = office.get("vmboxes/" + other + "/messages/" + id);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body().text("message")).isEqualTo("bad_identifier");
        }

        @Test
        void neverChangesTheFolder() {
            String id = message("");
            office.get(at("messages/" + id));
            office.get(at("messages/" + id + "/raw"));
            assertThat(office.get(at("messages/" + id)).data().text("folder")).isEqualTo("new");
        }

        @Test
        void aMessageWithoutARecordingHasNoAudio() {
            Response missing = office.get(at("messages/" + message("") + "/raw"));
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.data().text("cause")).isEqualTo("voicemail message does not have any audio file");
        }

        @Test
        void aRecordingIsCalledAfterCallerAndTimeInTheBoxsTimezone() {
            Response made =
                    leave("{\"data\":{\"caller_id_number\":\"2001\",\"timestamp\":" + secondsAgo(60) + "}}", SOUND);
            Response raw = office.get(at("messages/" + made.data().text("media_id") + "/raw"));
            assertThat(raw.header("content-type")).isEqualTo("audio/x-wav");
            assertThat(raw.header("content-disposition"))
                    .matches("attachment; filename=2001_\\d{4}-\\d\\d-\\d\\d_\\d\\d:\\d\\d:\\d\\d\\.wav");
        }
    }

    @Nested
    class Changing {
        @Test
        void withoutAFolderSaves() {
            String id = message("");
            assertThat(office.post(at("messages/" + id), "{}").data().text("folder"))
                    .isEqualTo("saved");
            assertThat(office.post(at("messages/" + id + "?folder=new"), "{}")
                            .data()
                            .text("folder"))
                    .isEqualTo("new");
            assertThat(office.post(at("messages/" + id), "{'folder':'attic'}")
                            .data()
                            .object("folder")
                            .has("enum"))
                    .isTrue();
        }

        @Test
        void movesToAnotherBoxUnderAnotherId() {
            String other = office.made("vmboxes", "{'name':'Kim','mailbox':'1002'}");
            Response made = leave("{\"data\":{}}", SOUND);
            String id = made.data().textOr("media_id", "");
            JsonObject moved = office.post(at("messages/" + id), "{'source_id':'" + other + "'}")
                    .data();
            String newId = moved.textOr("_id", "");
            assertThat(newId).isNotEqualTo(id);
            assertThat(moved.keys())
                    .contains("_rev", "pvt_type", "pvt_account_id")
                    .doesNotContain("id");
            assertThat(list(at("messages"))).isEmpty();
            assertThat(office.get("vmboxes/" + other + "/messages/" + newId + "/raw")
                            .http()
                            .body())
                    .isEqualTo(SOUND);
        }

        @Test
        void copiesToSeveralBoxes() {
            String other = office.made("vmboxes", "{'name':'Kim','mailbox':'1002'}");
            String nowhere = "0".repeat(32);
            JsonObject copied = office.post(
                            at("messages/" + message("")), "{'source_id':['" + other + "','" + nowhere + "']}")
                    .data();
            assertThat(list("vmboxes/" + other + "/messages"))
                    .isEqualTo(copied.array("succeeded").texts());
            assertThat(copied.object("failed").text(nowhere)).isEqualTo("not_found");
            assertThat(list(at("messages"))).hasSize(1);
        }

        @Test
        void needsABoxToGoTo() {
            String id = message("");
            assertThat(office.post(at("messages/" + id), "{'source_id':''}").data())
                    .isEqualTo(Office.json("{'source_id':{'required':{'message':'empty source_id is specified. please"
                            + " set a single or a list of source_ids.'}}}"));
            assertThat(office.post(at("messages/" + id), "{'source_id':'" + "0".repeat(32) + "'}")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void isOverAfterTheRetentionTime() {
            long hundredDays = secondsAgo(100 * 86_400L);
            String id = message("'timestamp':" + hundredDays);
            Response refused = office.post(at("messages/" + id), "{}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().at(id, "date_range", "message"))
                    .isEqualTo(Json.of("cannot make changes to messages prior to retention duration"));
            assertThat(list(at("messages"))).isEmpty();
            JsonObject shown = office.get(at("messages/" + id)).data();
            assertThat(shown.text("folder")).isEqualTo("deleted");
            assertThat(shown.text("retention")).isEqualTo("enforced");
            assertThat(office.get(at("messages?created_from=" + (hundredDays - 10) + "&created_to="
                                    + (hundredDays + 10)))
                            .body()
                            .array("data")
                            .size())
                    .isEqualTo(1);
            assertThat(office.post(at("messages"), "{'messages':['" + id + "']}")
                            .data())
                    .isEqualTo(Office.json("{'failed':{'" + id + "':'prior_to_retention_duration'}}"));
        }

        @Test
        void manyTellsWhatBecameOfEach() {
            String id = message("");
            assertThat(office.post(at("messages"), "{'messages':['" + id + "','202001-x'],'folder':'saved'}")
                            .data())
                    .isEqualTo(Office.json("{'succeeded':['" + id + "'],'failed':{'202001-x':'not_found'}}"));
            assertThat(office.post(at("messages"), "{'folder':'saved'}").data())
                    .isEqualTo(Office.json(
                            "{'messages':{'required':{'message':'No array of message ids are specified'}}}"));
        }

        @Test
        void replacesTheRecording() {
            String id = message("");
            assertThat(office.put(at("messages/" + id + "/raw"), "{}").data())
                    .isEqualTo(Office.json("{'file':{'required':{'message':'Please provide a media file'}}}"));
            Response replaced = office.client()
                    .with("Content-Type", "audio/mpeg")
                    .upload("PUT", office.at(at("messages/" + id + "/raw")), SOUND);
            assertThat(replaced.status()).isEqualTo(201);
            assertThat(replaced.data().text("media_id")).isEqualTo(id);
            assertThat(office.get(at("messages/" + id + "/raw")).header("content-type"))
                    .isEqualTo("audio/mpeg");
        }
    }

    @Nested
    class Deleting {
        @Test
        void oneShowsItForTheLastTime() {
            String id = message("");
            Response deleted = office.delete(at("messages/" + id));
            assertThat(deleted.data().text("folder")).isEqualTo("deleted");
            assertThat(office.get(at("messages/" + id)).status()).isEqualTo(404);
        }

        @Test
        void someAFolderOrAll() {
            String first = message("");
            String second = message("'folder':'saved'");
            String third = message("");
            String fourth = message("");
            assertThat(delete("{\"data\":{\"messages\":[\"" + first + "\",\"202001-x\"]}}"))
                    .containsExactly(first);
            assertThat(office.delete(at("messages?folder=saved"))
                            .data()
                            .array("succeeded")
                            .texts())
                    .containsExactly(second);
            assertThat(office.delete(at("messages")).data().array("succeeded").texts())
                    .containsExactlyInAnyOrder(third, fourth);
            assertThat(office.delete(at("messages")).data()).isEqualTo(JsonObject.EMPTY);
        }

        private List<String> delete(String body) {
            return office.client()
                    .send("DELETE", office.at(at("messages")), body)
                    .data()
                    .array("succeeded")
                    .texts();
        }
    }

    @Nested
    class Archives {
        @Test
        void holdTheRecordingsThatWereAskedFor() throws IOException {
            String first = leave("{\"data\":{\"caller_id_number\":\"2001\"}}", SOUND)
                    .data()
                    .textOr("media_id", "");
            String second = leave("{\"data\":{\"caller_id_number\":\"2001\"}}", SOUND)
                    .data()
                    .textOr("media_id", "");
            Response zip = zip("{\"data\":{\"messages\":[\"" + first + "\",\"" + second + "\"]}}");
            assertThat(zip.status()).isEqualTo(200);
            assertThat(zip.header("content-type")).isEqualTo("application/zip");
            assertThat(zip.header("content-disposition"))
                    .isEqualTo("attachment; filename=" + zip.header("x-request-id") + ".zip");
            assertThat(unzipped(zip.http().body()).values())
                    .hasSize(2)
                    .allSatisfy(sound -> assertThat(sound).isEqualTo(SOUND));
        }

        @Test
        void needMessages() {
            assertThat(zip("{\"data\":{}}").data().object("messages").has("required"))
                    .isTrue();
            Response none = zip("{\"data\":{\"messages\":[\"202001-x\"]}}");
            assertThat(none.status()).isEqualTo(404);
            assertThat(none.body().text("message")).isEqualTo("not_found");
        }

        private Response zip(String body) {
            return office.client().with("Accept", "application/zip").send("POST", office.at(at("messages/raw")), body);
        }

        private Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
            return files;
        }
    }

    /** A path under the box. */
    private String at(String path) {
        return "vmboxes/" + box + "/" + path;
    }

    /** The id of a new message with these metadata. */
    private String message(String metadata) {
        return office.made(at("messages"), "{" + metadata + "}");
    }

    private List<String> list(String path) {
        return office.get(path).body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("media_id", ""))
                .toList();
    }

    private long secondsAgo(long seconds) {
        return Gregorian.seconds(Instant.now()) - seconds;
    }

    private String realm() {
        return office.client().get("accounts/" + office.account()).data().textOr("realm", "");
    }

    private Response leave(String json, byte[]... sounds) {
        StringBuilder body = new StringBuilder("--cut\r\nContent-Type: application/json\r\n\r\n" + json);
        for (byte[] sound : sounds) {
            body.append("\r\n--cut\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"m.wav\"\r\n")
                    .append("Content-Type: audio/x-wav\r\n\r\n")
                    .append(new String(sound, StandardCharsets.ISO_8859_1));
        }
        body.append("\r\n--cut--\r\n");
        return office.client()
                .with("Content-Type", "multipart/form-data; boundary=cut")
                .upload("PUT", office.at(at("messages")), body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
