package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaxboxesTest {
    private static final String ADDRESS = "[0-9a-f]{8}\\.fax\\.kazoo\\.io";

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
    void aNewFaxBoxHasTheDefaultsOfTheSchema() {
        Response made = office.put("faxboxes", "{'name':'Fax','smtp_email_address':'mine'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().without("id")).isEqualTo(json("""
                                {'name':'Fax','attempts':0,'caller_name':'Kazoo Fax Printer',
                                 'fax_header':'Kazoo Fax Printer','media':{},'retries':1,'smtp_permission_list':[]}"""));
    }

    @Test
    void anAddressIsGivenOnceAndShownInTheMetadata() {
        Response made = office.put("faxboxes", "{'name':'Fax'}");
        String address = made.body().object("metadata").textOr("custom_smtp_address", "");
        assertThat(address).matches(ADDRESS);
        String path = "faxboxes/" + made.data().text("id");
        for (Response response : new Response[] {
            office.get(path), office.post(path, "{'name':'Other'}"), office.patch(path, "{'retries':2}")
        }) {
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().object("metadata").text("custom_smtp_address"))
                    .isEqualTo(address);
            assertThat(response.data().has("smtp_email_address")).isFalse();
        }
    }

    @Test
    void aRowIsTheWholeFaxBox() {
        Response made = office.put("faxboxes", "{'name':'Fax','x':1}");
        String id = made.data().textOr("id", "");
        assertThat(PlainNounsTest.row(office.get("faxboxes"), id)).isEqualTo(made.data());
    }

    @Test
    void anAddressOfOnesOwnIsOneInTheCluster() {
        String path =
                "faxboxes/" + office.made("faxboxes", "{'name':'Fax','custom_smtp_email_address':'Fax@example.com'}");
        assertThat(office.post(path, "{'name':'Fax','custom_smtp_email_address':'fax@example.com'}")
                        .status())
                .isEqualTo(200);
        Office master = office.as("admin");
        String body = "{'name':'Fax','custom_smtp_email_address':'FAX@example.com'}";
        Response refused = master.put("faxboxes", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.data())
                .isEqualTo(json("{'custom_smtp_email_address':{'unique':{'message':"
                        + "'email address must be unique','cause':'FAX@example.com'}}}"));
        String other = "faxboxes/" + master.made("faxboxes", "{'name':'Fax'}");
        assertThat(master.patch(other, "{'custom_smtp_email_address':'fax@example.com'}")
                        .data())
                .isEqualTo(json("{'custom_smtp_email_address':{'unique':{'message':'email address must be unique'}}}"));
        office.delete(path);
        assertThat(master.post(other, body).status()).isEqualTo(200);
    }

    @Test
    void permittedSendersAreExpressions() {
        assertThat(office.put("faxboxes", "{'name':'Fax','smtp_permission_list':['.*@example.com','(']}")
                        .data())
                .isEqualTo(json("{'smtp_permission_list.1':{'error':{'message':"
                        + "'invalid regular expression: \\u0027(\\u0027','value':'('}}}"));
    }

    @Test
    void callbacksGoToPublicHostsOnly() {
        String body = "{'name':'Fax','notifications':{'inbound':{'callback':{'url':'%s'}}}}";
        assertThat(office.put("faxboxes", String.format(body, "https://example.com/fax"))
                        .status())
                .isEqualTo(201);
        Response refused = office.put("faxboxes", String.format(body, "http://127.0.0.1/fax"));
        assertThat(refused.data().object("notifications.inbound.callback.url"))
                .isEqualTo(json("{'error':{'message':'invalid client URL','value':'http://127.0.0.1/fax'}}"));
        assertThat(office.put("faxboxes", String.format(body, "ftp://example.com"))
                        .data()
                        .object("notifications.inbound.callback.url")
                        .keys())
                .contains("pattern");
    }

    @Test
    void aPatchIsMergedDeeply() {
        String path = "faxboxes/" + office.made("faxboxes", """
                {'name':'Fax','retries':3,
                 'notifications':{'inbound':{'email':{'send_to':'a@example.com'}}}}""");
        Response patched = office.patch(path, "{'notifications':{'outbound':{'email':{'send_to':['b@example.com']}}}}");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.data().object("notifications").keys()).containsExactlyInAnyOrder("inbound", "outbound");
        assertThat(patched.data().integer(0, "retries")).isEqualTo(3);
    }

    @Nested
    class InKazoo50 {
        private Office older;

        @BeforeEach
        void open() {
            older = new Office("kazoo-5.0");
        }

        @AfterEach
        void close() {
            older.close();
        }

        @Test
        void theAddressIsInTheDataOfChangesAndRows() {
            Response made = older.put("faxboxes", "{'name':'Fax'}");
            String address = made.data().textOr("smtp_email_address", "");
            assertThat(address).matches(ADDRESS);
            String id = made.data().textOr("id", "");
            assertThat(older.get("faxboxes/" + id).data().has("smtp_email_address"))
                    .isFalse();
            assertThat(older.post("faxboxes/" + id, "{'name':'Fax'}").data().text("smtp_email_address"))
                    .isEqualTo(address);
            assertThat(PlainNounsTest.row(older.get("faxboxes"), id)).isEqualTo(made.data());
        }

        @Test
        void aPatchIsCheckedByItselfAndReplacesKeys() {
            String path = "faxboxes/" + older.made("faxboxes", """
                    {'name':'Fax','retries':3,'x':1,
                     'notifications':{'inbound':{'email':{'send_to':'a@example.com'}}}}""");
            assertThat(older.patch(path, "{'retries':2}").data())
                    .isEqualTo(
                            json("{'name':{'required':{'message':'Field is required but missing','value':'name'}}}"));
            Response patched = older.patch(path, "{'name':'Other','notifications':{'outbound':{}}}");
            assertThat(patched.status()).isEqualTo(200);
            assertThat(patched.data().integer(0, "retries"))
                    .as("back to its default")
                    .isEqualTo(1);
            assertThat(patched.data().integer(0, "x")).isEqualTo(1);
            assertThat(patched.data().object("notifications")).isEqualTo(json("{'outbound':{}}"));
        }
    }
}
