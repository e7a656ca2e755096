package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UserPhotoTest {
    private static final String PICTURE = "not really a picture";

    private Office office;
    private String path = "";

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
        path = "users/" + office.made("users", "{'first_name':'Pat','last_name':'Sample','email':'pat@ex.test'}");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Response send(Office where, String type, String body) {
        return where.client().with("Content-Type", type).send("POST", where.at(path + "/photo"), body);
    }

    private Response upload() {
        return send(office, "image/jpeg", PICTURE);
    }

    @Nested
    class APhoto {
        @Test
        void isStoredAndReadWithItsContentType() {
            Response stored = upload();
            assertThat(stored.status()).isEqualTo(200);
            assertThat(stored.data().text("first_name")).isEqualTo("Pat");
            assertThat(stored.body().text("revision")).startsWith("2-");
            for (String accept : new String[] {"*/*", "application/octet-stream", "application/base64"}) {
                Response read = office.client().with("Accept", accept).get(office.at(path + "/photo"));
                assertThat(read.status()).as(accept).isEqualTo(200);
                assertThat(read.text()).isEqualTo(PICTURE);
                assertThat(read.header("content-type")).isEqualTo("image/jpeg");
                assertThat(read.header("content-disposition")).isEqualTo("attachment; filename=photo");
            }
            assertThat(office.client()
                            .with("Accept", "application/json")
                            .get(office.at(path + "/photo"))
                            .status())
                    .isEqualTo(406);
        }

        @Test
        void isToldByTheUserAndNotShownInIt() {
            assertThat(office.get(path).data().get("has_avatar")).hasToString("false");
            upload();
            assertThat(office.get(path).data().get("has_avatar")).hasToString("true");
            assertThat(office.get(path).text()).doesNotContain("photo", "attachments");
            office.patch(path, "{'first_name':'Pit'}");
            assertThat(office.get(path + "/photo").text()).as("after a change").isEqualTo(PICTURE);
        }

        @Test
        void mayBeSentInBase64OrAsAForm() {
            String base64 = Base64.getEncoder().encodeToString(PICTURE.getBytes(StandardCharsets.UTF_8));
            send(office, "application/base64", "data:image/png;base64," + base64);
            assertThat(office.get(path + "/photo").text()).isEqualTo(PICTURE);
            assertThat(office.get(path + "/photo").header("content-type")).isEqualTo("image/png");
            send(office, "multipart/form-data; boundary=b", part("a", "image/gif") + "--b--\r\n");
            assertThat(office.get(path + "/photo").text()).isEqualTo("a");
        }

        @Test
        void isOneFile() {
            String two = part("a", "image/gif") + part("b", "image/gif") + "--b--\r\n";
            assertThat(send(office, "multipart/form-data; boundary=b", two).status())
                    .isEqualTo(200);
            assertThat(office.post(path + "/photo", "{}").body().text("revision"))
                    .startsWith("1-");
            assertThat(office.get(path + "/photo").status()).isEqualTo(404);
        }

        @Test
        void isDeleted() {
            upload();
            Response deleted = office.delete(path + "/photo");
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.body().get("data")).hasToString("{}");
            assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
            assertThat(office.get(path).data().get("has_avatar")).hasToString("false");
            assertThat(office.delete(path + "/photo").status()).isEqualTo(404);
        }

        @Test
        void isMarkedAsDeletedInTheDataOfKazoo50() {
            try (Office older = new Office("kazoo-5.0")) {
                path = "users/" + older.made("users", "{'first_name':'P','last_name':'S'}");
                send(older, "image/jpeg", PICTURE);
                assertThat(older.delete(path + "/photo").body().get("data"))
                        .isEqualTo(json("{'_read_only':{'deleted':true}}"));
            }
        }

        @Test
        void thatIsNotThereIsNotFound() {
            Response none = office.get(path + "/photo");
            assertThat(none.status()).isEqualTo(404);
            assertThat(none.body().text("message")).isEqualTo("bad_identifier");
            assertThat(office.get("users/nobody/photo").status()).isEqualTo(404);
            assertThat(office.delete("users/nobody/photo").status()).isEqualTo(404);
            path = "users/nobody";
            assertThat(upload().status()).isEqualTo(404);
        }

        private static String part(String content, String type) {
            return "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\nContent-Type: " + type
                    + "\r\n\r\n" + content + "\r\n";
        }
    }

    @Nested
    class ACard {
        private Response card(String accept) {
            return office.client().with("Accept", accept).get(office.at(path + "/vcard"));
        }

        @Test
        void saysWhoTheUserIs() {
            Response card = card("text/x-vcard");
            assertThat(card.status()).isEqualTo(200);
            assertThat(card.header("content-type")).isEqualTo("text/x-vcard");
            assertThat(card.text())
                    .isEqualTo("BEGIN:VCARD\nVERSION:3.0\nFN:Pat Sample\nN:Sample;Pat\nEMAIL:pat@ex.test\nEND:VCARD\n");
        }

        @Test
        void comesInTwoTypesAndNoOther() {
            assertThat(card("text/directory").header("content-type")).isEqualTo("text/directory");
            assertThat(card("*/*").header("content-type")).isEqualTo("text/x-vcard");
            assertThat(card("application/json").status()).isEqualTo(406);
            assertThat(office.get("users/nobody/vcard").status()).isEqualTo(404);
        }

        @Test
        void showsThePicture() {
            upload();
            assertThat(card("*/*").text())
                    .contains("\nPHOTO;ENCODING=B;TYPE=JPEG:"
                            + Base64.getEncoder().encodeToString(PICTURE.getBytes(StandardCharsets.UTF_8)) + "\n");
        }

        @Test
        void namesTheOrganisation() {
            office.client().patch("accounts/" + office.account(), json("{'org':'Harbor'}"));
            assertThat(card("*/*").text()).contains("\nORG:Harbor\n");
        }
    }
}
