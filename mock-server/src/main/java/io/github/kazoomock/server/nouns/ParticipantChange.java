package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.calls.CallControl;
import io.github.kazoomock.server.calls.Participant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to a participant, by the names of KAZOO's actions. */
enum ParticipantChange {
    MUTE,
    UNMUTE,
    DEAF,
    UNDEAF,
    KICK;

    static Optional<ParticipantChange> named(String action) {
        return Stream.of(values())
                .filter(change -> change.action().equals(action))
                .findFirst();
    }

    /** As it stands in requests. */
    String action() {
        return name().toLowerCase(Locale.ROOT);
    }

    void apply(CallControl control, Participant participant) {
        switch (this) {
            case MUTE -> control.speak(participant, false);
            case UNMUTE -> control.speak(participant, true);
            case DEAF -> control.hear(participant, false);
            case UNDEAF -> control.hear(participant, true);
            case KICK -> control.hangUp(participant.channel());
        }
    }
}
