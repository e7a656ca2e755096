package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DirectoriesTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String member(String last, String directory) {
        return office.made(
                "users",
                "{'first_name':'Pat','last_name':'" + last + "','directories':{'" + directory + "':'flow-" + last
                        + "'}}");
    }

    @Test
    void aNewDirectoryHasTheDefaultsOfTheSchema() {
        Response made = office.put("directories", "{'name':'Staff'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().without("id"))
                .isEqualTo(json(
                        "{'name':'Staff','confirm_match':true,'max_dtmf':0,'min_dtmf':3," + "'sort_by':'last_name'}"));
        String id = made.data().textOr("id", "");
        assertThat(PlainNounsTest.row(office.get("directories"), id))
                .isEqualTo(json("{'id':'" + id + "','name':'Staff','features':[],'flags':[]}"));
    }

    @Test
    void inKazoo50TheStoredUsersAreIdsAndNoneAtFirst() {
        try (Office older = new Office("kazoo-5.0")) {
            Response made = older.put("directories", "{'name':'Staff'}");
            assertThat(made.data().array("users")).isEqualTo(JsonArray.EMPTY);
            String path = "directories/" + made.data().text("id");
            assertThat(older.post(path, "{'name':'Staff','users':[{'user_id':'u'}]}")
                            .data())
                    .isEqualTo(json("{'users.0':{'type':{'message':'Value did not match type(s): string',"
                            + "'target':'string','value':{'user_id':'u'}}}}"));
            assertThat(older.post(path, "{'name':'Staff','users':'u'}")
                            .data()
                            .object("users")
                            .keys())
                    .containsExactly("type");
        }
    }

    @Nested
    class Members {
        @Test
        void areTheUsersThatSayItFromTheLastId() {
            String id = office.made("directories", "{'name':'Staff'}");
            assertThat(office.get("directories/" + id).data().array("users")).isEqualTo(JsonArray.EMPTY);
            member("Adams", id);
            member("Baker", id);
            member("Clark", "another");
            JsonArray users = office.get("directories/" + id).data().array("users");
            assertThat(users.values()).hasSize(2);
            assertThat(users.values().stream().map(Json::toString))
                    .anyMatch(user -> user.contains("\"callflow_id\":\"flow-Adams\""))
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));
        }

        @Test
        void comeAndGoWithTheUser() {
            String id = office.made("directories", "{'name':'Staff'}");
            String user = member("Adams", id);
            assertThat(office.get("directories/" + id).data().array("users").values())
                    .containsExactly(json("{'user_id':'" + user + "','callflow_id':'flow-Adams'}"));
            office.patch("users/" + user, "{'directories':{'" + id + "':null}}");
            assertThat(office.get("directories/" + id).data().array("users").size())
                    .isZero();
        }

        @Test
        void standInTheWayOfWhatWasStored() {
            Response made = office.put("directories", "{'name':'Staff','users':['nobody']}");
            assertThat(made.data().array("users").texts()).containsExactly("nobody");
            Response read = office.get("directories/" + made.data().text("id"));
            assertThat(read.data().array("users").size()).isZero();
            assertThat(office.post(
                                    "directories/" + made.data().text("id"),
                                    read.data().toString())
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void keepADeletedDirectory() {
            String id = office.made("directories", "{'name':'Staff'}");
            String user = member("Adams", id);
            office.delete("directories/" + id);
            assertThat(office.get("users/" + user).data().object("directories").keys())
                    .containsExactly(id);
        }

        @Test
        void areShownToFiftyAndNoFurther() {
            String id = office.made("directories", "{'name':'Staff'}");
            for (int i = 0; i < 51; i++) {
                member("N" + i, id);
            }
            Response read = office.get("directories/" + id);
            assertThat(read.data().array("users").size()).isEqualTo(50);
            assertThat(read.body().has("next_start_key")).isFalse();
        }
    }

    @Nested
    class AsPdf {
        private String id = "";

        @BeforeEach
        void fill() {
            id = office.made("directories", "{'name':'Staff (all) \\\\ caf\u00e9'}");
            member("Zimmer", id);
            member("Adams", id);
        }

        @Test
        void canBeHadByTheOption() {
            Response file = office.get("directories/" + id + "?accept=pdf");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("content-type")).isEqualTo("application/pdf");
            assertThat(file.header("content-disposition"))
                    .isEqualTo("attachment; filename=\"Harbor Dental Group-directory.pdf\"");
            PdfReader pdf = PdfReader.of(file.http().body());
            assertThat(pdf.texts()).containsExactly("Staff (all) \\ caf\u00e9", "Adams, Pat", "Zimmer, Pat");
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/pdf", "application/x-pdf"})
        void canBeHadByTheHeader(String type) {
            Response file = office.client().with("Accept", type).get(office.at("directories/" + id));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("content-type")).isEqualTo(type);
            assertThat(file.text()).startsWith("%PDF-1.4");
        }

        @Test
        void hasAsManyPagesAsItNeeds() {
            for (int i = 0; i < 60; i++) {
                member("N" + i, id);
            }
            PdfReader pdf = PdfReader.of(
                    office.get("directories/" + id + "?accept=pdf").http().body());
            assertThat(pdf.pages()).isEqualTo(2);
            assertThat(pdf.texts()).hasSize(62 + 2);
        }

        @Test
        void isNothingForListsAndOtherNouns() {
            Response list = office.client().with("Accept", "application/pdf").get(office.at("directories"));
            assertThat(list.status()).isEqualTo(406);
            assertThat(office.get("menus?accept=pdf").header("content-type")).isEqualTo("application/json");
        }

        @Test
        void ofAnUnknownDirectoryIsNotFound() {
            assertThat(office.get("directories/nothing?accept=pdf").status()).isEqualTo(404);
        }
    }
}
