package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConferencesTest {
    private static final String DEFAULTS = """
            {'allow_shareable_link':false,'conference_numbers':[],
             'member':{'join_deaf':false,'join_muted':true,'numbers':[],'pins':[]},
             'moderator':{'join_deaf':false,'join_muted':false,'numbers':[],'pins':[]},'play_name':false}""";

    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aNewOneHasTheDefaultsOfTheSchema() {
        Response made = office.put("conferences", "{'name':'Standup'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().without("id")).isEqualTo(json(DEFAULTS).with(Json.of("Standup"), "name"));
        assertThat(made.header("location")).endsWith("/" + made.data().text("id"));
    }

    @Test
    void isReadReplacedPatchedAndDeleted() {
        String path = "conferences/" + office.made("conferences", "{'name':'Standup','x':1,'profile':{'rate':8000}}");
        assertThat(office.post(path, "{'name':'Retro','max_participants':5}")
                        .data()
                        .keys())
                .contains("max_participants")
                .doesNotContain("x", "profile");
        assertThat(office.patch(path, "{'max_participants':null,'play_welcome':true}")
                        .data()
                        .keys())
                .contains("play_welcome")
                .doesNotContain("max_participants");
        Response deleted = office.delete(path);
        assertThat(deleted.data().text("name")).isEqualTo("Retro");
        assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
        assertThat(office.delete(path).status()).isEqualTo(404);
        assertThat(office.post(path, "{'name':'x'}").status()).isEqualTo(404);
        assertThat(office.patch(path, "{'name':'x'}").status()).isEqualTo(404);
    }

    @Test
    void aRowTellsThatNobodyIsThere() {
        String id = office.made("conferences", "{'name':'Standup','owner_id':'" + "a".repeat(32) + "','x':1}");
        Response list = office.get("conferences");
        assertThat(list.body().array("data").get(0))
                .isEqualTo(json("""
                        {'name':'Standup','conference_numbers':[],'features':[],'flags':[],
                         'member':{'join_deaf':false,'join_muted':true,'numbers':[],'pins':[]},
                         'moderator':{'join_deaf':false,'join_muted':false,'numbers':[],'pins':[]},
                         '_read_only':{'members':0,'moderators':0,'duration':0,'is_locked':false}}""").with(Json.of(id), "id").with(Json.of("a".repeat(32)), "owner_id"));
        assertThat(list.body().integer(0, "page_size")).isEqualTo(1);
    }

    @Test
    void howItIsStandsInTheMetadataOfOne() {
        Response got = office.get("conferences/" + office.made("conferences", "{'name':'Standup'}"));
        assertThat(got.data().has("_read_only")).isFalse();
        JsonObject now = got.body().object("metadata").filterKeys(key -> !key.matches("id|created|modified"));
        assertThat(now)
                .isEqualTo(json("{'members':0,'moderators':0,'duration':0,'is_locked':false,'participants':[]}"));
    }

    @Test
    void howItIsStandsInTheDocumentInKazoo50() {
        try (Office older = new Office("kazoo-5.0")) {
            String id = older.made("conferences", "{'name':'Standup'}");
            assertThat(older.get("conferences/" + id).data().object("_read_only"))
                    .isEqualTo(json("{'members':0,'moderators':0,'duration':0,'is_locked':false,'participants':[]}"));
            assertThat(older.get("conferences/nobody").data().has("_read_only")).isTrue();
        }
    }

    @Nested
    class UnderAnIdThatNobodyStored {
        @Test
        void aReadShowsTheDefaults() {
            Response got = office.get("conferences/anything");
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.data()).isEqualTo(json(DEFAULTS).with(Json.of("anything"), "id"));
            assertThat(got.body().object("metadata").integer(-1, "members")).isZero();
        }

        @Test
        void aDeletedOneIsReadTheSameWay() {
            String id = office.made("conferences", "{'name':'Standup'}");
            office.delete("conferences/" + id);
            assertThat(office.get("conferences/" + id).data())
                    .isEqualTo(json(DEFAULTS).with(Json.of(id), "id"));
        }

        @Test
        void aWrongBodyComesBeforeTheMissingDocument() {
            assertThat(office.post("conferences/anything", "{}").status()).isEqualTo(400);
            assertThat(office.post("conferences/anything", "{'name':'x'}").status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Names {
        @Test
        void areNeeded() {
            Response refused = office.put("conferences", "{}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(
                            json("{'name':{'required':{'message':'Field is required but missing','value':'name'}}}"));
        }

        @Test
        void areNotSharedInAnAccount() {
            String id = office.made("conferences", "{'name':'Standup'}");
            assertThat(office.put("conferences", "{'name':'Standup'}").data()).isEqualTo(json("""
                    {'name':{'unique':{'message':'public conference needs a system-wide unique name',
                     'cause':'Standup'}}}"""));
            assertThat(office.post("conferences/" + id, "{'name':'Standup','x':1}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void areFreeInKazoo50() {
            try (Office older = new Office("kazoo-5.0")) {
                Response nameless = older.put("conferences", "{}");
                assertThat(nameless.status()).isEqualTo(201);
                assertThat(nameless.data().has("name")).isFalse();
                older.made("conferences", "{'name':'Standup'}");
                older.made("conferences", "{'name':'Standup'}");
                String path = "conferences/" + nameless.data().text("id");
                assertThat(older.patch(path, "{'x':1}").data().has("name")).isFalse();
                assertThat(older.put("conferences", "{'name':''}").status()).isEqualTo(400);
            }
        }
    }

    @Nested
    class Numbers {
        @Test
        void belongToOneConferenceWhateverTheyAreFor() {
            office.made("conferences", "{'name':'A','conference_numbers':['4000'],'member':{'numbers':['4001']}}");
            Response refused = office.put(
                    "conferences", "{'name':'A','conference_numbers':['4001'],'moderator':{'numbers':['4000','1']}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'numbers':{'unique':{'message':'Numbers already in use','cause':'40014000'}}}"));
        }

        @Test
        void stayOnesOwnAndAreFreeAgainAfterwards() {
            String path = "conferences/" + office.made("conferences", "{'name':'A','conference_numbers':['4000']}");
            assertThat(office.patch(path, "{'x':1}").status()).isEqualTo(200);
            office.delete(path);
            assertThat(office.put("conferences", "{'name':'B','conference_numbers':['4000']}")
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void areLookedAtOnlyWhenTheSchemaIsContent() {
            office.made("conferences", "{'name':'A','conference_numbers':['4000']}");
            Response refused = office.put("conferences", "{'conference_numbers':['4000'],'owner_id':'short'}");
            assertThat(refused.data().keys()).containsExactlyInAnyOrder("name", "owner_id");
        }
    }

    @Nested
    class Pins {
        @Test
        void ofTheWholeAccountAreListedOnce() {
            office.made("conferences", "{'name':'A','member':{'pins':['99','12']},'moderator':{'pins':['7']}}");
            office.made("conferences", "{'name':'B','member':{'pins':['12']}}");
            assertThat(office.get("conferences/pins").body().array("data").texts())
                    .containsExactly("12", "7", "99");
        }

        @Test
        void letIntoTheAccount() {
            office.made("conferences", "{'name':'A','member':{'pins':['4711']}}");
            String name = office.login(Office.ADMIN).accountName();
            TestClient nobody = TestClient.of(office.server());
            JsonObject way = JsonObject.of("account_name", Json.of(name));
            assertThat(nobody.put("pin_auth", way.with(Json.of("4711"), "pin")).status())
                    .isEqualTo(201);
            assertThat(nobody.put("pin_auth", way.with(Json.of("4712"), "pin")).status())
                    .isEqualTo(401);
        }

        @Test
        void areAnIdLikeAnyOtherInKazoo50() {
            try (Office older = new Office("kazoo-5.0")) {
                assertThat(older.get("conferences/pins").data().text("id")).isEqualTo("pins");
            }
        }
    }

    @Nested
    class Invitations {
        private String path;

        @BeforeEach
        void make() {
            path = "conferences/" + office.made("conferences", "{'name':'Standup'}") + "/email_invite";
        }

        @Test
        void areTaken() {
            Response taken = office.put(path, "{'guests':['a@example.com'],'invite_message':'Come!'}");
            assertThat(taken.status()).isEqualTo(201);
            assertThat(taken.body().text("data")).isEqualTo("request accepted");
        }

        @Test
        void needGuestsAndAMessage() {
            assertThat(office.put(path, "{}").data().keys()).containsExactlyInAnyOrder("guests", "invite_message");
            Response refused = office.put(path, "{'guests':['a@b'],'invite_message':'x'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().keys()).containsExactly("guests.0");
        }

        @Test
        void needAConferenceThatIsStored() {
            String body = "{'guests':['a@example.com'],'invite_message':'Come!'}";
            assertThat(office.put("conferences/nothing/email_invite", body).status())
                    .isEqualTo(404);
        }

        @Test
        void areUnknownInKazoo50() {
            try (Office older = new Office("kazoo-5.0")) {
                assertThat(older.put(path, "{}").status()).isEqualTo(404);
            }
        }
    }
}
