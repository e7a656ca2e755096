package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an older conference app kept beside the conferences. */
@Timeout(30)
class ConferenceServersTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void serversAreDocumentsOfAnyForm() {
        Response made = office.put("conferences_servers", "{'anything':{'goes':[1]}}");
        assertThat(made.status()).isEqualTo(201);
        String path = "conferences_servers/" + made.data().text("id");
        assertThat(office.get(path).data()).isEqualTo(made.data());
        assertThat(office.get("conferences_servers").body().array("data").values())
                .containsExactly(made.data());
        assertThat(office.post(path, "{'x':1}").data().keys()).containsExactlyInAnyOrder("x", "id");
        assertThat(office.delete(path).body().object("metadata").isTrue("deleted"))
                .isTrue();
        assertThat(office.get(path).status()).isEqualTo(404);
    }

    @Test
    void neitherIsThereInKazoo50() {
        try (Office older = new Office("kazoo-5.0")) {
            assertThat(older.get("conferences_servers").status()).isEqualTo(404);
            assertThat(older.get("notify/conference_invite/html").status()).isEqualTo(404);
        }
    }

    @Nested
    class Templates {
        private static final String PATH = "notify/conference_invite";

        private Response send(String method, String path, String html) {
            TestClient client =
                    office.client().with("Content-Type", "text/html").with("Accept", "text/html, */*");
            return client.send(method, office.at(path), html);
        }

        @Test
        void areStoredAndReadAsTheyAre() {
            Response made = send("PUT", PATH, "<b>Grüße</b>");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.data()).isEqualTo(json("""
                    {'id':'conference_invite','name':'conference_invite','content_type':'text/html',
                     'content_length':14}"""));
            for (String type : new String[] {"html", "text/html", "text%2Fhtml"}) {
                Response read = office.client().with("Accept", "text/html").get(office.at(PATH + "/" + type));
                assertThat(read.status()).isEqualTo(200);
                assertThat(read.header("content-type")).startsWith("text/html");
                assertThat(read.text()).isEqualTo("<b>Grüße</b>");
            }
        }

        @Test
        void areReplaced() {
            assertThat(send("POST", PATH, "a").status()).isEqualTo(404);
            send("PUT", PATH, "a");
            assertThat(send("POST", PATH, "b").status()).isEqualTo(200);
            assertThat(office.get(PATH + "/html").text()).isEqualTo("b");
        }

        @Test
        void areOfConferencesAndHtml() {
            assertThat(send("PUT", "notify/fax_invite", "a").status()).isEqualTo(404);
            send("PUT", PATH, "a");
            assertThat(office.get(PATH + "/plain").status()).isEqualTo(404);
            assertThat(office.get("notify/conference_other/html").status()).isEqualTo(404);
            Response refused = office.put(PATH, "{'a':1}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'file':{'required':{'message':'Please provide an html file'}}}"));
        }
    }
}
