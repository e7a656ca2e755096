package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One config of one account, layer by layer (configs sheet 2 to 4).
 *
 * @param layers what each layer has; a layer that has nothing may be absent
 */
public record Config(Shown shown, Map<Layer, JsonObject> layers) {
    private static final Set<Layer> ABOVE = EnumSet.complementOf(EnumSet.of(Layer.ACCOUNT));

    public Config {
        layers = Map.copyOf(layers);
    }

    /**
     * What a write comes to.
     *
     * @param whole what must keep to the schema
     * @param stored the difference that the account keeps from now on; nothing when it is empty
     */
    public record Change(JsonObject whole, JsonObject stored) {}

    /** What the account has of its own. */
    public JsonObject stored() {
        return layer(Layer.ACCOUNT);
    }

    /** What holds for the account, as it sees it. */
    public JsonObject effective() {
        return shown.of(merged(EnumSet.allOf(Layer.class)));
    }

    /** What would hold if the account had nothing of its own, as it sees it. */
    public JsonObject parent() {
        return shown.of(merged(ABOVE));
    }

    /** The same with other settings of the account's own. */
    public Config with(JsonObject stored) {
        Map<Layer, JsonObject> changed = new EnumMap<>(layers);
        changed.put(Layer.ACCOUNT, stored);
        return new Config(shown, changed);
    }

    /** Own settings become what was sent; what was not sent is inherited again (decision G2). */
    public Change replace(JsonObject sent) {
        JsonObject parent = parent();
        return new Change(parent.merge(sent), sent.difference(parent));
    }

    /** Own settings stay but for what was sent; {@code null} gives one up (decision G3). */
    public Change patch(JsonObject sent) {
        JsonObject kept = stored();
        for (var leaf : Leaves.of(sent).entrySet()) {
            kept = leaf.getValue() == JsonLiteral.NULL ? without(kept, leaf.getKey()) : kept;
        }
        return replace(kept.merge(sent.difference(JsonObject.EMPTY)));
    }

    /** Also without the objects that held nothing else: an empty object would hide what is inherited there. */
    private static JsonObject without(JsonObject object, List<String> path) {
        String[] keys = path.toArray(new String[0]);
        if (object.at(keys) == null) {
            return object;
        }
        List<String> above = path.subList(0, path.size() - 1);
        boolean alone =
                !above.isEmpty() && object.object(above.toArray(new String[0])).size() == 1;
        return alone ? without(object, above) : object.without(keys);
    }

    /** As KAZOO does it: own settings become what differs from what holds, so earlier ones are lost (decision G3). */
    public Change patchForgetting(JsonObject sent) {
        JsonObject effective = effective();
        return new Change(effective.merge(sent), sent.difference(effective));
    }

    /** Every setting of any layer that counts, and why it is what it is. */
    public List<Explanation> explain() {
        List<Explanation> explanations = new ArrayList<>();
        Leaves.of(merged(EnumSet.allOf(Layer.class))).forEach((path, value) -> {
            String[] keys = path.toArray(new String[0]);
            Map<Layer, Json> values = new EnumMap<>(Layer.class);
            Layer from = Layer.SCHEMA;
            for (Layer layer : Layer.values()) {
                Json own = layer(layer).at(keys);
                if (own != null) {
                    values.put(layer, own);
                    from = layer;
                }
            }
            explanations.add(new Explanation(path, value, from, values, shown.shows(path)));
        });
        return explanations;
    }

    JsonObject layer(Layer layer) {
        return layers.getOrDefault(layer, JsonObject.EMPTY);
    }

    /** From left to right: merging is not associative where empty objects meet. */
    private JsonObject merged(Set<Layer> some) {
        JsonObject merged = JsonObject.EMPTY;
        for (Layer layer : some) {
            merged = merged.merge(layer(layer));
        }
        return merged;
    }
}
