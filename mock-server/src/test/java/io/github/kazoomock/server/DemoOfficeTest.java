package io.github.kazoomock.server;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The office that `demo` has at Kestrel Logistics: what a front end shows on its first day. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoOfficeTest {
    /** A frame is a sample of 2 bytes; 8 of them are a millisecond. */
    private static final int FRAMES_PER_MILLISECOND = 8;

    private DemoServer demo;
    private TestClient greta;

    @BeforeAll
    void start() {
        demo = new DemoServer();
    }

    @BeforeEach
    void login() {
        greta = demo.as("greta");
    }

    @AfterEach
    void reset() {
        demo.reset();
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private List<JsonObject> list(String noun) {
        TestClient.Response reply = greta.get("account/" + noun + "?paginate=false");
        assertThat(reply.status()).as(noun).isEqualTo(200);
        return reply.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }

    @Test
    void has_no_problem_when_everything_is_checked() {
        assertThat(KazooServer.builder().port(0).fixture("demo").fixtureProblems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users",
                "devices",
                "devices/status",
                "callflows",
                "vmboxes",
                "vmboxes/messages",
                "groups",
                "menus",
                "directories",
                "conferences",
                "media",
                "temporal_rules",
                "temporal_rules_sets",
                "blacklists",
                "faxboxes",
                "cdrs",
                "cdrs/interaction",
                "channels"
            })
    void has_something_in_every_list(String noun) {
        assertThat(list(noun)).isNotEmpty();
    }

    /** What the API would not take is nothing that a KAZOO could have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "users",
                "devices",
                "callflows",
                "vmboxes",
                "groups",
                "menus",
                "directories",
                "conferences",
                "temporal_rules",
                "temporal_rules_sets",
                "blacklists",
                "faxboxes"
            })
    void could_have_been_made_by_the_API(String noun) {
        for (JsonObject row : list(noun)) {
            TestClient.Response saved = greta.patch("account/" + noun + "/" + row.text("id"), JsonObject.EMPTY);
            assertThat(saved.status())
                    .as("%s %s: %s", noun, row.text("name"), saved.body())
                    .isEqualTo(200);
        }
    }

    @Test
    void has_a_phone_and_a_mailbox_for_nearly_everybody() {
        Set<Json> users = list("users").stream().map(user -> user.get("id")).collect(toSet());
        assertThat(users).hasSize(25);
        assertThat(list("vmboxes"))
                .extracting(box -> box.get("owner_id"))
                .filteredOn(users::contains)
                .hasSize(25);
        assertThat(list("devices"))
                .extracting(device -> device.get("owner_id"))
                .filteredOn(users::contains)
                .hasSizeGreaterThan(25);
        assertThat(list("devices"))
                .extracting(device -> device.text("device_type"))
                .contains("sip_device", "softphone", "cellphone", "smartphone", "landline", "fax");
    }

    @Test
    void has_numbers_of_three_countries_most_of_them_in_use() {
        JsonObject numbers = greta.get("account/phone_numbers").data().object("numbers");
        assertThat(numbers.keys()).hasSizeBetween(8, 12).contains("+494066969100", "+442079460188", "+13125550188");
        assertThat(numbers.keys())
                .filteredOn(number -> "callflow".equals(numbers.text(number, "used_by")))
                .hasSizeGreaterThan(6);
    }

    @Test
    void has_messages_that_play_as_long_as_they_say() throws Exception {
        List<JsonObject> messages = list("vmboxes/messages");
        assertThat(messages).hasSizeBetween(12, 20);
        for (JsonObject row : messages) {
            String box = row.keys().get(0);
            JsonObject message = row.object(box);
            byte[] audio = greta.with("Accept", "audio/*")
                    .get("account/vmboxes/" + box + "/messages/" + message.text("media_id") + "/raw")
                    .http()
                    .body();
            try (AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(audio))) {
                assertThat(stream.getFrameLength() / FRAMES_PER_MILLISECOND).isEqualTo(message.integer(0, "length"));
            }
        }
        Map<String, Long> folders = messages.stream()
                .map(row -> row.object(row.keys().get(0)).textOr("folder", ""))
                .collect(toMap(folder -> folder, folder -> 1L, Long::sum));
        assertThat(folders).containsOnlyKeys("new", "saved");
    }

    @Test
    void has_calls_of_two_weeks_most_of_them_in_office_hours() {
        List<JsonObject> calls = list("cdrs");
        assertThat(calls).hasSizeBetween(220, 400);
        Instant now = Instant.now();
        ZoneId hamburg = ZoneId.of("Europe/Berlin");
        assertThat(calls).allSatisfy(call -> assertThat(begin(call)).isBetween(now.minus(15, ChronoUnit.DAYS), now));
        assertThat(calls)
                .filteredOn(call -> {
                    ZonedDateTime begin = begin(call).atZone(hamburg);
                    return begin.getDayOfWeek().getValue() <= 5 && begin.getHour() >= 7 && begin.getHour() < 20;
                })
                .hasSizeGreaterThan(calls.size() * 9 / 10);
        assertThat(calls)
                .extracting(call -> call.text("hangup_cause"))
                .contains("NORMAL_CLEARING", "NO_ANSWER", "ORIGINATOR_CANCEL", "USER_BUSY");
        assertThat(calls).extracting(call -> call.text("direction")).contains("inbound", "outbound");
    }

    /** Media take no PATCH. */
    @Test
    void has_media_that_play_as_long_as_they_are_large() {
        for (JsonObject row : list("media")) {
            JsonObject media = greta.get("account/media/" + row.text("id")).data();
            byte[] audio = greta.with("Accept", "audio/*")
                    .get("account/media/" + row.text("id") + "/raw")
                    .http()
                    .body();
            assertThat(audio).hasSize((int) media.integer(0, "content_length"));
            assertThat(greta.post("account/media/" + row.text("id"), media).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void has_a_main_number_that_leads_to_what_there_is() {
        JsonObject main = callflow("MainCallflow");
        assertThat(main.array("numbers").texts()).contains("+494066969100");
        assertThat(names(main)).contains("MainMonday", "MainLunchHours", "MainHolidays", "MainAfterHours");
        assertThat(names(callflow("MainOpenHoursMenu")))
                .contains("Dispatch", "Sales", "Customer Service", "SmartPBX Directory");
        assertThat(names(callflow("Dispatch Base Ring Group"))).contains("Dispatch");
        assertThat(list("callflows"))
                .filteredOn(callflow -> callflow.get("featurecode") instanceof JsonObject)
                .hasSizeGreaterThan(12);
    }

    private JsonObject callflow(String name) {
        String id = list("callflows").stream()
                .filter(row -> name.equals(row.text("name")))
                .map(row -> row.textOr("id", ""))
                .findFirst()
                .orElseThrow();
        return greta.get("account/callflows/" + id).data();
    }

    /** What its nodes name, as the server tells in {@code metadata}. */
    private static List<String> names(JsonObject callflow) {
        JsonObject metadata = callflow.object("metadata");
        return metadata.keys().stream()
                .map(id -> metadata.object(id).textOr("name", ""))
                .toList();
    }

    @Test
    void has_everybody_in_the_directory() {
        String staff = list("directories").stream()
                .filter(row -> "SmartPBX Directory".equals(row.text("name")))
                .map(row -> row.textOr("id", ""))
                .findFirst()
                .orElseThrow();
        assertThat(greta.get("account/directories/" + staff)
                        .data()
                        .array("users")
                        .size())
                .isEqualTo(25);
    }

    @Test
    void has_calls_that_go_on_and_a_conference_that_runs() {
        assertThat(list("channels"))
                .hasSizeBetween(5, 10)
                .extracting(channel -> channel.get("answered"))
                .contains(Json.of(true), Json.of(false));
        assertThat(list("conferences"))
                .filteredOn(conference -> "Morning dispatch".equals(conference.text("name")))
                .singleElement()
                .satisfies(conference -> assertThat(list("conferences/" + conference.text("id") + "/participants"))
                        .hasSize(3));
    }

    /** So that a front end can lead from the one to the other. */
    @Test
    void has_messages_whose_calls_are_recorded_and_calls_with_both_legs() {
        List<JsonObject> calls = list("cdrs");
        Set<Json> ids = calls.stream().map(call -> call.get("call_id")).collect(toSet());
        assertThat(list("vmboxes/messages"))
                .extracting(row -> row.object(row.keys().get(0)).get("call_id"))
                .filteredOn(ids::contains)
                .hasSizeGreaterThan(5);
        assertThat(calls)
                .filteredOn(call -> !"".equals(call.text("other_leg_call_id")))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(ids).contains(call.get("other_leg_call_id")));
        String one = calls.stream()
                .filter(call -> !"".equals(call.text("other_leg_call_id")))
                .map(call -> call.textOr("interaction_id", ""))
                .findFirst()
                .orElseThrow();
        assertThat(list("cdrs/legs/" + one)).hasSize(2);
    }

    private static Instant begin(JsonObject call) {
        return Instant.ofEpochSecond(Long.parseLong(call.textOr("unix_timestamp", "")));
    }
}
