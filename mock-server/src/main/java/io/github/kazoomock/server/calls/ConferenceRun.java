package io.github.kazoomock.server.calls;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conference as it goes on: from the first participant to the last.
 *
 * <p>It needs no conference document: KAZOO lets people meet under any id.
 *
 * @param id of the conference
 * @param participants by their numbers
 * @param state what is kept beside them while it runs; null when nothing was
 */
public record ConferenceRun(
        Calls calls,
        String id,
        List<Participant> participants,
        @Nullable Document state) {
    /** The type of the documents that keep the state. */
    public static final String TYPE = "conference_run";

    /** What fixtures call their file. */
    public static final String COLLECTION = "conference_runs";

    static final String LOCKED = "locked";
    static final String RECORDING = "recording";
    static final String VARS = "vars";
    static final String LAST_PARTICIPANT = "last_participant";

    public ConferenceRun {
        participants = List.copyOf(participants);
    }

    /** The conference with this id, whether it runs or not. */
    public static ConferenceRun of(Calls calls, String id) {
        return new ConferenceRun(calls, id, calls.in(id), calls.account().get(TYPE, stateId(calls, id)));
    }

    /** The id of the document with the state; ids of conferences can be any text. */
    static String stateId(Calls calls, String id) {
        return Hash.md5(calls.account().id() + "/" + TYPE + "/" + id);
    }

    public boolean isRunning() {
        return !participants.isEmpty();
    }

    /** The participant with this number, as it stands in a path. */
    public Optional<Participant> participant(String number) {
        return participants.stream()
                .filter(participant -> Long.toString(participant.id()).equals(number))
                .findFirst();
    }

    String uuid() {
        return Hash.md5(stateId(calls, id) + "/" + started());
    }

    long nextParticipant() {
        long last = kept().integer(0, LAST_PARTICIPANT);
        return 1
                + Math.max(
                        last,
                        participants.stream().mapToLong(Participant::id).max().orElse(0));
    }

    JsonObject kept() {
        return state == null ? JsonObject.EMPTY : state.open();
    }

    long started() {
        long first = participants.stream().mapToLong(Participant::joined).min().orElse(0);
        return state == null ? first : state.created();
    }

    private boolean isLocked() {
        return kept().isTrue(LOCKED);
    }

    private long moderators() {
        return participants.stream().filter(Participant::isModerator).count();
    }

    /** The participants as KAZOO tells them. */
    public List<Json> told(long now) {
        return participants.stream()
                .map(participant -> (Json) participant.told(this, now))
                .toList();
    }

    /** One participant as KAZOO tells it; empty when there is none with this number. */
    public JsonObject told(String number, long now) {
        return participant(number).map(one -> one.told(this, now)).orElse(JsonObject.EMPTY);
    }

    /** What a list shows under {@code _read_only} (pbx sheet 8.1). */
    public JsonObject row(long now) {
        return isRunning() ? onTheSwitch(now).build() : summary(now).build();
    }

    /** How it is at the moment: who is in it, and for how long (pbx sheet 8.2). */
    public JsonObject status(long now) {
        return summary(now).put("participants", new JsonArray(told(now))).build();
    }

    /** The same with what newest KAZOO tells besides. */
    public JsonObject details(long now) {
        JsonObject status = status(now);
        if (!isRunning()) {
            return status;
        }
        JsonObject.Builder more = onTheSwitch(now).put("conference_id", id);
        JsonObject vars = kept().object(VARS);
        if (!vars.isEmpty()) {
            more.put("custom_conference_vars", vars);
        }
        if (kept().isTrue(RECORDING)) {
            more.put("is_recording", true);
        }
        return more.putAll(status).build();
    }

    private JsonObject.Builder summary(long now) {
        return JsonObject.builder()
                .put("members", participants.size() - moderators())
                .put("moderators", moderators())
                .put("duration", isRunning() ? now - started() : 0)
                .put("is_locked", isLocked());
    }

    private JsonObject.Builder onTheSwitch(long now) {
        return JsonObject.builder()
                .put("uuid", uuid())
                .put("run_time", now - started())
                .put("start_time", started())
                .put("is_locked", isLocked())
                .put("switch_hostname", MediaServer.HOSTNAME)
                .put("switch_url", MediaServer.URL)
                .put("switch_external_ip", MediaServer.EXTERNAL_IP)
                .put("participant_count", participants.size())
                .put("moderators", moderators())
                .put("members", participants.size() - moderators());
    }
}
