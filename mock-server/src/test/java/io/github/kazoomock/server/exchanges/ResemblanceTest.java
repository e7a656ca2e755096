package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResemblanceTest {
    private static final String SAMPLE = "{'data':[{'id':'a','tree':['x']}],'revision':'1','status':'success'}";

    @Test
    void aReplyLikeTheSampleHasNoDifference() {
        assertThat(differences(SAMPLE, "{'data':[{'id':'a','tree':[],'flags':[]}],'revision':'2','status':'success'}"))
                .isEmpty();
    }

    @Test
    void missingKeysOtherTypesOtherValuesAndNewKeysAreDifferences() {
        assertThat(differences(SAMPLE, "{'data':[{'id':'b','tree':{},'age':1}],'revision':1}"))
                .containsExactly(
                        "/data/*/id is \"b\" instead of \"a\"",
                        "/data/*/tree is of type object instead of array",
                        "/data/*/age is not in the sample",
                        "/revision is of type integer instead of string",
                        "/status is missing");
    }

    @Test
    void arraysOfAnotherLengthDiffer() {
        assertThat(differences(SAMPLE, "{'data':[],'revision':'2','status':'success'}"))
                .containsExactly("/data has 0 elements instead of 1");
    }

    @Test
    void theServerChoosesRealmsOnlyOfCreatedAccounts() {
        JsonObject sample = object("{'data':{'realm':'a'}}");
        JsonObject reply = object("{'data':{'realm':'b'}}");
        assertThat(Resemblance.inValues(sample, reply, true)).isEmpty();
        assertThat(Resemblance.inValues(sample, reply, false)).hasSize(1);
    }

    @Test
    void aShapeIsKeysAndTypesOfWhatTheSampleHas() {
        assertThat(shapes(
                        "{'data':[{'a/b':1,'c':null}]}", "{'data':[{'a/b':2.5,'c':'x','d':1},{}],'status':'success'}"))
                .isEmpty();
        assertThat(shapes("{'data':[{'a/b':1},{'c':{}},{'c':{}}]}", "{'data':[{'a/b':'2'},{'a/b':0}]}"))
                .containsExactly("/data/*/a~1b is of type string instead of integer", "/data/*/c is missing");
        assertThat(shapes("{'data':[1]}", "{'data':[]}")).containsExactly("/data has 0 elements instead of 1");
    }

    @Test
    void aRefusalInsteadOfASuccessIsOneDifference() {
        assertThat(shapes("{'data':{'a':1},'status':'success'}", "{'status':'error','message':'forbidden'}"))
                .containsExactly("/status is error: \"forbidden\"");
    }

    private static List<String> differences(String sample, String reply) {
        return texts(Resemblance.inValues(object(sample), object(reply), false));
    }

    private static List<String> shapes(String sample, String reply) {
        return texts(Resemblance.inShape(object(sample), object(reply)));
    }

    private static List<String> texts(List<Resemblance.Difference> differences) {
        return differences.stream().map(Resemblance.Difference::toString).toList();
    }

    private static JsonObject object(String json) {
        return (JsonObject) Json.parse(json.replace('\'', '"'));
    }
}
