package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.TestClient.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of the families of KAZOO's JavaScript SDK that everyday telephony needs, called as the SDK calls it. The
 * files in {@code sdk/} say with what, and what comes back.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    private final Scene scene = new Scene();
    private final SchemaRegistry schemas = SchemaRegistry.bundled();
    private final Map<String, String> made = new HashMap<>();

    @AfterAll
    void stop() {
        scene.close();
    }

    @BeforeEach
    void everyFamilyHasTheWorldToItself() {
        scene.reset();
        made.clear();
        made.put("accountId", "{ACCOUNT_ID}");
    }

    static List<SdkFamily> families() {
        return SdkFamily.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyMethodDoesWhatTheSdkExpects(SdkFamily family) {
        for (SdkFamily.Method method : family.methods()) {
            check(family + "." + method.name(), method);
        }
    }

    @Test
    void ourFilesNameEveryMethodOfTheirFamilies() {
        TreeSet<String> ours = new TreeSet<>();
        TreeSet<String> names = new TreeSet<>();
        for (SdkFamily family : families()) {
            names.add(family.name());
            family.methods()
                    .forEach(method -> ours.add(line(family.name(), method.name(), method.verb(), method.url())));
        }
        TreeSet<String> theirs = new TreeSet<>();
        for (Json method : (JsonArray) Samples.oracle("js-sdk-methods.json")) {
            JsonObject row = (JsonObject) method;
            if (names.contains(row.textOr("family", ""))) {
                theirs.add(line(
                        row.textOr("family", ""),
                        row.textOr("method", ""),
                        row.textOr("verb", ""),
                        row.textOr("url", "")));
            }
        }
        assertThat(ours).isEqualTo(theirs);
    }

    private static String line(String family, String method, String verb, String url) {
        return family + "." + method + ": " + verb + " " + url;
    }

    private void check(String name, SdkFamily.Method method) {
        JsonObject call = method.call();
        Map<String, String> known = new HashMap<>(made);
        call.object("with").forEach((argument, value) -> known.put(argument, filled(text(value), made)));
        call.array("before").texts().forEach(thing -> scene.filled("{" + thing + "}"));
        String body = method.body();
        Response response = scene.ask(
                method.caller(),
                method.verb(),
                filled(method.freshUrl(), known),
                call.textOr("type", "application/json"),
                body == null ? null : filled(body, known));
        assertThat(response.status()).as("%s: %s", name, response.text()).isEqualTo((int) call.integer(0, "status"));
        if (call.has("text")) {
            assertThat(response.text()).as(name).isEqualTo(call.text("text"));
        } else {
            checkReply(name, call, response.body(), known);
            call.object("makes").forEach((argument, place) -> made.put(argument, at(response.body(), text(place))));
        }
    }

    private void checkReply(String name, JsonObject call, JsonObject reply, Map<String, String> known) {
        String text = filled(call.object("has").toString(), known);
        JsonObject has = (JsonObject) Json.parse(scene.filled(text));
        assertThat(reply.merge(has)).as("%s has %s", name, has).isEqualTo(reply);
        if (call.has("schema")) {
            assertThat(schemas.validate(call.textOr("schema", ""), reply.object("data"))
                            .violations())
                    .as("%s: %s", name, reply)
                    .isEmpty();
        }
        if (call.has("lists")) {
            assertThat(reply.array("data").values().stream().map(row -> ((JsonObject) row).textOr("id", "")))
                    .as(name)
                    .contains(filled(call.textOr("lists", ""), known));
        }
    }

    private String filled(String text, Map<String, String> known) {
        return ARGUMENT.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(known.getOrDefault(match.group(1), match.group())));
    }

    private static String text(Json value) {
        return Objects.requireNonNull(value.text(), value::toString);
    }

    /** {@code data/0/id}. */
    private static String at(Json reply, String place) {
        Json value = reply;
        for (String step : place.split("/")) {
            value = value instanceof JsonArray array
                    ? array.get(Integer.parseInt(step))
                    : Objects.requireNonNull(((JsonObject) value).get(step), () -> place + " in " + reply);
        }
        return text(value);
    }
}
