package io.github.kazoomock.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    private static JsonObject object(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    @Test
    void keysKeepTheOrderInWhichTheyWereWritten() {
        assertThat(object("{'z':1,'a':2,'m':3}").keys()).containsExactly("z", "a", "m");
    }

    @Test
    void objectsAreEqualWhateverTheOrderOfTheirKeys() {
        assertThat(object("{'a':1,'b':{'c':2}}"))
                .isEqualTo(object("{'b':{'c':2},'a':1}"))
                .hasSameHashCodeAs(object("{'b':{'c':2},'a':1}"))
                .isNotEqualTo(object("{'a':1,'b':{'c':2.0}}"));
    }

    @Test
    void aLargeObjectFindsEveryKey() {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = 0; i < 1000; i++) {
            builder.put("k" + i, i);
        }
        JsonObject large = builder.build();
        assertThat(large.integer(-1, "k999")).isEqualTo(999);
        assertThat(large.has("k1000")).isFalse();
        assertThat(large.without("k500").with(Json.of(7), "k1").integer(-1, "k1"))
                .isEqualTo(7);
    }

    @Test
    void changesMakeAnotherObject() {
        JsonObject before = object("{'a':{'b':1}}");
        assertThat(before.with(Json.of(2), "a", "c")).isEqualTo(object("{'a':{'b':1,'c':2}}"));
        assertThat(before.with(Json.of(2), "x", "y")).isEqualTo(object("{'a':{'b':1},'x':{'y':2}}"));
        assertThat(before.without("a", "b")).isEqualTo(object("{'a':{}}"));
        assertThat(before.without("nothing", "here")).isSameAs(before);
        assertThat(before).isEqualTo(object("{'a':{'b':1}}"));
    }

    @Nested
    class Merging {
        @Test
        void mergesObjectsAndReplacesEverythingElse() {
            assertThat(object("{'a':{'x':1,'y':[1,2]},'b':1}").merge(object("{'a':{'y':[3]},'b':{'c':1}}")))
                    .isEqualTo(object("{'a':{'x':1,'y':[3]},'b':{'c':1}}"));
        }

        @Test
        void nullRemovesAtAnyDepthAndNullsVanish() {
            assertThat(object("{'a':{'x':1,'y':2},'n':null}").merge(object("{'a':{'x':null},'m':null}")))
                    .isEqualTo(object("{'a':{'y':2}}"));
        }

        @Test
        void anEmptyObjectClearsAnObject() {
            assertThat(object("{'a':{'x':1}}").merge(object("{'a':{}}"))).isEqualTo(object("{'a':{}}"));
        }
    }

    @Nested
    class Differences {
        @Test
        void differPerLeafAndArraysAreWhole() {
            JsonObject parent = object("{'a':{'x':1,'y':2},'l':[1,2],'s':'t'}");
            assertThat(object("{'a':{'x':1,'y':3},'l':[1],'s':'t','n':null}").difference(parent))
                    .isEqualTo(object("{'a':{'y':3},'l':[1]}"));
        }

        @Test
        void anObjectOfNullsIsNoDifferenceAndAnEmptyObjectIs() {
            assertThat(object("{'a':{'x':null},'b':{'c':{'x':null},'d':1},'e':{}}")
                            .difference(object("{'e':{'x':1}}")))
                    .isEqualTo(object("{'b':{'d':1},'e':{}}"));
        }

        @Test
        void ofAnObjectToItselfIsEmpty() {
            for (long seed = 0; seed < 2000; seed++) {
                JsonObject any = new RandomJson(seed).object(4);
                assertThat(any.difference(any)).as("seed %d", seed).isEqualTo(JsonObject.EMPTY);
            }
        }

        @Test
        void mergedOntoTheParentGiveWhatTheObjectItselfGives() {
            for (long seed = 0; seed < 5000; seed++) {
                RandomJson random = new RandomJson(seed);
                JsonObject parent = JsonObject.EMPTY.merge(random.object(4));
                JsonObject document = JsonObject.EMPTY.merge(random.object(4));
                assertThat(parent.merge(document.difference(parent)))
                        .as("seed %d: %s onto %s", seed, document, parent)
                        .isEqualTo(parent.merge(document));
            }
        }
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        for (long seed = 0; seed < 2000; seed++) {
            JsonObject any = new RandomJson(seed).object(4);
            assertThat(List.of(Json.parse(any.utf8()), Json.parse(any.pretty())))
                    .as("seed %d", seed)
                    .containsExactly(any, any);
        }
    }
}
