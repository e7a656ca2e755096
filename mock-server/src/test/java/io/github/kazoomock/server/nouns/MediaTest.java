package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MediaTest {
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
    class ADocument {
        @Test
        void hasTheDefaultsOfTheSchema() {
            Response made = office.put("media", "{'name':'Greeting'}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().without("id")).isEqualTo(json("""
                                    {'name':'Greeting','language':'en-us','media_source':'upload',
                                     'streamable':true,'tts':{'voice':'female/en-US'}}"""));
            assertThat(made.body().text("revision")).startsWith("1-");
        }

        @Test
        void needsANameAndNothingElse() {
            Response refused = office.put("media", "{}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(
                            json("{'name':{'required':{'message':'Field is required but missing','value':'name'}}}"));
        }

        @Test
        void mayHaveAnyVoice() {
            assertThat(office.put("media", "{'name':'X','tts':{'voice':'somebody'}}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void isReplacedButNotPatched() {
            String path = "media/" + office.made("media", "{'name':'A','description':'x'}");
            assertThat(office.post(path, "{'name':'B'}").data().has("description"))
                    .isFalse();
            Response refused = office.patch(path, "{'name':'C'}");
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.body().text("message")).isEqualTo("invalid_method");
            assertThat(office.delete(path + "/raw").status()).isEqualTo(405);
            assertThat(office.put(path, "{}").status()).isEqualTo(405);
            assertThat(office.post("media/languages", "{}").status()).isEqualTo(405);
            assertThat(office.get(path + "/zzz").status()).isEqualTo(404);
        }

        @Test
        void thatIsUnknownIsNotFoundAfterItsBodyWasChecked() {
            assertThat(office.post("media/nothing", "{}").status()).isEqualTo(400);
            Response refused = office.post("media/nothing", "{'name':'X'}");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.data()).isEqualTo(json("{'message':'bad identifier','cause':'nothing'}"));
        }

        @Test
        void isDeletedSoThatItsIdStaysTakenUnlessSaidOtherwise() {
            try (Office older = new Office("kazoo-5.0")) {
                String id = "0123456789abcdef0123456789abcdef";
                String data = "{'name':'A','id':'" + id + "'}";
                assertThat(older.put("media", data).status()).isEqualTo(201);
                assertThat(older.delete("media/" + id).data().isTrue("_read_only", "deleted"))
                        .isTrue();
                assertThat(older.put("media", data).status()).isEqualTo(409);
                String other = older.made("media", "{'name':'A','id':'" + id.replace('0', '1') + "'}");
                Response gone =
                        older.client().send("DELETE", older.at("media/" + other), "{\"data\":{\"hard_delete\":true}}");
                assertThat(gone.status()).isEqualTo(200);
                assertThat(older.made("media", "{'name':'A','id':'" + other + "'}"))
                        .isEqualTo(other);
            }
        }

        @Test
        void standsInTheListWithWhatItIs() {
            String id = office.made("media", "{'name':'Song','language':'fr-FR','media_type':'wav'}");
            JsonObject row = row(office.get("media"), id);
            assertThat(row)
                    .isEqualTo(json("{'id':'" + id + "','name':'Song','media_type':'wav','media_source':'upload',"
                            + "'language':'fr-fr','is_prompt':false,'features':[],'flags':[]}"));
        }
    }

    @Nested
    class APrompt {
        @Test
        void isFoundByItsLanguageAndName() {
            Response made = office.put("media", "{'name':'Pass','prompt_id':'vm-enter_pass','language':'fr-FR'}");
            assertThat(made.data().text("id")).isEqualTo("fr-fr/vm-enter_pass");
            assertThat(made.data().text("language")).isEqualTo("fr-fr");
            assertThat(made.header("location")).isEqualTo("/v2/" + office.at("media/fr-fr%2Fvm-enter_pass"));
            Response found = office.client().get(String.valueOf(made.header("location")));
            assertThat(found.data()).isEqualTo(made.data());
            assertThat(row(office.get("media"), "fr-fr/vm-enter_pass").isTrue("is_prompt"))
                    .isTrue();
        }

        @Test
        void isThereOnceInALanguage() {
            String prompt = "{'name':'Pass','prompt_id':'vm-enter_pass'}";
            office.made("media", prompt);
            Response refused = office.put("media", prompt);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().text("message")).isEqualTo("datastore_conflict");
        }

        @Test
        void needsAName() {
            assertThat(office.put("media", "{'prompt_id':'vm-enter_pass'}").status())
                    .isEqualTo(400);
        }

        @Test
        void staysTheOneItIs() {
            office.made("media", "{'name':'Pass','prompt_id':'vm-enter_pass'}");
            String path = "media/en-us%2Fvm-enter_pass";
            assertThat(office.post(path, "{'name':'Other','prompt_id':'vm-enter_pass'}")
                            .status())
                    .isEqualTo(200);
            for (String change : new String[] {
                "{'name':'P','prompt_id':'other'}", "{'name':'P','prompt_id':'vm-enter_pass','language':'de-de'}"
            }) {
                Response refused = office.post(path, change);
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.data())
                        .isEqualTo(JsonObject.EMPTY.with(
                                JsonObject.of(
                                        "message",
                                        Json.of("Changing the prompt_id on an existing prompt is not allowed"),
                                        "cause",
                                        Json.of(json(change).textOr("prompt_id", ""))),
                                "prompt_id",
                                "invalid"));
            }
            String plain = office.made("media", "{'name':'Song'}");
            assertThat(office.post("media/" + plain, "{'name':'Song','prompt_id':'x'}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void leavesNoTrace() {
            office.made("media", "{'name':'Pass','prompt_id':'vm-enter_pass'}");
            assertThat(office.delete("media/en-us%2Fvm-enter_pass").status()).isEqualTo(200);
            assertThat(office.get("media/en-us%2Fvm-enter_pass").status()).isEqualTo(404);
            office.made("media", "{'name':'Pass','prompt_id':'vm-enter_pass'}");
        }
    }

    @Nested
    class LanguagesAndPrompts {
        @Test
        void areCounted() {
            assertThat(office.get("media/prompts").body().array("data").size()).isZero();
            int english = english();
            office.made("media", "{'name':'A','prompt_id':'hello'}");
            office.made("media", "{'name':'B','prompt_id':'hello','language':'de-DE'}");
            office.made("media", "{'name':'C','language':'DE-de'}");
            office.made("media", "{'name':'D','language':''}");
            JsonObject counts = (JsonObject)
                    office.get("media/languages").body().array("data").get(0);
            assertThat(counts).isEqualTo(json("{'':1,'de-de':2,'en-us':" + (english + 1) + "}"));
            assertThat(office.get("media/prompts").body().array("data")).hasToString("[{\"hello\":2}]");
        }

        @Test
        void areListed() {
            office.made("media", "{'name':'A','prompt_id':'hello'}");
            office.made("media", "{'name':'B','prompt_id':'hello','language':'de-de'}");
            Sounds.send(office, "media/de-de%2Fhello/raw", "audio/x-wav", Sounds.wav(1));
            String song = office.made("media", "{'name':'C','language':'de-de'}");
            assertThat(office.get("media/languages/DE-DE").body().array("data").texts())
                    .containsExactlyInAnyOrder(song, "de-de/hello");
            assertThat(office.get("media/languages/xx").body().array("data").size())
                    .isZero();
            Response ofPrompt = office.get("media/prompts/hello");
            assertThat(ofPrompt.body().array("data"))
                    .hasToString("[{\"id\":\"en-us/hello\",\"has_attachments\":false},"
                            + "{\"id\":\"de-de/hello\",\"has_attachments\":true}]");
            assertThat(ofPrompt.body().text("start_key")).isEqualTo("hello");
            assertThat(ofPrompt.body().integer(0, "page_size")).isEqualTo(2);
        }

        private int english() {
            var counts = office.get("media/languages").body().array("data");
            return counts.size() == 0 ? 0 : (int) ((JsonObject) counts.get(0)).integer(0, "en-us");
        }
    }

    @Nested
    class TheOlderName {
        @Test
        void isAnotherOneForTheSame() {
            Response made = office.put("medias", "{'name':'Song'}");
            assertThat(made.status()).isEqualTo(201);
            String id = made.data().textOr("id", "");
            assertThat(made.header("location")).isEqualTo("/v2/" + office.at("medias/" + id));
            assertThat(office.get("media/" + id).data()).isEqualTo(made.data());
            assertThat(office.get("medias/" + id).data()).isEqualTo(made.data());
            assertThat(office.get("medias").body().array("data"))
                    .isEqualTo(office.get("media").body().array("data"));
            assertThat(office.post("medias/" + id, "{'name':'Other'}").status()).isEqualTo(200);
            byte[] sound = Sounds.wav(1);
            assertThat(Sounds.send(office, "medias/" + id + "/raw", "audio/wav", sound)
                            .status())
                    .isEqualTo(200);
            assertThat(office.get("media/" + id + "/raw").http().body()).isEqualTo(sound);
            assertThat(office.patch("medias/" + id, "{}").status()).isEqualTo(405);
            assertThat(office.delete("medias/" + id).status()).isEqualTo(200);
        }

        @Test
        void isUnknownInKazoo50AndWithoutLegacyPaths() {
            try (Office older = new Office("kazoo-5.0")) {
                assertThat(older.get("medias").status()).isEqualTo(404);
                assertThat(older.get("medias").body().text("message")).isEqualTo("not_found");
            }
            try (KazooServer server =
                    KazooServer.builder().port(0).legacy(false).start()) {
                TestClient client = TestClient.loggedIn(server, Office.ADMIN);
                assertThat(client.get(office.at("medias")).status()).isEqualTo(404);
            }
        }
    }

    @Nested
    class ASpokenText {
        @Test
        void isASoundThatPlays() {
            Response made =
                    office.put("media", "{'name':'Menu','media_source':'tts','tts':{'text':'Thank you for calling'}}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data().text("tts", "voice")).isEqualTo("female/en-US");
            Response sound = office.get("media/" + made.data().text("id") + "/raw");
            assertThat(sound.header("content-type")).isEqualTo("audio/wav");
            assertThat(Sounds.seconds(sound.http().body())).isBetween(1.5, 2.0);
        }

        @Test
        void isSpokenAnewWhenItChanges() {
            String path =
                    "media/" + office.made("media", "{'name':'Menu','media_source':'tts','tts':{'text':'Hello'}}");
            byte[] hello = office.get(path + "/raw").http().body();
            office.post(path, "{'name':'Renamed','media_source':'tts','tts':{'text':'Hello'}}");
            assertThat(office.get(path + "/raw").http().body()).isEqualTo(hello);
            office.post(path, "{'name':'Renamed','media_source':'tts','tts':{'text':'Bye','voice':'male/en-US'}}");
            assertThat(office.get(path + "/raw").http().body()).isNotEqualTo(hello);
            office.post(path, "{'name':'Renamed','media_source':'upload'}");
            assertThat(office.get(path + "/raw").status()).isEqualTo(200);
        }

        @Test
        void thatIsMissingFailsAndLeavesNothing() {
            int before = office.get("media").body().array("data").size();
            Response failed = office.put("media", "{'name':'Menu','media_source':'tts'}");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.body().text("message")).isEqualTo("creating TTS failed unexpectedly");
            assertThat(failed.data()).isEqualTo(JsonObject.EMPTY);
            assertThat(office.get("media").body().array("data").size()).isEqualTo(before);
        }
    }

    static JsonObject row(Response list, String id) {
        return list.body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .filter(row -> id.equals(row.text("id")))
                .findFirst()
                .orElseThrow();
    }
}
