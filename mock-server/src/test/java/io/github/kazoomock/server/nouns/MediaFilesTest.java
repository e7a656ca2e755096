package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MediaFilesTest {
    private static final byte[] SOUND = Sounds.wav(7);

    private Office office;
    private String media;
    private String raw;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        media = "media/" + office.made("media", "{'name':'Song','description':'kept'}");
        raw = media + "/raw";
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Nested
    class AnUpload {
        @Test
        void asTheBodyComesBackByteForByte() {
            Response sent = Sounds.send(office, raw, "audio/x-wav", SOUND);
            assertThat(sent.status()).isEqualTo(200);
            Response got = office.get(raw);
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("content-type")).isEqualTo("audio/x-wav");
            assertThat(got.http().body()).isEqualTo(SOUND);
        }

        @Test
        void isToldInTheDocumentFromTheFirstTimeOn() {
            Response sent = Sounds.send(office, raw, "audio/x-wav", SOUND);
            assertThat(sent.data().without("id"))
                    .isEqualTo(json("{'name':'Song','description':'kept','language':'en-us','media_source':'upload',"
                            + "'streamable':true,'tts':{'voice':'female/en-US'},'content_type':'audio/x-wav',"
                            + "'content_length':" + SOUND.length + "}"));
            assertThat(office.get(media).data()).isEqualTo(sent.data());
            assertThat(sent.body().text("revision")).startsWith("2-");
        }

        @Test
        void toTheDocumentItselfIsTheSame() {
            assertThat(Sounds.send(office, media, "audio/wav", SOUND).status()).isEqualTo(200);
            assertThat(office.get(raw).http().body()).isEqualTo(SOUND);
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/x-base64", "application/base64"})
        void asADataUriHasTheTypeOfTheUri(String type) {
            byte[] uri = Sounds.dataUri("audio/mp3", SOUND).getBytes(US_ASCII);
            assertThat(Sounds.send(office, raw, type, uri).data().text("content_type"))
                    .isEqualTo("audio/mp3");
            assertThat(office.get(raw).http().body()).isEqualTo(SOUND);
        }

        @Test
        void asBareBase64HasNoTypeThatASoundCanHave() {
            byte[] bare = Base64.getMimeEncoder().encode(SOUND);
            Response refused = Sounds.send(office, raw, "application/x-base64", bare);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().object("content_type", "enum").text("value"))
                    .isEqualTo("application/octet-stream");
            assertThat(office.get(raw).status()).isEqualTo(404);
        }

        @Test
        void thatIsNoBase64IsRefused() {
            Response refused =
                    Sounds.send(office, raw, "application/x-base64", "data:audio/mp3;base64,@".getBytes(US_ASCII));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'file':{'encoding':{'message':'failed to decode base64 data'}}}"));
        }

        @Test
        void mayBeEncodedOnTheWay() {
            Response sent = office.client()
                    .with("Content-Type", "audio/wav")
                    .with("Content-Transfer-Encoding", "base64")
                    .upload("POST", office.at(raw), Base64.getEncoder().encode(SOUND));
            assertThat(sent.status()).isEqualTo(200);
            assertThat(office.get(raw).http().body()).isEqualTo(SOUND);
        }

        @Test
        void asAPartComesWithADocumentThatDoesNotCount() {
            Response sent = Sounds.sendParts(
                    office,
                    raw,
                    Sounds.part("Content-Type: application/json", "{\"data\":{\"name\":\"Other\"}}".getBytes(US_ASCII)),
                    Sounds.part(
                            "Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\nContent-Type: audio/wav",
                            SOUND));
            assertThat(sent.status()).isEqualTo(200);
            assertThat(sent.data().text("name")).isEqualTo("Song");
            assertThat(office.get(raw).http().body()).isEqualTo(SOUND);
        }

        @Test
        void asAnEncodedPartIsDecoded() {
            Sounds.sendParts(
                    office,
                    raw,
                    Sounds.part(
                            "Content-Type: audio/wav\r\nContent-Transfer-Encoding: base64",
                            Base64.getEncoder().encode(SOUND)));
            assertThat(office.get(raw).http().body()).isEqualTo(SOUND);
        }

        @Test
        void replacesTheOneBefore() {
            Sounds.send(office, raw + "?filename=one.wav", "audio/wav", SOUND);
            byte[] second = Sounds.wav(8);
            Sounds.send(office, raw + "?filename=two.wav", "audio/mpeg", second);
            assertThat(office.get(raw).http().body()).isEqualTo(second);
            assertThat(office.get(raw).header("content-type")).isEqualTo("audio/mpeg");
        }
    }

    @Nested
    class ARefusedUpload {
        @Test
        void hasNoFile() {
            for (Response refused :
                    new Response[] {office.post(raw, "{'name':'X'}"), Sounds.send(office, raw, "audio/wav", new byte[0])
                    }) {
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.data())
                        .isEqualTo(json("{'file':{'required':{'message':'Please provide an media file'}}}"));
            }
        }

        @Test
        void hasSeveralFiles() {
            byte[] part = Sounds.part("Content-Type: audio/wav", SOUND);
            Response refused = Sounds.sendParts(office, raw, part, part);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'file':{'maxItems':{'message':'Please provide a single media file'}}}"));
        }

        @Test
        void isTooLarge() {
            Response refused = Sounds.send(office, raw, "audio/wav", new byte[8_000_001]);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'file':{'maxSize':{'message':'Payload or Files must not be more"
                            + " than 8000000 bytes','target':8000000}}}"));
            assertThat(Sounds.send(office, raw, "audio/wav", new byte[8_000_000])
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void hasATypeThatNoSoundHas() {
            Response refused = Sounds.send(office, raw, "image/png", SOUND);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().has("content_type")).isTrue();
        }

        @Test
        void hasATypeThatMediaHaveAndRequestsHaveNot() {
            Response refused = Sounds.send(office, raw, "audio/mpeg3", SOUND);
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.http().body()).isEmpty();
            assertThat(office.get(raw).status()).isEqualTo(404);
            assertThat(office.get(media).data().has("content_type")).isFalse();
        }

        @Test
        void isForMediaThatAreNotThere() {
            Response refused = Sounds.send(office, "media/nothing/raw", "audio/wav", SOUND);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.data()).isEqualTo(json("{'message':'bad identifier','cause':'nothing'}"));
        }
    }

    @Nested
    class ADownload {
        @BeforeEach
        void upload() {
            Sounds.send(office, raw + "?filename=song.wav", "audio/wav", SOUND);
        }

        @Test
        void isCalledAfterItsDocumentAndInKazoo50AsItWasSent() {
            String id = media.substring("media/".length());
            assertThat(office.get(raw).header("content-disposition")).isEqualTo("attachment; filename=" + id + ".wav");
            assertThat(inKazoo50(raw50 -> raw50 + "?filename=song.wav")).isEqualTo("attachment; filename=song.wav");
            assertThat(inKazoo50(raw50 -> raw50)).matches("attachment; filename=uploaded_file_\\d{11}");
        }

        private String inKazoo50(java.util.function.UnaryOperator<String> path) {
            try (Office older = new Office("kazoo-5.0")) {
                String path50 = "media/" + older.made("media", "{'name':'Song'}") + "/raw";
                Sounds.send(older, path.apply(path50), "audio/wav", SOUND);
                return String.valueOf(older.get(path50).header("content-disposition"));
            }
        }

        @Test
        void isWhatAnAcceptHeaderMayAskTheDocumentFor() {
            assertThat(accepting("audio/wav", media).http().body()).isEqualTo(SOUND);
            assertThat(accepting("audio/*", media).http().body()).isEqualTo(SOUND);
            assertThat(accepting("*/*", media).data().text("name")).isEqualTo("Song");
            assertThat(office.get(media + "?accept=audio/wav").http().body()).isEqualTo(SOUND);
            assertThat(accepting("audio/ogg", media).status()).isEqualTo(406);
            assertThat(accepting("application/json", raw).status()).isEqualTo(406);
        }

        private Response accepting(String type, String path) {
            return office.client().with("Accept", type).get(office.at(path));
        }

        @Test
        void mayBeOfAPart() {
            Response part = ranged("bytes=4-9");
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("content-range")).isEqualTo("bytes 4-9/" + SOUND.length);
            assertThat(part.header("accept-ranges")).isEqualTo("bytes");
            assertThat(part.http().body()).isEqualTo(Arrays.copyOfRange(SOUND, 4, 10));
            Response rest = ranged("bytes=100-");
            assertThat(rest.status()).isEqualTo(206);
            assertThat(rest.http().body()).isEqualTo(Arrays.copyOfRange(SOUND, 100, SOUND.length));
        }

        @ParameterizedTest
        @ValueSource(strings = {"bytes=0-", "bytes=-5", "bytes=0-1,4-5", "bytes=9-3", "bytes=5-99999"})
        void isWholeForARangeThatIsOrThatSaysNothing(String range) {
            Response whole = ranged(range);
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.header("content-range")).isEqualTo("bytes 0-" + (SOUND.length - 1) + "/" + SOUND.length);
            assertThat(whole.http().body()).isEqualTo(SOUND);
        }

        private Response ranged(String range) {
            return office.client().with("Range", range).get(office.at(raw));
        }

        @Test
        void isNotFoundWithoutAFile() {
            String empty = office.made("media", "{'name':'Empty'}");
            for (String id : new String[] {empty, "nothing"}) {
                Response refused = office.get("media/" + id + "/raw");
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.body().text("message")).isEqualTo("bad identifier");
                assertThat(refused.body().array("data").texts()).containsExactly(id);
                assertThat(accepting("audio/wav", "media/" + id).status()).isEqualTo(404);
            }
            office.delete(media);
            assertThat(office.get(raw).status()).isEqualTo(404);
        }

        @Test
        void staysWhenTheDocumentIsReplaced() {
            office.post(media, "{'name':'Other'}");
            assertThat(office.get(raw).http().body()).isEqualTo(SOUND);
            assertThat(office.get(media).data().has("_attachments")).isFalse();
        }
    }
}
