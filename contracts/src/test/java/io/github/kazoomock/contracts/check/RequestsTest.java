package io.github.kazoomock.contracts.check;

import static io.github.kazoomock.contracts.check.PactText.A;
import static io.github.kazoomock.contracts.check.PactText.ID;
import static io.github.kazoomock.contracts.check.PactText.asking;
import static io.github.kazoomock.contracts.check.PactText.expecting;
import static io.github.kazoomock.contracts.check.PactText.one;
import static io.github.kazoomock.contracts.check.PactText.request;
import static io.github.kazoomock.contracts.check.PactText.sending;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.sandbox.Profile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a pact says of requests that cannot be, finding by finding; nothing runs. */
@Timeout(60)
class RequestsTest {
    private PactText pacts = new PactText(Path.of("."));

    @BeforeEach
    void folder(@TempDir Path folder) {
        pacts = new PactText(folder);
    }

    private List<String> found(String interactions) {
        return pacts.found(PactText.NEWEST, interactions);
    }

    @Nested
    class ARequestLine {
        @Test
        void withAWordMisspeltIsAnUnknownPath() {
            assertThat(found(request("GET", A + "/menu")))
                    .containsExactly("unknown path | GET " + A + "/menu"
                            + " | GET accounts/{ACCOUNT_ID}/menus, PUT accounts/{ACCOUNT_ID}/menus or"
                            + " GET accounts/{ACCOUNT_ID}"
                            + " | a path that nothing serves");
        }

        @Test
        void likeNothingElseIsAnUnknownPath() {
            assertThat(found(request("GET", "/v2/nothing/like/this/at/all")))
                    .containsExactly("unknown path | GET /v2/nothing/like/this/at/all"
                            + " | a path that KAZOO has: kazoo-mock operations lists them"
                            + " | a path that nothing serves");
        }

        @Test
        void outsideOfTheApiIsAnUnknownPath() {
            assertThat(found(request("GET", "/accounts")))
                    .containsExactly(
                            "unknown path | GET /accounts | a path that begins with /v2" + " | one outside of the API");
        }

        @Test
        void withAVerbThatThePathDoesNotTakeIsAWrongVerb() {
            assertThat(found(request("PUT", A + "/menus/" + ID)))
                    .containsExactly("wrong verb | PUT " + A + "/menus/" + ID
                            + " | DELETE, GET, PATCH or POST | PUT, which is answered with 405");
        }

        @Test
        void withoutAnAccountWhereOneIsNeededIsTold() {
            assertThat(found(request("GET", "/v2/menus")))
                    .containsExactly("no account | GET /v2/menus | GET accounts/{ACCOUNT_ID}/menus"
                            + " | a path without account");
        }

        @Test
        void ofTheOlderKazooIsNamedWhereOlderPathsDoNotCount() {
            ConsumerCheck strict = ConsumerCheck.of(Profile.KAZOO_5, false);
            assertThat(pacts.found(strict, request("GET", A + "/transactions/subscriptions")))
                    .containsExactly("older path | GET " + A + "/transactions/subscriptions"
                            + " | a path of newest KAZOO, or --legacy on"
                            + " | transactions.subscriptions, which only older KAZOO serves");
            assertThat(found(request("GET", A + "/transactions/subscriptions"))).isEmpty();
        }

        @Test
        void ofAnotherProfileIsNamed() {
            ConsumerCheck older = ConsumerCheck.of(Profile.KAZOO_5_0, true);
            assertThat(pacts.found(older, request("GET", A + "/conferences_servers")))
                    .containsExactly("path of another profile | GET " + A + "/conferences_servers"
                            + " | --profile kazoo-5 | conferences_servers.list, which kazoo-5.0 does not serve");
        }

        @Test
        void whoseRefusalIsExpectedIsFine() {
            assertThat(found(expecting(request("GET", A + "/menu"), 404))).isEmpty();
            assertThat(found(expecting(request("PUT", A + "/menus/" + ID), 405)))
                    .isEmpty();
        }

        @Test
        void ofTheCallersOwnAccountIsKnown() {
            assertThat(found(request("GET", "/v2/account/menus"))).isEmpty();
        }

        @Test
        void inASandboxOfTheMockIsKnown() {
            assertThat(found(request("GET", "/sandboxes/mine" + A + "/menus"))).isEmpty();
        }
    }

    @Nested
    class AQuery {
        @Test
        void withAKeyMisspeltIsTold() {
            assertThat(found(asking(A + "/menus", "pagesize=5&filter_name=x&paginate=false")))
                    .containsExactly("unknown query key | query pagesize | page_size" + " | a key without effect");
        }

        @Test
        void withAKeyLikeNoneIsToldWhatIsRead() {
            assertThat(found(asking(A + "/temporal_rules/" + ID, "moonphase=3")))
                    .containsExactly("unknown query key | query moonphase"
                            + " | one that temporal_rules.get reads: timestamp, timezone | a key without effect");
        }

        @Test
        void onAnOperationWithoutKeysIsTold() {
            assertThat(found(asking(A + "/menus/" + ID, "page_size=3&pretty_print=true&_=17")))
                    .containsExactly("unknown query key | query page_size | none: menus.get reads no key of its own"
                            + " | a key without effect");
        }

        @Test
        void withAKeyThatOnlyNewestKazooReadsIsToldOfTheOther() {
            assertThat(pacts.found(ConsumerCheck.of(Profile.KAZOO_5_0, true), asking(A + "/menus", "fields=name")))
                    .containsExactly("query key of another profile | query fields | --profile kazoo-5"
                            + " | a key that kazoo-5.0 does not read");
        }

        @Test
        void isReadAsVersion4WritesIt() {
            assertThat(found(one("'request': {'method': 'GET', 'path': '" + A + "/menus', 'query':"
                            + " {'pagesize': ['5']}}, 'response': {'status': 200}")))
                    .hasSize(1);
        }
    }

    @Nested
    class ABody {
        @Test
        void withoutDataIsRefused() {
            assertThat(found(sending("PUT", A + "/menus", "{'name': 'main'}")))
                    .containsExactly("body refused | request body /data | an object in the envelope | no data");
        }

        @Test
        void whoseDataIsATextIsRefused() {
            assertThat(found(sending("PUT", A + "/menus", "{'data': 'main'}")))
                    .containsExactly("body refused | request body /data | an object | a string");
        }

        @Test
        void thatIsNoEnvelopeIsRefused() {
            assertThat(found(sending("PUT", A + "/menus", "[1]")))
                    .containsExactly("body refused | request body | an envelope: {\"data\": ...} | an array");
        }

        @Test
        void thatBreaksItsSchemaIsRefusedWithPlaceKeywordAndMessage() {
            assertThat(found(sending("PUT", A + "/menus", "{'data': {'name': 'main', 'retries': 'many'}}")))
                    .containsExactly("body refused | request body /data/retries | what schema menus takes"
                            + " | type: Value did not match type(s): integer");
        }

        @Test
        void thatLacksWhatIsRequiredIsRefusedUnlessItIsAPatch() {
            assertThat(found(sending("PUT", A + "/menus", "{'data': {'retries': 3}}")))
                    .containsExactly("body refused | request body /data/name | what schema menus takes"
                            + " | required: Field is required but missing");
            assertThat(found(sending("PATCH", A + "/menus/" + ID, "{'data': {'retries': 3}}")))
                    .isEmpty();
            assertThat(found(sending("PATCH", A + "/menus/" + ID, "{'data': {'retries': 99}}")))
                    .containsExactly("body refused | request body /data/retries | what schema menus takes"
                            + " | maximum: Value must be at most 10");
        }

        @Test
        void whoseRefusalIsExpectedIsFine() {
            assertThat(found(expecting(sending("PUT", A + "/menus", "{'data': {}}"), 400)))
                    .isEmpty();
        }

        @Test
        void ofATypeThatIsNotTakenIsRefused() {
            assertThat(found(one("'request': {'method': 'PUT', 'path': '" + A + "/menus', 'headers':"
                            + " {'Content-Type': 'text/html'}, 'body': '<p>'}, 'response': {'status': 201}")))
                    .containsExactly("content type not accepted | request header content-type | application/json"
                            + " | text/html: 415");
        }

        @Test
        void withPrivateKeysNullsAndIdsIsTaken() {
            assertThat(found(sending(
                            "PUT", A + "/menus", "{'data': {'id': 'x', '_rev': 1, 'pvt_a': 2, 'name': 'main'}}")))
                    .isEmpty();
        }
    }
}
