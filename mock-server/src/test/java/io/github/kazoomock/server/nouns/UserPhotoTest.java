package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UserPhotoTest {
    private static final byte[] PICTURE = Sounds.wav(3);

    private Office office;
    private String user;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        user = "users/" + office.made("users", "{'first_name':'Pat','last_name':'Sample'}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void isKeptWithItsTypeWhateverThatIs() {
        Response sent = Sounds.send(office, user + "/photo", "image/png", PICTURE);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.data().text("first_name")).isEqualTo("Pat");
        Response got = office.client().with("Accept", "*/*").get(office.at(user + "/photo"));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("content-type")).isEqualTo("image/png");
        assertThat(got.header("content-disposition")).isEqualTo("attachment; filename=photo");
        assertThat(got.http().body()).isEqualTo(PICTURE);
    }

    @Test
    void comesAsAPartOrInBase64() {
        byte[] uri = Sounds.dataUri("image/gif", PICTURE).getBytes(StandardCharsets.US_ASCII);
        Sounds.send(office, user + "/photo", "application/x-base64", uri);
        assertThat(office.get(user + "/photo").header("content-type")).isEqualTo("image/gif");
        Sounds.sendParts(office, user + "/photo", Sounds.part("Content-Type: image/jpeg", PICTURE));
        assertThat(office.get(user + "/photo").header("content-type")).isEqualTo("image/jpeg");
    }

    @Test
    void isGivenToClientsThatTakeAnyFile() {
        Sounds.send(office, user + "/photo", "image/png", PICTURE);
        for (String type : new String[] {"application/octet-stream", "application/base64"}) {
            Response got = office.client().with("Accept", type).get(office.at(user + "/photo"));
            assertThat(got.http().body()).isEqualTo(PICTURE);
            assertThat(got.header("content-type")).isEqualTo("image/png");
        }
        assertThat(office.client()
                        .with("Accept", "application/json")
                        .get(office.at(user + "/photo"))
                        .status())
                .isEqualTo(406);
    }

    @Test
    void isToldOfTheUserAndSurvivesChanges() {
        assertThat(office.get(user).data().isTrue("has_avatar")).isFalse();
        Sounds.send(office, user + "/photo", "image/png", PICTURE);
        assertThat(office.get(user).data().isTrue("has_avatar")).isTrue();
        assertThat(office.get(user).data().has("_attachments")).isFalse();
        office.patch(user, "{'first_name':'Kim'}");
        assertThat(office.get(user + "/photo").http().body()).isEqualTo(PICTURE);
    }

    @Test
    void isTakenAway() {
        Sounds.send(office, user + "/photo", "image/png", PICTURE);
        Response deleted = office.delete(user + "/photo");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
        assertThat(office.get(user).data().isTrue("has_avatar")).isFalse();
        for (Response refused : new Response[] {office.get(user + "/photo"), office.delete(user + "/photo")}) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.data())
                    .isEqualTo(json("{'message':'bad identifier','cause':'" + user.substring(6) + "'}"));
        }
    }

    @Test
    void inKazoo50ShowsItsDeletionInTheData() {
        try (Office older = new Office("kazoo-5.0")) {
            String path = "users/" + older.made("users", "{'first_name':'Pat','last_name':'Sample'}") + "/photo";
            Sounds.send(older, path, "image/png", PICTURE);
            assertThat(older.delete(path).data()).isEqualTo(json("{'_read_only':{'deleted':true}}"));
        }
    }

    @Test
    void isNotChangedByAnythingButOneFile() {
        byte[] part = Sounds.part("Content-Type: image/png", PICTURE);
        String tag = office.tag(user);
        for (Response ignored : new Response[] {
            office.post(user + "/photo", "{}"), Sounds.sendParts(office, user + "/photo", part, part)
        }) {
            assertThat(ignored.status()).isEqualTo(200);
            assertThat(ignored.data().text("first_name")).isEqualTo("Pat");
        }
        assertThat(office.get(user + "/photo").status()).isEqualTo(404);
        assertThat(office.tag(user)).isEqualTo(tag);
    }

    @Test
    void isOfAUserWhoIsThere() {
        assertThat(office.get("users/nobody/photo").status()).isEqualTo(404);
        assertThat(Sounds.send(office, "users/nobody/photo", "image/png", PICTURE)
                        .status())
                .isEqualTo(404);
        assertThat(office.put(user + "/photo", "{}").status()).isEqualTo(405);
    }
}
