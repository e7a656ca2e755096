package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conference calls of the JavaScript SDK of the seed. */
@Timeout(30)
class OldConferenceCallsTest {
    private Meeting meeting;

    @BeforeEach
    void meet() {
        meeting = new Meeting("kazoo-5");
    }

    @AfterEach
    void close() {
        meeting.close();
    }

    private Response post(String path, String data) {
        return meeting.office.post(meeting.path() + "/" + path, data);
    }

    @Test
    void aViewTellsHowItIs() {
        meeting.dial("1001");
        Response viewed = meeting.office.get(meeting.path() + "/status");
        assertThat(viewed.status()).isEqualTo(200);
        assertThat(viewed.data().keys())
                .containsExactlyInAnyOrder("members", "moderators", "duration", "is_locked", "participants");
        assertThat(viewed.data().integer(0, "members")).isEqualTo(1);
    }

    @Test
    void anActionStandsInThePath() {
        meeting.dial("1001");
        assertThat(post("lock", "{}").status()).isEqualTo(202);
        assertThat(meeting.metadata().isTrue("is_locked")).isTrue();
        assertThat(post("record", "{'action':'start'}").body().text("data")).isEqualTo("starting recording");
        Response refused = post("dance", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data().text("action", "enum", "value")).isEqualTo("dance");
    }

    @Test
    void aParticipantIsAddedByDialling() {
        Response added = post("add_participant", "{'endpoints':['" + meeting.user + "'],'ui_metadata':{'ui':'x'}}");
        assertThat(added.status()).isEqualTo(202);
        assertThat(added.data().array("endpoint_responses").size()).isEqualTo(1);
        assertThat(meeting.participants()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"mute,speak,false", "unmute,speak,true", "deaf,hear,false", "undeaf,hear,true"})
    void aParticipantIsChanged(String verb, String key, boolean after) {
        meeting.dial("1001", after ? new String[] {"mute", "deaf"} : new String[0]);
        assertThat(post(verb + "/1", "{}").body().text("data")).isEqualTo("ok");
        assertThat(meeting.vars(1).isTrue(key)).isEqualTo(after);
    }

    @Test
    void aParticipantIsKicked() {
        meeting.dial("1001");
        assertThat(post("kick/1", "{}").status()).isEqualTo(202);
        assertThat(meeting.participants()).isEmpty();
    }

    @Test
    void noneOfThemIsThereInKazoo50() {
        try (Meeting older = new Meeting("kazoo-5.0")) {
            assertThat(older.office.get(older.path() + "/status").status()).isEqualTo(404);
            assertThat(older.office.post(older.path() + "/lock", "{}").status()).isEqualTo(404);
            assertThat(older.office.post(older.path() + "/kick/1", "{}").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void noneOfThemIsThereWithoutOlderPaths() {
        try (KazooServer server = KazooServer.builder().port(0).legacy(false).start()) {
            TestClient grace = TestClient.loggedIn(server, "grace");
            assertThat(grace.get("account/conferences/x/status").status()).isEqualTo(404);
            assertThat(grace.get("account/conferences/pins").data().text("id")).isEqualTo("pins");
            assertThat(grace.get("account/conferences_servers").status()).isEqualTo(404);
        }
    }
}
