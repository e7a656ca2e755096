package io.github.kazoomock.server;

import static io.github.kazoomock.server.DemoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body may be and what becomes of one that may not (core sheet 4). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBodiesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final DemoServer demo = new DemoServer();

    @BeforeEach
    void reset() {
        demo.reset();
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private void assertRefused(String contentType, String body, String data) {
        TestClient.Response response =
                demo.as("grace").with("Content-Type", contentType).send("PUT", demo.path("grace") + "/devices", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().text("message")).isEqualTo("validation error");
        assertThat(response.body().text("error")).isEqualTo("400");
        assertThat(response.body().get("data")).isEqualTo(json(data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|{'data':{'required':{'message':'Field is required but missing','value':{}}}}",
                "{'a':1,'b':null}|{'data':{'required':{'message':'Field is required but missing','value':{'a':1}}}}",
                "{'data':null}|{'data':{'required':{'message':'Field is required but missing','value':{}}}}",
                "{'data':'x'}|{'data':{'type':{'message':'Value did not match type(s): object, array','target':'object, array','value':'x'}}}",
                "{'data':5}|{'data':{'type':{'message':'Value did not match type(s): object, array','target':'object, array','value':5}}}",
                "{'data':[]}|{'':{'type':{'message':'Value did not match type(s): object','target':'object','value':[]}}}",
                "[]|{'json':{'invalid':{'message':'All JSON must be valid','target':'body'}}}",
                "1|{'json':{'invalid':{'message':'All JSON must be valid','target':'body'}}}",
                "{'data':{|{'json':{'invalid':{'message':'decoder_exit around 0','target':'body'}}}",
            })
    void aBadEnvelopeIsRefused(String body, String data) {
        assertRefused("application/json", body.replace('\'', '"'), data);
    }

    @Test
    void aKeyThatComesTwiceIsRefused() {
        JsonObject data = demo.as("grace")
                .send("PUT", demo.path("grace") + "/devices", "{\"data\":{\"name\":\"a\",\"name\":\"b\"}}")
                .data();
        assertThat(data.text("json", "invalid", "target")).isEqualTo("body");
    }

    @Test
    void anArrayOfScalarsFailsOnTheServer() {
        TestClient.Response response =
                demo.as("grace").send("PUT", demo.path("grace") + "/devices", "{\"data\":[1,2]}");
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body().text("message")).isEqualTo("validation failed to run on the server");
    }

    @Test
    void noBodyIsAnEmptyDocument() {
        TestClient.Response response = demo.as("grace").send("PUT", demo.path("grace") + "/devices", null);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.data())
                .isEqualTo(json("{'name':{'required':{'message':'Field is required but missing','value':'name'}}}"));
    }

    @Nested
    class UnderCurlsContentType {
        @Test
        void jsonIsReadAsJsonEvenWithAnEqualsSign() {
            TestClient.Response response = demo.as("grace")
                    .with("Content-Type", FORM)
                    .send("PUT", demo.path("grace") + "/devices", " {\"data\":{\"name\":\"a=b&c\"}}");
            assertThat(response.status()).isEqualTo(201);
            assertThat(response.data().text("name")).isEqualTo("a=b&c");
        }

        @Test
        void nothingIsAMissingData() {
            assertRefused(FORM, "", "{'data':{'required':{'message':'Field is required but missing','value':{}}}}");
        }

        @Test
        void aFormHasNoDataObject() {
            assertRefused(
                    FORM,
                    "name=x&y=%20z",
                    "{'data':{'required':{'message':'Field is required but missing','value':{'name':'x','y':' z'}}}}");
            assertRefused(
                    FORM,
                    "data=x",
                    "{'data':{'type':{'message':'Value did not match type(s): object, array','target':'object, array','value':'x'}}}");
        }
    }

    @Test
    void envelopeKeysAreReadWhateverTheirSpelling() {
        String token = demo.anonymous().token(demo.login("grace"));
        TestClient.Response response = demo.anonymous()
                .send(
                        "PUT",
                        demo.path("grace") + "/devices",
                        "{\"Data\":{\"name\":\"x\"},\"Auth-Token\":\"" + token + "\"}");
        assertThat(response.status()).isEqualTo(201);
    }

    @Test
    void privateKeysOfTheTopAreDroppedAndNestedOnesStay() {
        JsonObject data = demo.as("grace")
                .put(
                        demo.path("grace") + "/devices",
                        json(
                                "{'name':'x','_rev':'1-a','_read_only':{'a':1},'pvt_type':'user','id':'mine','k':{'_x':1,'pvt_y':2}}"))
                .data();
        assertThat(data.keys()).doesNotContain("_rev", "_read_only", "pvt_type");
        assertThat(data.text("id")).matches("[0-9a-f]{32}");
        assertThat(data.object("k")).isEqualTo(json("{'_x':1,'pvt_y':2}"));
    }

    @Test
    void uiMetadataIsStoredLikeAnyUnknownKey() {
        TestClient grace = demo.as("grace");
        String id = grace.put(demo.path("grace") + "/devices", json("{'name':'x','ui_metadata':{'origin':'voip'}}"))
                .data()
                .textOr("id", "");
        assertThat(grace.get(demo.path("grace") + "/devices/" + id).data().text("ui_metadata", "origin"))
                .isEqualTo("voip");
        assertThat(grace.get(demo.path("grace") + "/devices?filter_ui_metadata.origin=voip")
                        .body()
                        .array("data")
                        .size())
                .isEqualTo(1);
    }

    @Nested
    class Tunnelling {
        @Test
        void aPostCanStandForAnyVerb() {
            TestClient grace = demo.as("grace");
            String devices = demo.path("grace") + "/devices";
            TestClient.Response created = grace.post(devices + "?verb=PUT", json("{'name':'x'}"));
            assertThat(created.status()).isEqualTo(201);
            String one = devices + "/" + created.data().text("id");
            TestClient.Response deleted = grace.send("POST", one, "{\"verb\":\"delete\",\"data\":{}}");
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.body().object("metadata").isTrue("deleted")).isTrue();
            assertThat(grace.get(one).status()).isEqualTo(404);
        }

        @Test
        void aGetNeverWrites() {
            TestClient grace = demo.as("grace");
            String own = demo.path("grace") + "/users";
            JsonObject first = (JsonObject) grace.get(own).body().array("data").get(0);
            assertThat(grace.get(own + "/" + first.text("id") + "?verb=DELETE").status())
                    .isEqualTo(200);
            assertThat(grace.get(own + "/" + first.text("id")).status()).isEqualTo(200);
        }

        @Test
        void aVerbThatIsNotAllowedIs405() {
            assertThat(demo.as("grace")
                            .post(demo.path("grace") + "/devices?verb=DELETE", JsonObject.EMPTY)
                            .status())
                    .isEqualTo(405);
        }

        @Test
        void otherWaysToOverrideTheMethodAreIgnored() {
            TestClient.Response response = demo.as("grace")
                    .with("X-HTTP-Method-Override", "DELETE")
                    .get(demo.path("grace") + "?_method=DELETE");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().object("metadata").has("deleted")).isFalse();
        }
    }
}
