package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A conference from the first call to the last kick. */
@Timeout(30)
class ConferenceLifeTest {
    private Meeting meeting;

    @BeforeEach
    void open() {
        meeting = new Meeting("kazoo-5");
    }

    @AfterEach
    void close() {
        meeting.close();
    }

    private List<Long> numbers() {
        return meeting.participants().stream()
                .map(one -> one.integer(0, "participant_id"))
                .toList();
    }

    @Test
    void everyKindOfEndpointJoins() {
        Response dialled = meeting.act("{'action':'dial','data':{'endpoints':['" + meeting.device + "','"
                + meeting.user + "','1001','+14158867900','sip:guest@example.com',{'name':'Ad hoc',"
                + "'sip':{'username':'adhoc'}}]}}");
        assertThat(dialled.status()).isEqualTo(202);
        List<Json> responses = dialled.data().array("endpoint_responses").values();
        assertThat(responses).hasSize(6);
        List<JsonObject> participants = meeting.participants();
        for (int i = 0; i < responses.size(); i++) {
            JsonObject response = (JsonObject) responses.get(i);
            String call = participants.get(i).text("call_id");
            assertThat(response.keys())
                    .containsExactlyInAnyOrder("call_id", "endpoint_id", "job_id", "message", "status");
            assertThat(response.text("call_id")).isEqualTo(call);
            assertThat(response.text("message")).isEqualTo("dial resulted in call id " + call);
            assertThat(response.text("status")).isEqualTo("success");
        }
        assertThat(((JsonObject) responses.get(1)).text("endpoint_id")).isEqualTo(meeting.user);
        assertThat(participants)
                .extracting(one -> one.text("caller_id_name"))
                .containsExactly("Paula at her desk", "Paula Stern", null, null, null, "Ad hoc");
        assertThat(participants)
                .extracting(one -> one.text("caller_id_number"))
                .containsExactly("paula", "paula", "1001", "+14158867900", "guest@example.com", "adhoc");
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(meeting.channels()).hasSize(6);
    }

    @Test
    void aParticipantIsToldAsKazooDoes() {
        meeting.dial(meeting.device);
        JsonObject one = meeting.participant(1);
        assertThat(one.keys())
                .containsExactlyInAnyOrder(
                        "call_id",
                        "conference_name",
                        "conference_uuid",
                        "switch_hostname",
                        "participant_id",
                        "join_time",
                        "duration",
                        "caller_id_name",
                        "caller_id_number",
                        "custom_channel_vars",
                        "custom_application_vars",
                        "conference_channel_vars");
        assertThat(one.text("conference_name")).isEqualTo(meeting.id);
        assertThat(one.text("custom_channel_vars", "owner_id")).isEqualTo(meeting.user);
        assertThat(meeting.vars(1)).isEqualTo(json("""
                {'member_id':1,'is_moderator':false,'hear':true,'speak':true,'talking':false,'floor':false,
                 'mute_detect':false,'video':false,'energy_level':20,'current_energy':0}"""));
        assertThat(meeting.participant(2)).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void flagsSayHowSomebodyComesIn() {
        meeting.dial("1001", "mute", "deaf", "is_moderator");
        assertThat(meeting.vars(1).isTrue("hear")).isFalse();
        assertThat(meeting.vars(1).isTrue("speak")).isFalse();
        assertThat(meeting.vars(1).isTrue("is_moderator")).isTrue();
        assertThat(meeting.metadata().integer(0, "moderators")).isEqualTo(1);
        assertThat(meeting.metadata().integer(-1, "members")).isZero();
    }

    @Test
    void whoMayOnlyJoinDoesNotBegin() {
        Response dialled = meeting.dial("1001", "join_existing");
        assertThat(((JsonObject) dialled.data().array("endpoint_responses").get(0)).text("status"))
                .isEqualTo("error");
        assertThat(meeting.participants()).isEmpty();
        meeting.dial("1001");
        meeting.dial("1002", "join_existing");
        assertThat(meeting.participants()).hasSize(2);
    }

    @Test
    void timeFollowsTheClock() {
        meeting.freeze();
        meeting.dial("1001");
        meeting.pass(60);
        meeting.dial("1002");
        meeting.pass(5);
        JsonObject now = meeting.metadata();
        assertThat(now.integer(0, "duration")).isEqualTo(65);
        assertThat(now.integer(0, "run_time")).isEqualTo(65);
        assertThat(now.keys())
                .contains(
                        "conference_id",
                        "uuid",
                        "start_time",
                        "is_locked",
                        "switch_hostname",
                        "switch_url",
                        "switch_external_ip",
                        "participant_count",
                        "participants");
        assertThat(meeting.participants())
                .extracting(one -> one.integer(0, "duration"))
                .containsExactly(65L, 5L);
        JsonObject row = (JsonObject)
                meeting.office.get("conferences").body().array("data").get(0);
        assertThat(row.object("_read_only").keys())
                .containsExactlyInAnyOrder(
                        "uuid",
                        "run_time",
                        "start_time",
                        "is_locked",
                        "switch_hostname",
                        "switch_url",
                        "switch_external_ip",
                        "participant_count",
                        "moderators",
                        "members");
        assertThat(meeting.channels())
                .extracting(one -> one.integer(0, "elapsed_s"))
                .containsExactly(65L, 5L);
    }

    @Test
    void locksAndNumbersLastUntilTheLastOneIsGone() {
        meeting.dial("1001");
        meeting.dial("1002");
        assertThat(meeting.act("{'action':'lock'}").body().text("data")).isEqualTo("ok");
        assertThat(meeting.metadata().isTrue("is_locked")).isTrue();
        assertThat(meeting.actOn(2, "kick").body().text("data")).isEqualTo("ok");
        assertThat(numbers()).containsExactly(1L);
        meeting.dial("1003");
        assertThat(numbers()).as("no number is given twice").containsExactly(1L, 3L);
        Response kicked = meeting.actOnAll("{'action':'kick'}");
        assertThat(kicked.status()).isEqualTo(201);
        assertThat(kicked.data().text("id")).isEqualTo(meeting.id);
        assertThat(meeting.channels()).isEmpty();
        assertThat(meeting.participants()).isEmpty();
        assertThat(meeting.metadata().filterKeys(key -> !key.matches("id|created|modified")))
                .isEqualTo(json("{'members':0,'moderators':0,'duration':0,'is_locked':false,'participants':[]}"));
        meeting.dial("1001");
        assertThat(numbers()).as("a new conference").containsExactly(1L);
        assertThat(meeting.metadata().isTrue("is_locked")).isFalse();
    }

    @Test
    void whoHangsUpLeaves() {
        meeting.dial("1001");
        String call = meeting.participants().get(0).textOr("call_id", "");
        meeting.office.post("channels/" + call, "{'action':'hangup'}");
        assertThat(meeting.participants()).isEmpty();
        assertThat(meeting.metadata().has("uuid")).isFalse();
    }

    @Test
    void itNeedsNoDocument() {
        Response dialled =
                meeting.office.put("conferences/ad%20hoc", "{'action':'dial','data':{'endpoints':['1001']}}");
        assertThat(dialled.status()).isEqualTo(202);
        assertThat(meeting.office
                        .get("conferences/ad%20hoc")
                        .body()
                        .object("metadata")
                        .integer(0, "members"))
                .isEqualTo(1);
        assertThat(meeting.participants()).isEmpty();
    }

    @Test
    void goesOnWhenItsDocumentIsDeleted() {
        meeting.dial("1001");
        meeting.office.delete(meeting.path());
        assertThat(meeting.participants()).hasSize(1);
    }
}
