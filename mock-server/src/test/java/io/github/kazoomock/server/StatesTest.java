package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Provider states, as verifiers of Pact ask for them. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesTest {
    private final KazooServer server = KazooServer.builder().port(0).start();

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Response state(String body) {
        return TestClient.of(server).send("POST", "/__admin/states", json(body).toString());
    }

    private JsonObject values(String params) {
        Response answer = state("{'state':'it','params':" + params + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private TestClient as(JsonObject values) {
        return TestClient.of(server).with("X-Auth-Token", values.textOr("AUTH_TOKEN", ""));
    }

    private static String menus(JsonObject values) {
        return "accounts/" + values.textOr("ACCOUNT_ID", "") + "/menus";
    }

    @Nested
    class A_world {
        @Test
        void beginsAnewAsTheFixture() {
            JsonObject first = values("{'fixture':'demo','login':'account_admin'}");
            int menus = as(first).get(menus(first)).body().array("data").size();
            as(first).put(menus(first), json("{'name':'Gone tomorrow'}"));
            JsonObject second = values("{'fixture':'demo','login':'account_admin'}");
            assertThat(as(second).get(menus(second)).body().array("data").size())
                    .isEqualTo(menus);
        }

        @Test
        void staysAsItIsWhenNoFixtureIsNamed() {
            JsonObject first = values("{'login':'account_admin'}");
            String id = as(first)
                    .put(menus(first), json("{'name':'Still here'}"))
                    .data()
                    .textOr("id", "");
            JsonObject second = values("{'login':'account_admin'}");
            assertThat(as(second).get(menus(second) + "/" + id).status()).isEqualTo(200);
        }

        @Test
        void isMadeOfFilesThatAreSent() {
            JsonObject values = values("{'login':'account_admin','files':{'top/account.json':{'name':'Top',"
                    + "'realm':'top.example.com','pvt_superduper_admin':true},'top/acme/account.json':{'name':'Acme',"
                    + "'realm':'acme.example.com'},'top/acme/users.json':{'alice':{'username':'alice',"
                    + "'password':'alice','first_name':'A','last_name':'B','priv_level':'admin'}}}}");
            assertThat(values.text("ACCOUNT_NAME")).isEqualTo("Acme");
            assertThat(as(values)
                            .get("accounts/" + values.textOr("ACCOUNT_ID", ""))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void goesBackToWhatWasKept() {
            JsonObject first = values("{'login':'account_admin'}");
            String id =
                    as(first).put(menus(first), json("{'name':'Kept'}")).data().textOr("id", "");
            TestClient.of(server)
                    .send("POST", "/__admin/snapshots", json("{'name':'kept'}").toString());
            as(first).delete(menus(first) + "/" + id);
            JsonObject values = values("{'snapshot':'kept','login':'account_admin'}");
            assertThat(as(values).get(menus(values) + "/" + id).status()).isEqualTo(200);
        }

        @Test
        void isAsAtFirstAfterATeardown() {
            JsonObject first = values("{'login':'account_admin'}");
            String id =
                    as(first).put(menus(first), json("{'name':'Gone'}")).data().textOr("id", "");
            assertThat(state("{'state':'it','action':'teardown'}").status()).isEqualTo(200);
            assertThat(as(first).get(menus(first) + "/" + id).status()).isEqualTo(404);
        }
    }

    @Nested
    class Documents {
        @Test
        void arePutAndCompletedAndNamed() {
            JsonObject values = values(
                    "{'login':'account_admin','documents':[{'noun':'users','as':'USER_ID','data':{'username':'ida'}}]}");
            Response user = as(values)
                    .get("accounts/" + values.textOr("ACCOUNT_ID", "") + "/users/" + values.textOr("USER_ID", ""));
            assertThat(user.data().text("username")).isEqualTo("ida");
            assertThat(user.data().text("first_name")).isNotEmpty();
        }

        @Test
        void thatTheSchemaRefusesAreNamedAndNothingIsPut() {
            JsonObject before = values("{'login':'account_admin'}");
            int menus = as(before).get(menus(before)).body().array("data").size();
            Response refused = state("{'state':'it','params':{'documents':[{'noun':'menus','data':{'name':'Good'}},"
                    + "{'noun':'menus','data':{'name':'Bad','retries':'many'}}]}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().text("message")).contains("documents/1/data", "retries");
            assertThat(as(before).get(menus(before)).body().array("data").size())
                    .isEqualTo(menus);
        }

        @Test
        void ofNoNounAreRefusedWithTheNouns() {
            Response refused = state("{'state':'it','params':{'documents':[{'noun':'moons','data':{}}]}}");
            assertThat(refused.body().text("message")).contains("documents/0/noun", "moons", "menus");
        }
    }

    @Nested
    class Things {
        @Test
        void areMadeInOrderAndMayUseEachOther() {
            JsonObject values = values("{'things':[{'as':'NAME','value':'Lobby'},{'as':'MENU_ID','path':"
                    + "'/v2/accounts/${ACCOUNT_ID}/menus','data':{'name':'${NAME}'}},{'as':'AGAIN','method':'GET','path':"
                    + "'/v2/accounts/${ACCOUNT_ID}/menus/${MENU_ID}','take':'/data/name'}]}");
            assertThat(values.text("AGAIN")).isEqualTo("Lobby");
        }

        @Test
        void thatAreRefusedAreNamedWithTheReply() {
            Response refused = state("{'state':'a menu','params':{'things':[{'as':'MENU_ID','path':"
                    + "'/v2/accounts/${ACCOUNT_ID}/menus','data':{}}]}}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().text("message"))
                    .contains("state 'a menu': MENU_ID cannot be had: PUT /v2/accounts/", "answered 400");
        }
    }
}
