package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A member (1), a moderator (2) and another member (3) in a conference. */
@Timeout(30)
class ParticipantsTest {
    private Meeting meeting;

    @BeforeEach
    void meet() {
        meeting = new Meeting("kazoo-5");
        meeting.dial("1001");
        meeting.dial("1002", "is_moderator");
        meeting.dial("1003");
    }

    @AfterEach
    void close() {
        meeting.close();
    }

    private String who(String key) {
        StringBuilder those = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            those.append(meeting.vars(i).isTrue(key) ? i : "-");
        }
        return those.toString();
    }

    @Nested
    class AllOfThem {
        @Test
        void areMutedAndUnmutedButForModerators() {
            assertThat(meeting.actOnAll("{'action':'mute'}").data().text("name"))
                    .isEqualTo("Standup");
            assertThat(who("speak")).isEqualTo("-2-");
            meeting.actOnAll("{'action':'unmute'}");
            assertThat(who("speak")).isEqualTo("123");
        }

        @Test
        void areDeafAndNotDeafButForModerators() {
            meeting.actOnAll("{'action':'deaf'}");
            assertThat(who("hear")).isEqualTo("-2-");
            meeting.actOnAll("{'action':'undeaf'}");
            assertThat(who("hear")).isEqualTo("123");
        }

        @Test
        void areKickedModeratorsToo() {
            meeting.actOnAll("{'action':'kick'}");
            assertThat(meeting.participants()).isEmpty();
        }

        @Test
        void canBePlayedSomething() {
            Response played = meeting.actOnAll("{'action':'play','data':{'media_id':'http://a.example/b'}}");
            assertThat(played.status()).isEqualTo(202);
            assertThat(played.body().text("data")).isEqualTo("ok");
        }

        @Test
        void canNotDance() {
            Response refused = meeting.actOnAll("{'action':'dance'}");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("faulty_request");
            assertThat(refused.data()).isEqualTo(json("{'message':'faulty request'}"));
        }

        @Test
        void ofAnUnknownConferenceAreNobody() {
            Response kicked = meeting.office.put("conferences/nothing/participants", "{'action':'kick'}");
            assertThat(kicked.status()).isEqualTo(201);
            assertThat(kicked.data().text("id")).isEqualTo("nothing");
            assertThat(meeting.office
                            .get("conferences/nothing/participants")
                            .body()
                            .array("data")
                            .size())
                    .isZero();
        }
    }

    @Nested
    class OneOfThem {
        @Test
        void isMutedUnmutedDeafAndUndeaf() {
            Response muted = meeting.actOn(2, "mute");
            assertThat(muted.status()).isEqualTo(202);
            assertThat(muted.body().text("data")).isEqualTo("ok");
            assertThat(who("speak")).isEqualTo("1-3");
            meeting.actOn(2, "unmute");
            assertThat(who("speak")).isEqualTo("123");
            meeting.actOn(1, "deaf");
            assertThat(who("hear")).isEqualTo("-23");
            meeting.actOn(1, "undeaf");
            assertThat(who("hear")).isEqualTo("123");
        }

        @Test
        void isKicked() {
            meeting.actOn(1, "kick");
            assertThat(meeting.participants()).hasSize(2);
            assertThat(meeting.channels()).hasSize(2);
        }

        @Test
        void isPlayedSomethingThatIsThere() {
            String path = meeting.path() + "/participants/1";
            assertThat(meeting.office
                            .put(path, "{'action':'play','data':{'media_id':'http://a/b'}}")
                            .status())
                    .isEqualTo(202);
            assertThat(meeting.office
                            .put(path, "{'action':'play','data':{'media_id':'x'}}")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void needNotBeThere() {
            assertThat(meeting.actOn(9, "kick").status()).isEqualTo(202);
        }

        @Test
        void hasANumberAndAnActionThatThereIs() {
            assertThat(meeting.actOn(1, "dance").status()).isEqualTo(404);
            assertThat(meeting.office
                            .put(meeting.path() + "/participants/x", "{'action':'kick'}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class TwoOfThem {
        private Response relate(String data) {
            return meeting.actOnAll("{'action':'relate','data':{" + data + "}}");
        }

        @Test
        void areRelatedUntilThatIsCleared() {
            Response related = relate("'participant_id':1,'other_participant':'3','relationship':'deaf'");
            assertThat(related.status()).isEqualTo(202);
            assertThat(related.body().text("data")).isEqualTo("relating participants");
            assertThat(meeting.vars(1).object("relations")).isEqualTo(json("{'3':'deaf'}"));
            assertThat(meeting.vars(3).has("relations")).isFalse();
            relate("'participant_id':1,'other_participant':3");
            assertThat(meeting.vars(1).has("relations")).isFalse();
        }

        @Test
        void areBothNeeded() {
            assertThat(relate("").data()).isEqualTo(json("""
                    {'participant_id':{'required':{'message':'Field is required but missing',
                      'value':'participant_id'}},
                     'other_participant':{'required':{'message':'Field is required but missing',
                      'value':'other_participant'}}}"""));
            assertThat(relate("'participant_id':1,'other_participant':3,'relationship':'love'")
                            .data()
                            .keys())
                    .containsExactly("relationship");
        }

        @Test
        void areBothThere() {
            Response refused = relate("'participant_id':1,'other_participant':9");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("bad_identifier");
            assertThat(refused.data()).isEqualTo(json("{'id':9,'message':'bad identifier'}"));
            assertThat(relate("'participant_id':8,'other_participant':1").data().integer(0, "id"))
                    .isEqualTo(8);
            assertThat(relate("'participant_id':8,'other_participant':9").data().integer(0, "id"))
                    .isEqualTo(9);
        }
    }
}
