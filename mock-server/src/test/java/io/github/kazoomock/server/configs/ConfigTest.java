package io.github.kazoomock.server.configs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Laws of layers, merge and difference, on random configs. */
class ConfigTest {
    private static final int ROUNDS = 4000;

    private static void always(BiConsumer<Config, RandomConfig> law) {
        for (long seed = 0; seed < ROUNDS; seed++) {
            RandomConfig random = new RandomConfig(seed);
            try {
                law.accept(random.config(), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    @Nested
    class Replacing {
        @Test
        void makesHoldWhatWasSentOverWhatIsInherited() {
            always((config, random) -> {
                JsonObject sent = random.object();
                JsonObject inherited = JsonObject.EMPTY
                        .merge(config.layer(Layer.SCHEMA))
                        .merge(config.layer(Layer.SYSTEM))
                        .merge(config.layer(Layer.RESELLER));
                assertThat(after(config, config.replace(sent)).effective())
                        .isEqualTo(config.shown().of(inherited.merge(sent)));
            });
        }

        @Test
        void byWhatIsInheritedStoresNothing() {
            always((config, random) ->
                    assertThat(config.replace(config.parent()).stored()).isEqualTo(JsonObject.EMPTY));
        }

        @Test
        void storesNoLeafThatIsInheritedAsItIsAndNoNull() {
            always((config, random) -> {
                JsonObject parent = config.parent();
                Leaves.of(config.replace(random.sent()).stored())
                        .forEach((path, value) -> assertThat(value)
                                .isNotEqualTo(JsonLiteral.NULL)
                                .isNotEqualTo(parent.at(path.toArray(new String[0]))));
            });
        }

        @Test
        void doesNotDependOnWhatWasStoredBefore() {
            always((config, random) -> {
                JsonObject sent = random.sent();
                assertThat(config.with(random.object()).replace(sent)).isEqualTo(config.replace(sent));
            });
        }
    }

    @Nested
    class Patching {
        @Test
        void withNothingChangesNothing() {
            always((config, random) -> assertThat(
                            after(config, config.patch(JsonObject.EMPTY)).effective())
                    .isEqualTo(config.effective()));
        }

        @Test
        void twiceIsPatchingOnce() {
            always((config, random) -> {
                JsonObject sent = random.sent();
                Config once = after(config, config.patch(sent));
                assertThat(after(once, once.patch(sent)).effective()).isEqualTo(once.effective());
            });
        }

        @Test
        void keepsEveryOtherKey() {
            always((config, random) -> {
                JsonObject sent = random.sent();
                JsonObject before = config.effective();
                JsonObject after = after(config, config.patch(sent)).effective();
                assertThat(after.filterKeys(key -> !sent.has(key))).isEqualTo(before.filterKeys(key -> !sent.has(key)));
            });
        }

        @Test
        void withANestedNullGivesUpThatAloneAndHidesNothing() {
            JsonObject sent = json("{'a':{'b':null}}");
            always((config, random) -> {
                JsonObject parent = config.parent();
                Map<List<String>, Json> expected = new HashMap<>(Leaves.of(config.stored()));
                expected.keySet()
                        .removeIf(path -> path.size() > 1 && path.subList(0, 2).equals(List.of("a", "b")));
                expected.entrySet()
                        .removeIf(leaf ->
                                leaf.getValue().equals(parent.at(leaf.getKey().toArray(new String[0]))));
                assertThat(Leaves.of(config.patch(sent).stored())).isEqualTo(expected);
            });
        }

        @Test
        void withNullGivesAKeyBackToWhatIsInherited() {
            always((config, random) -> {
                Config after = after(config, config.patch(JsonObject.of("a", JsonLiteral.NULL)));
                assertThat(after.stored().has("a")).isFalse();
                assertThat(after.effective().get("a")).isEqualTo(config.parent().get("a"));
            });
        }
    }

    private static Config after(Config config, Config.Change change) {
        return config.with(change.stored());
    }

    @Test
    void whatIsShownIsShownWhole() {
        always((config, random) -> {
            JsonObject shown = config.effective();
            assertThat(config.shown().of(shown)).isEqualTo(shown);
        });
    }

    @Test
    void everythingThatIsShownIsExplainedByALayerThatSaysSo() {
        always((config, random) -> {
            JsonObject explained = JsonObject.EMPTY;
            for (Explanation why : config.explain()) {
                String[] path = why.path().toArray(new String[0]);
                assertThat(why.layers().get(why.from())).isEqualTo(why.value());
                assertThat(config.layer(why.from()).at(path)).isEqualTo(why.value());
                explained = why.shown() ? explained.with(why.value(), path) : explained;
            }
            assertThat(explained).isEqualTo(config.effective());
        });
    }

    @Test
    void mergingFoldsFromTheLeft() {
        Map<Layer, JsonObject> layers = Map.of(
                Layer.SYSTEM,
                json("{'a':{'x':1}}"),
                Layer.RESELLER,
                json("{'a':{}}"),
                Layer.ACCOUNT,
                json("{'a':{'y':2}}"));
        Config config = new Config(Shown.by(json("{'properties':{'a':{'properties':{'x':{},'y':{}}}}}")), layers);
        assertThat(config.effective()).isEqualTo(json("{'a':{'y':2}}"));
    }

    @Test
    void aSchemaShowsItsLeavesAlone() {
        Shown shown = Shown.by(json("{'properties':{'free':{'type':'object'},'text':{},"
                + "'keys':{'properties':{'page':{},'default':{}}}}}"));
        assertThat(shown.of(json("{'free':{},'text':1,'keys':{'page':[1],'default':[2]},'other':1}")))
                .isEqualTo(json("{'free':{},'text':1,'keys':{'page':[1]}}"));
        assertThat(shown.of(json("{'free':{'x':1},'text':{'y':1},'keys':{}}"))).isEqualTo(json("{'keys':{}}"));
        assertThat(Shown.by(null).of(json("{'a':1}"))).isEqualTo(JsonObject.EMPTY);
        assertThat(Leaves.of(json("{'a':{'b':[1],'c':{}}}")).keySet())
                .containsExactly(List.of("a", "b"), List.of("a", "c"));
    }
}
