package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A world may begin, be saved and go on in the middle of calls. */
@Timeout(60)
class CallsInFixturesTest {
    private static final String IN_CONFERENCE = """
            {'first':{'destination':'4000','pvt_created':{'$ago':'1m'},
              'conference':{'id':'standup','participant_id':3,'is_moderator':true}},
             'second':{'destination':'4000','conference':{'id':'standup','participant_id':5,'speak':false}}}""";

    @Test
    void aConferenceGoesOnFromItsFirstParticipant(@TempDir Path folder) throws IOException {
        try (Lines lines = Lines.open(folder, IN_CONFERENCE)) {
            JsonObject now = lines.office.get("conferences/standup").body().object("metadata");
            assertThat(now.integer(0, "moderators")).isEqualTo(1);
            assertThat(now.integer(0, "members")).isEqualTo(1);
            assertThat(now.integer(0, "duration")).isBetween(60L, 90L);
            lines.office.put("conferences/standup", "{'action':'lock'}");
            lines.office.put("conferences/standup", "{'action':'dial','data':{'endpoints':['1001']}}");
            JsonObject then = lines.office.get("conferences/standup").body().object("metadata");
            assertThat(then.isTrue("is_locked")).isTrue();
            assertThat(then.text("uuid")).isEqualTo(now.text("uuid"));
            JsonObject third = (JsonObject) then.array("participants").get(2);
            assertThat(third.integer(0, "participant_id")).isEqualTo(6);
        }
    }

    @Test
    void aSavedWorldIsLockedAsItWas(@TempDir Path folder) {
        Path saved = folder.resolve("world");
        JsonObject before;
        Login login;
        try (KazooServer first =
                KazooServer.builder().port(0).fixture("demo").save(saved).start()) {
            login = first.logins().stream()
                    .filter(known -> known.username().equals(Office.ADMIN))
                    .findFirst()
                    .orElseThrow();
            TestClient grace = TestClient.of(first).login(login);
            grace.put("account/conferences/x", Office.json("{'action':'dial','data':{'endpoints':['1001']}}"));
            grace.put("account/conferences/x", Office.json("{'action':'lock'}"));
            before = grace.get("account/conferences/x").body().object("metadata");
        }
        try (KazooServer second =
                KazooServer.builder().port(0).fixture(saved.toString()).start()) {
            TestClient grace = TestClient.of(second).login(login);
            JsonObject after = grace.get("account/conferences/x").body().object("metadata");
            assertThat(after.isTrue("is_locked")).isTrue();
            assertThat(after.text("uuid")).isEqualTo(before.text("uuid"));
            assertThat(after.integer(0, "participant_count")).isEqualTo(1);
        }
    }
}
