package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Gregorian;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When branches of callflows are open (pbx sheet 10, delta sheet 1.3). */
final class TemporalRules {
    private TemporalRules() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("temporal_rules", "temporal_rule", schemas)
                .row(Row.of("name", "type").features().flags())
                .finish(TemporalRules::evaluated)
                .query("get", "timestamp", "timezone")
                .evidence(Evidence.seed("js-sdk: temporalRule"), Evidence.sheet("pbx 10"), Evidence.sheet("delta 1.3"))
                .noun();
    }

    /** Says of a moment that the client names whether the rule applies. */
    private static Reply evaluated(Call call, Reply plain) {
        String timestamp = call.verb() == Verb.GET ? call.options().text("timestamp") : null;
        if (timestamp == null
                || !timestamp.matches("-?[0-9]{1,18}")
                || !call.does(Decision.TEMPORAL_RULES_TELL_WHETHER_THEY_MATCH)
                || !(plain.data() instanceof Data.OneDocument one)) {
            return plain;
        }
        LocalDateTime time = wallClock(Long.parseLong(timestamp));
        if (time == null) {
            return plain.withMetadata(JsonObject.of("timestamp", Json.of("malformed")));
        }
        boolean matches = TemporalRule.of(one.document().open(), zone(call)).matches(time);
        return plain.withMetadata(JsonObject.of("rule_matches", Json.of(matches)));
    }

    /** The moment is told in local time: KAZOO shifts the rule's first and last day, not the moment. */
    private static @Nullable LocalDateTime wallClock(long gregorian) {
        return gregorian > Gregorian.seconds(Instant.EPOCH) && gregorian < TemporalRule.LATEST
                ? LocalDateTime.ofInstant(Gregorian.instant(gregorian), ZoneOffset.UTC)
                : null;
    }

    /** The zone that the client names, else the account's. */
    private static ZoneId zone(Call call) {
        String wished = call.options().text("timezone");
        ZoneId zone = wished == null ? null : zone(wished);
        if (zone != null) {
            return zone;
        }
        String own = call.sandbox()
                .world()
                .existing(call.account())
                .document()
                .open()
                .textOr("timezone", "UTC");
        ZoneId known = zone(own);
        return known == null ? ZoneOffset.UTC : known;
    }

    private static @Nullable ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
