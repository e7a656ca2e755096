package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import java.util.Comparator;

/** What a stored call record says (pbx sheet 13.4): one leg of a call. */
record Cdr(Document document) {
    /** {@code pvt_type} of call records. */
    static final String TYPE = "cdr";

    /** What KAZOO itself set on the leg. */
    static final String VARIABLES = "custom_channel_vars";

    /** The order in which legs began. */
    static final Comparator<Cdr> BY_BEGIN = Comparator.comparingLong(Cdr::createdMicros)
            .thenComparing(cdr -> cdr.document().id());

    /** A text of the record; empty when it has none. */
    String text(String... path) {
        Json value = document.open().at(path);
        String text = value == null ? null : value.text();
        return text != null ? text : value instanceof JsonNumber ? value.toString() : "";
    }

    /** A text among the channel variables; empty when it is not there. */
    String variable(String name) {
        return text(VARIABLES, name);
    }

    long number(String key) {
        return document.open().integer(0, key);
    }

    /** When the leg ended, in Gregorian seconds. */
    long end() {
        return document.open().integer(document.created(), "timestamp");
    }

    /** When the leg began, in Gregorian seconds. */
    long begin() {
        return end() - number("duration_seconds");
    }

    /** When the leg began, in Unix microseconds. */
    long createdMicros() {
        long begin = Gregorian.instant(begin()).getEpochSecond() * 1_000_000;
        return document.open().integer(begin, "channel_created_time");
    }

    /** When the interaction began that the leg is part of, in Gregorian seconds. */
    long interactionTime() {
        return document.open().integer(begin(), "interaction_time");
    }

    /** The same for all legs of one conversation; a leg without one is a conversation of its own. */
    String interaction() {
        String id = text("interaction_id");
        return id.isEmpty() ? document.id() : id;
    }

    /** True when the switch counts the call as coming in. */
    boolean isInbound() {
        return text("call_direction").equals("inbound");
    }

    /** Channel variables without those that KAZOO keeps to itself. */
    JsonObject publicVariables() {
        return document.open().object(VARIABLES).filterKeys(key -> !Bodies.isPrivate(key));
    }
}
