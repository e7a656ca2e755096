package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be done with a whole conference, and what is wrong with the wrong ways to ask for it. */
@Timeout(30)
class ConferenceActionsTest {
    private Meeting meeting;

    @BeforeEach
    void open() {
        meeting = new Meeting("kazoo-5");
    }

    @AfterEach
    void close() {
        meeting.close();
    }

    private static void assertRefused(Response refused, String data) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().text("message")).isEqualTo("validation error");
        assertThat(refused.data()).isEqualTo(json(data));
    }

    private Response sent(String envelope) {
        String path = meeting.office.at(meeting.path());
        return meeting.office.client().send("PUT", path, json(envelope).toString());
    }

    @Test
    void anUnknownOneIsRefusedWithThoseThatThereAre() {
        String known = "'message':'Value not found in enumerated list of values',"
                + "'target':['lock','unlock','play','dial','record','vars']";
        assertRefused(meeting.act("{'action':'dance'}"), "{'action':{'enum':{" + known + ",'value':'dance'}}}");
        assertRefused(meeting.act("{}"), "{'action':{'enum':{" + known + "}}}");
    }

    @Test
    void anUnknownOneIsAFaultyRequestInKazoo50() {
        try (Meeting older = new Meeting("kazoo-5.0")) {
            for (String action : new String[] {"{'action':'dance'}", "{}", "{'action':'vars'}"}) {
                Response refused = older.act(action);
                assertThat(refused.status()).isEqualTo(404);
                assertThat(refused.body().text("message")).isEqualTo("faulty_request");
                assertThat(refused.data()).isEqualTo(json("{'message':'faulty request'}"));
            }
        }
    }

    @Test
    void isAccepted() {
        assertThat(meeting.act("{'action':'unlock'}").status()).isEqualTo(202);
        try (Meeting older = new Meeting("kazoo-5.0")) {
            assertThat(older.act("{'action':'unlock'}").status()).isEqualTo(201);
        }
    }

    @Test
    void mayStandInTheEnvelopeWhichComesFirst() {
        assertThat(sent("{'action':'record','data':{'action':'start'}}").body().text("data"))
                .isEqualTo("starting recording");
        assertThat(sent("{'action':'unlock','data':{'action':'dance'}}").body().text("data"))
                .isEqualTo("ok");
    }

    @Nested
    class Playing {
        @Test
        void takesAnAddress() {
            Response played = meeting.act("{'action':'play','data':{'media_id':'http://example.com/a.mp3'}}");
            assertThat(played.status()).isEqualTo(202);
            assertThat(played.body().text("data")).isEqualTo("ok");
        }

        @Test
        void needsData() {
            Response refused =
                    meeting.office.client().send("PUT", meeting.office.at(meeting.path()) + "?action=play", null);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().text("data", "required", "message"))
                    .isEqualTo("action 'play' requires a data object");
        }

        @Test
        void needsMedia() {
            Response refused = meeting.act("{'action':'play','data':{}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data().text("data.media_id", "required", "message"))
                    .isEqualTo("action 'play' requires a media ID or URL");
        }

        @Test
        void needsMediaThatIsThere() {
            Response refused = meeting.act("{'action':'play','data':{'media_id':'nothing'}}");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body().text("message")).isEqualTo("bad identifier");
            assertThat(refused.body().array("data").texts()).containsExactly("nothing");
        }
    }

    @Nested
    class Recording {
        @Test
        void isShownWhileItGoesOn() {
            meeting.dial("1001");
            assertThat(meeting.act("{'action':'record','data':{'action':'start'}}")
                            .body()
                            .text("data"))
                    .isEqualTo("starting recording");
            assertThat(meeting.metadata().isTrue("is_recording")).isTrue();
            assertThat(meeting.act("{'action':'record','data':{'action':'stop'}}")
                            .body()
                            .text("data"))
                    .isEqualTo("stopping recording");
            assertThat(meeting.metadata().has("is_recording")).isFalse();
        }

        @Test
        void isStartedOrStopped() {
            assertRefused(meeting.act("{'action':'record','data':{}}"), """
                    {'data.action':{'required':{'message':'recording requires an action'}}}""");
            assertRefused(meeting.act("{'action':'record','data':{'action':'pause'}}"), """
                    {'data.action':{'enum':{'message':'Value not found in enumerated list of values',
                     'target':['start','stop'],'value':'pause'}}}""");
        }
    }

    @Nested
    class Variables {
        @Test
        void addUpWhileTheConferenceRuns() {
            meeting.dial("1001");
            Response sent = meeting.act("{'action':'vars','data':{'custom_conference_vars':{'a':'1','b':'2'}}}");
            assertThat(sent.status()).isEqualTo(202);
            assertThat(sent.body().text("data")).isEqualTo("vars sent");
            meeting.act("{'action':'vars','custom_conference_vars':{'b':'3'}}");
            assertThat(meeting.metadata().object("custom_conference_vars")).isEqualTo(json("{'a':'1','b':'3'}"));
        }

        @Test
        void areLostOnOneThatDoesNotRun() {
            meeting.act("{'action':'vars','data':{'custom_conference_vars':{'a':'1'}}}");
            meeting.act("{'action':'lock'}");
            meeting.dial("1001");
            JsonObject now = meeting.metadata();
            assertThat(now.has("custom_conference_vars")).isFalse();
            assertThat(now.isTrue("is_locked")).isFalse();
        }
    }

    @Nested
    class Dialling {
        private static final String NOBODY = "'data.endpoints':{'minItems':{"
                + "'message':'endpoints failed to resolve to route-able destinations','target':1}}";

        private void assertEndpointRefused(String endpoint, String fault) {
            assertRefused(meeting.dial(endpoint), "{'data.endpoints.1':{" + fault + "}," + NOBODY + "}");
        }

        @Test
        void needsEndpoints() {
            assertRefused(meeting.act("{'action':'dial','data':{}}"), """
                    {'endpoints':{'required':{'message':'Field is required but missing','value':'endpoints'}},""" + NOBODY + "}");
            assertThat(meeting.act("{'action':'dial','data':{'endpoints':[]}}")
                            .data()
                            .keys())
                    .containsExactlyInAnyOrder("endpoints", "data.endpoints");
        }

        @Test
        void needsFlagsThatThereAre() {
            assertThat(meeting.dial("1001", "loud").data().keys()).contains("participant_flags.0");
        }

        @Test
        void namesWhatIsNoEndpointByItsPlaceFromOne() {
            String fault = "'enum':{'message':'Value not a number, device or user ID, or SIP endpoint'}";
            assertEndpointRefused("somebody", fault);
            Response refused = meeting.act("{'action':'dial','data':{'endpoints':['1001','somebody']}}");
            assertRefused(refused, "{'data.endpoints.2':{" + fault + "}}");
            assertThat(meeting.participants()).isEmpty();
        }

        @Test
        void doesNotFindAnIdOfNobody() {
            String id = "0".repeat(32);
            assertEndpointRefused(id, "'not_found':{'message':'ID " + id + " not found'}");
            assertEndpointRefused(meeting.id, "'not_found':{'message':'ID " + meeting.id + " not found'}");
        }

        @Test
        void doesNotReachADeviceThatIsSwitchedOff() {
            meeting.office.patch("devices/" + meeting.device, "{'enabled':false}");
            assertEndpointRefused(meeting.device, "'not_found':{'message':'ID " + meeting.device + " not found'}");
            assertEndpointRefused(
                    meeting.user,
                    "'minItems':{'message':'user " + meeting.user
                            + " failed to resolve to route-able destinations','target':1}");
        }

        @Test
        void doesNotUnderstandEveryAddress() {
            assertEndpointRefused("sip:nobody", "'not_found':{'message':'URI sip:nobody is invalid'}");
            try (Meeting older = new Meeting("kazoo-5.0")) {
                assertThat(older.dial("sip:nobody").data().text("data.endpoints.1", "not_found", "message"))
                        .isEqualTo("ID sip:nobody not found");
            }
        }
    }
}
