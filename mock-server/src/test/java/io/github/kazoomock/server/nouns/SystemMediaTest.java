package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Media outside of accounts. */
@Timeout(60)
class SystemMediaTest {
    private static final JsonObject PROMPT = json("{'name':'Goodbye','prompt_id':'vm-goodbye'}");
    private static final String PATH = "media/en-us%2Fvm-goodbye";

    private Office office;
    private TestClient admin;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        admin = office.as("admin").client();
        assertThat(admin.put("media", PROMPT).status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void areReadWithAnyToken() {
        TestClient anybody = office.as("milo").client();
        assertThat(anybody.get(PATH).data().text("name")).isEqualTo("Goodbye");
        assertThat(anybody.get("media").body().array("data").size()).isEqualTo(1);
        assertThat(anybody.get("media/languages").body().array("data")).hasToString("[{\"en-us\":1}]");
        assertThat(anybody.get("media/prompts").body().array("data")).hasToString("[{\"vm-goodbye\":1}]");
        assertThat(anybody.get("media/prompts/vm-goodbye").status()).isEqualTo(200);
        assertThat(anybody.get("media/languages/en-us").body().array("data").texts())
                .containsExactly("en-us/vm-goodbye");
        assertThat(TestClient.of(office.server()).get("media").status()).isEqualTo(401);
    }

    @Test
    void areWrittenByTheSuperduperAdminAlone() {
        for (Response refused : new Response[] {
            office.client().put("media", PROMPT),
            office.client().post(PATH, PROMPT),
            office.client().delete(PATH),
            office.client().with("Content-Type", "audio/wav").upload("POST", PATH + "/raw", Sounds.wav(1))
        }) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.data()).isEqualTo(json("{'message':'forbidden'}"));
        }
        byte[] sound = Sounds.wav(1);
        Response sent = admin.with("Content-Type", "audio/wav").upload("POST", PATH + "/raw", sound);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(office.client().get(PATH + "/raw").http().body()).isEqualTo(sound);
        assertThat(admin.delete(PATH).status()).isEqualTo(200);
        assertThat(office.client().get(PATH).status()).isEqualTo(404);
    }

    @Test
    void comeFromFixturesAndAreSavedWithTheirFiles(@TempDir Path folder) throws IOException {
        Path fixture = Office.world(folder.resolve("written"), "top/system_media.json", """
                {'busy':{'name':'Busy','_attachments':{'busy.wav':{'sound':{'melody':'A4 -','seconds':1}}}}}""");
        Path saved = folder.resolve("saved");
        byte[] goodbye = Sounds.wav(1);
        String busy;
        Login login;
        try (KazooServer first = KazooServer.builder()
                .port(0)
                .fixture(fixture.toString())
                .save(saved)
                .start()) {
            login = first.logins().get(0);
            TestClient boss = TestClient.of(first).login(login);
            JsonObject row = (JsonObject) boss.get("media").body().array("data").get(0);
            busy = "media/" + row.text("id") + "/raw";
            assertThat(Sounds.seconds(boss.get(busy).http().body())).isEqualTo(1);
            assertThat(boss.put("media", PROMPT).status()).isEqualTo(201);
            boss.with("Content-Type", "audio/wav").upload("POST", PATH + "/raw", goodbye);
        }
        try (KazooServer second =
                KazooServer.builder().port(0).fixture(saved.toString()).start()) {
            TestClient boss = TestClient.of(second).login(login);
            assertThat(Sounds.seconds(boss.get(busy).http().body())).isEqualTo(1);
            assertThat(boss.get(PATH + "/raw").http().body()).isEqualTo(goodbye);
            assertThat(boss.get("account/media").body().array("data").size()).isZero();
        }
    }

    @Test
    void areNoneOfTheMasterAccountWhichMayHaveTheSamePrompt() {
        Office master = office.as("admin");
        assertThat(master.get("media").body().array("data").texts()).isEmpty();
        assertThat(master.get(PATH).status()).isEqualTo(404);
        assertThat(master.client().put(master.at("media"), PROMPT).status()).isEqualTo(201);
        assertThat(master.delete(PATH).status()).isEqualTo(200);
        assertThat(admin.get(PATH).status()).isEqualTo(200);
        assertThat(admin.put("media", PROMPT).status()).isEqualTo(409);
    }
}
