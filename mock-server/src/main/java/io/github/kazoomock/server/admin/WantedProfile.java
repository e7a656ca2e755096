package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Which KAZOO a new sandbox imitates: a profile by name, and decisions in which it is to differ from it. */
final class WantedProfile {
    private static final String DECISIONS = "decisions";

    private WantedProfile() {}

    static Profile of(JsonObject body, Profile usual) {
        String name = Wanted.text(body, "profile");
        Profile profile = name == null
                ? usual
                : Profile.named(name)
                        .orElseThrow(() -> new BadRequest("profile: use " + String.join(" or ", Profile.names())));
        Json others = body.get(DECISIONS);
        return others == null ? profile : profile.but(read(others));
    }

    private static Map<Decision, Boolean> read(Json wanted) {
        if (!(wanted instanceof JsonObject object)) {
            throw new BadRequest(DECISIONS + ": use {\"ROWS_HAVE_FEATURES\": false}");
        }
        Map<Decision, Boolean> read = new EnumMap<>(Decision.class);
        object.forEach((name, value) -> {
            if (value != JsonLiteral.TRUE && value != JsonLiteral.FALSE) {
                throw new BadRequest(DECISIONS + "." + name + ": use true or false");
            }
            read.put(named(name), value == JsonLiteral.TRUE);
        });
        return read;
    }

    private static Decision named(String name) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest(DECISIONS + ": there is no '" + name + "'; the names are those of"
                        + " io.github.kazoomock.server.sandbox.Decision"));
    }
}
