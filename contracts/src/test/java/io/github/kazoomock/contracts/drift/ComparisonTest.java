package io.github.kazoomock.contracts.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.drift.Difference.Kind;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids are written as one letter, which stands for 32 of them. */
class ComparisonTest {
    private final Comparison comparison = new Comparison(Worlds.SAME);

    private static Response reply(int status, String body, String... headers) {
        Map<String, String> all = new TreeMap<>(Map.of("content-type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new Response(status, all, json(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        String quoted = text.replace('\'', '"');
        for (char letter = 'a'; letter <= 'f'; letter++) {
            quoted = quoted.replace("<" + letter + ">", String.valueOf(letter).repeat(32));
        }
        return quoted;
    }

    private String found(String ours, String theirs) {
        return comparison.of(reply(200, ours), reply(200, theirs)).stream()
                .map(Difference::toString)
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'data':{'name':'x'}} | {'data':{}} | missing key /data/name (a string)",
                "{'data':{}} | {'data':{'name':'x'}} | extra key /data/name (a string)",
                "{'data':[{'id':'<a>','features':[]}]} | {'data':[{'id':'<a>'}]} | missing key /data/*/features (an array)",
                "{'data':{'a':1}} | {'data':{'a':'1'}} | wrong type /data/a: a string instead of an integer",
                "{'data':{'a':[]}} | {'data':{'a':{}}} | wrong type /data/a: an object instead of an array",
                "{'data':{'a':'x'}} | {'data':{'a':null}} | wrong type /data/a: a null instead of a string",
                "{'status':'error'} | {'status':'success'} | wrong text /status: \"success\" instead of \"error\"",
                "{'message':'invalid_credentials'} | {'message':'invalid credentials'} | wrong text /message: \"invalid credentials\" instead of \"invalid_credentials\"",
                "{'data':{'name':{'required':{}}}} | {'data':{'name':{'minLength':{}}}} | missing key /data/name/required (an object); extra key /data/name/minLength (an object)",
                "{'data':{'on':true}} | {'data':{'on':false}} | wrong value /data/on: false instead of true",
                "{'data':{'n':1}} | {'data':{'n':2}} | wrong value /data/n: 2 instead of 1",
                "{'data':['a','b']} | {'data':['b','a']} | wrong order /data: the same elements in another order",
                "{'data':[{'id':'<a>'},{'id':'<b>'}]} | {'data':[{'id':'<b>'},{'id':'<a>'}]} | wrong order /data: the same elements in another order",
                "{'data':['a','b']} | {'data':['a']} | missing element /data/*: 1 element instead of 2 elements",
                "{'data':['a']} | {'data':['a','b']} | extra element /data/*: 2 elements instead of 1 element",
                "{'data':{'created':63946146030}} | {'data':{'created':1778926830}} | wrong value /data/created: Unix seconds instead of Gregorian seconds",
                "{'data':{'id':'<a>'}} | {'data':{'id':'mine'}} | wrong text /data/id: \"mine\" instead of an id",
            })
    void eachKindHasAName(String ours, String theirs, String named) {
        assertThat(found(ours, theirs)).isEqualTo(named);
        assertThat(new Comparison(Worlds.SAME).of(reply(200, theirs), reply(200, theirs)))
                .as("the same reply twice")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'request_id':'<a>','timestamp':'2026-05-16T10:20:30Z','node':'x'} | {'request_id':'<b>','timestamp':'2027-01-01T00:00:00Z','node':'y'}",
                "{'data':{'created':63946146030,'exp':1778926830}} | {'data':{'created':63946150000,'exp':1778930000}}",
                "{'revision':'1-<a>','version':'5.0.0'} | {'revision':'7-<b>','version':'5.4.1'}",
                "{'data':{'id':'<a>','self':'/x/<a>'}} | {'data':{'id':'<b>','self':'/x/<b>'}}",
                "{'data':[{'id':'<a>','n':1},{'id':'<b>','n':2}]} | {'data':[{'id':'<c>','n':1},{'id':'<d>','n':2}]}",
                "{'data':{'<a>':{'x':1}}} | {'data':{'<b>':{'x':1}}}",
                "{'data':{'2026-05-16':{'x':1}}} | {'data':{'2027-01-01':{'x':1}}}",
                "{'data':{'sip':{'username':'user_ab12','password':'k3j4'}}} | {'data':{'sip':{'username':'user_zz99','password':'q8w7'}}}",
                "{'data':{'duration_ms':12}} | {'data':{'duration_ms':7000}}",
                "{'data':{'rate':5}} | {'data':{'rate':5.0}}",
                "{'data':{'a':1,'b':2}} | {'data':{'b':2,'a':1}}",
            })
    void idsTimesAndWhatServersMakeUpAreNoDifference(String ours, String theirs) {
        assertThat(found(ours, theirs)).isEmpty();
        assertThat(new Comparison(Worlds.SAME).of(reply(200, theirs), reply(200, ours)))
                .isEmpty();
    }

    @Nested
    class Status_and_headers {
        private List<String> names(Response ours, Response theirs) {
            return comparison.of(ours, theirs).stream().map(Difference::name).toList();
        }

        @Test
        void anotherStatusSaysItAll() {
            assertThat(names(reply(200, "{'data':{}}"), reply(404, "{'error':'404'}")))
                    .containsExactly("status 404 instead of 200");
        }

        @Test
        void contentTypesAndHeadersThatClientsReadCount() {
            assertThat(names(reply(200, "{}", "etag", "W/\"a\""), reply(200, "{}", "content-type", "text/html")))
                    .containsExactly("wrong content type", "missing header etag");
            assertThat(names(reply(200, "{}", "etag", "W/\"a\""), reply(200, "{}", "etag", "\"b\"")))
                    .containsExactly("wrong header etag");
            assertThat(names(reply(200, "{}"), reply(200, "{}", "location", "/v2/x")))
                    .containsExactly("extra header location");
            assertThat(names(reply(200, "{}", "server", "Cowboy"), reply(200, "{}", "server", "nginx")))
                    .isEmpty();
        }

        @Test
        void whereAnApiIsMountedIsNoDifference() {
            assertThat(names(
                            reply(201, "{}", "location", "/sandboxes/one/v2/devices/" + "a".repeat(32)),
                            reply(
                                    201,
                                    "{}",
                                    "location",
                                    "https://kazoo.example.com:8443/v2/devices/" + "b".repeat(32))))
                    .isEmpty();
        }

        @Test
        void aBodyMayBeMissingOrNoJson() {
            assertThat(names(reply(200, "{}"), reply(200, ""))).containsExactly("missing body");
            assertThat(names(reply(200, ""), reply(200, "{}"))).containsExactly("extra body");
            assertThat(names(reply(200, "a,b"), reply(200, "a;b"))).containsExactly("wrong body");
            assertThat(names(reply(200, "id <a>"), reply(200, "id <b>"))).isEmpty();
        }
    }

    @Nested
    class In_a_session {
        @Test
        void anIdInTheWrongPlaceIsADifference() {
            assertThat(found("{'data':{'id':'<a>'}}", "{'data':{'id':'<c>'}}")).isEmpty();
            assertThat(found("{'data':{'id':'<b>'}}", "{'data':{'id':'<d>'}}")).isEmpty();
            assertThat(found("{'data':{'owner_id':'<a>'}}", "{'data':{'owner_id':'<d>'}}"))
                    .startsWith("wrong reference /data/owner_id");
            assertThat(found("{'data':{'owner_id':'<e>'}}", "{'data':{'owner_id':'<c>'}}"))
                    .startsWith("wrong reference /data/owner_id");
        }

        @Test
        void listsOfKnownThingsAreComparedThingByThing() {
            found("{'data':{'id':'<a>'}}", "{'data':{'id':'<c>'}}");
            found("{'data':{'id':'<b>'}}", "{'data':{'id':'<d>'}}");
            assertThat(found(
                            "{'data':[{'id':'<a>','n':1},{'id':'<b>','n':2}]}",
                            "{'data':[{'id':'<d>','n':2},{'id':'<c>','n':1}]}"))
                    .isEqualTo("wrong order /data: the same elements in another order");
            assertThat(found("{'data':[{'id':'<a>'}]}", "{'data':[{'id':'<d>'}]}"))
                    .isEqualTo("missing element /data/*: 1 element instead of 1 element;"
                            + " extra element /data/*: 1 element instead of 1 element");
        }

        @Test
        void whatTheClientSentCountsByItsValue() {
            String ours = "{'data':{'realm':'one.example.com'}}";
            String theirs = "{'data':{'realm':'two.example.com'}}";
            assertThat(found(ours, theirs)).as("made up by the server").isEmpty();
            Json sent = Json.parse(json("{'data':{'realm':'one.example.com','id':'<f>'}}"));
            comparison.sent(sent, sent);
            assertThat(found(ours, theirs)).startsWith("wrong text /data/realm");
            assertThat(found("{'data':{'id':'<a>'}}", "{'data':{'id':'<f>'}}")).startsWith("wrong reference /data/id");
        }

        @Test
        void namesOfTheSameAccountAreTheSame() {
            comparison.same("Ours", "Theirs");
            comparison.same("a".repeat(32), "b".repeat(32));
            assertThat(found("{'data':{'n':'Ours','i':'<a>'}}", "{'data':{'n':'Theirs','i':'<b>'}}"))
                    .isEmpty();
            assertThat(found("{'data':{'i':'<a>'}}", "{'data':{'i':'<a>'}}")).startsWith("wrong reference");
        }
    }

    @Test
    void ofAnotherWorldOnlyTypesAndTheTextsOfKazooCount() {
        Comparison other = new Comparison(Worlds.OTHER);
        assertThat(other.of(
                        reply(200, "{'data':[{'name':'a','n':1},{'name':'b','n':2}],'status':'success'}"),
                        reply(200, "{'data':[{'name':'z','n':9}],'status':'success'}")))
                .isEmpty();
        assertThat(other.of(
                        reply(400, "{'message':'validation error','data':{'x':'a'}}"),
                        reply(400, "{'message':'invalid data','data':{'x':1}}")))
                .extracting(Difference::kind)
                .containsExactly(Kind.WRONG_TEXT, Kind.WRONG_TYPE);
    }
}
