package io.github.kazoomock.server.configs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Laws of the sections of a system config, on random ones. */
class SectionsTest {
    private static final String NODE = "app@host.example.com";

    private static void always(BiConsumer<Sections, RandomConfig> law) {
        for (long seed = 0; seed < 4000; seed++) {
            RandomConfig random = new RandomConfig(seed);
            JsonObject stored = JsonObject.of("default", random.object(), NODE, random.object());
            try {
                law.accept(new Sections(random.object(), stored), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void whatHoldsAfterReplacingIsWhatWasSentOverWhatIsBelow() {
        always((before, random) -> {
            JsonObject all = random.object();
            JsonObject node = random.object();
            Sections after = before.replace(JsonObject.of("default", all, NODE, node));
            JsonObject expected = Sections.deep(before.defaults(), all);
            assertThat(after.expanded("default")).isEqualTo(expected);
            assertThat(after.expanded(NODE)).isEqualTo(Sections.deep(expected, node));
        });
    }

    @Test
    void replacingByWhatHoldsChangesNothing() {
        always((before, random) -> {
            Sections once = before.replace(before.expanded());
            assertThat(once.expanded("default")).isEqualTo(before.expanded("default"));
            assertThat(once.expanded(NODE)).isEqualTo(before.expanded(NODE));
            assertThat(once.replace(once.expanded())).isEqualTo(once);
        });
    }

    @Test
    void replacingOneSectionLeavesTheOther() {
        always((before, random) -> {
            JsonObject node = random.object();
            Sections after = before.with(NODE, node);
            assertThat(after.section("default")).isEqualTo(before.section("default"));
            assertThat(after.expanded(NODE)).isEqualTo(Sections.deep(before.expanded("default"), node));
        });
    }

    @Test
    void aPatchThatSaysNothingChangesNothing() {
        always((before, random) -> assertThat(
                        before.replace(before.patched(JsonObject.EMPTY)).expanded(NODE))
                .isEqualTo(before.expanded(NODE)));
    }

    @Test
    void emptyObjectsEraseNothingHereAndNullsDo() {
        JsonObject left = json("{'a':{'x':1,'y':{'z':2}}}");
        assertThat(Sections.deep(left, json("{'a':{'y':{}},'b':{}}")))
                .isEqualTo(json("{'a':{'x':1,'y':{'z':2}},'b':{}}"));
        assertThat(Sections.deep(left, json("{'a':{'y':null},'b':{'c':null}}")))
                .isEqualTo(json("{'a':{'x':1},'b':{}}"));
    }

    @Test
    void whatIsNoObjectIsNoSection() {
        assertThat(new Sections(JsonObject.EMPTY, json("{'default':{'a':1},'name':'x'}")).stored())
                .isEqualTo(json("{'default':{'a':1}}"));
    }

    private static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }
}
