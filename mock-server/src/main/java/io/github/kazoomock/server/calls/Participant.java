package io.github.kazoomock.server.calls;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A channel in a conference; what it is there stands under {@code conference} of its document. */
public record Participant(Channel channel) {
    private static final int ENERGY_LEVEL = 20;

    private JsonObject state() {
        return channel.document().open().object(Channel.CONFERENCE);
    }

    /** The id of the conference; null when the channel is in none. */
    public @Nullable String conference() {
        return state().text("id");
    }

    /** Its number in the conference: the first one is 1, and none is given twice. */
    public long id() {
        return state().integer(0, "participant_id");
    }

    public boolean isModerator() {
        return state().isTrue("is_moderator");
    }

    /** Whether it hears the others. */
    public boolean hears() {
        return state().get("hear") != JsonLiteral.FALSE;
    }

    /** Whether the others hear it. */
    public boolean speaks() {
        return state().get("speak") != JsonLiteral.FALSE;
    }

    /** When it came in, in Gregorian seconds. */
    long joined() {
        return state().integer(channel.started(), "join_time");
    }

    /** As KAZOO tells it (pbx sheet 8.4). */
    JsonObject told(ConferenceRun run, long now) {
        return JsonObject.builder()
                .put("call_id", channel.id())
                .put("conference_name", run.id())
                .put("conference_uuid", run.uuid())
                .put("switch_hostname", MediaServer.HOSTNAME)
                .put("participant_id", id())
                .put("join_time", joined())
                .put("duration", now - joined())
                .put("caller_id_name", channel.name())
                .put("caller_id_number", channel.number())
                .put("custom_channel_vars", channel.channelVars())
                .put("custom_application_vars", channel.applicationVars())
                .put("conference_channel_vars", conferenceVars())
                .build();
    }

    private JsonObject conferenceVars() {
        JsonObject.Builder vars = JsonObject.builder()
                .put("member_id", id())
                .put("is_moderator", isModerator())
                .put("hear", hears())
                .put("speak", speaks())
                .put("talking", false)
                .put("floor", false)
                .put("mute_detect", false)
                .put("video", false)
                .put("energy_level", ENERGY_LEVEL)
                .put("current_energy", 0);
        JsonObject relations = state().object(CallControl.RELATIONS);
        return relations.isEmpty()
                ? vars.build()
                : vars.put(CallControl.RELATIONS, relations).build();
    }
}
