package io.github.kazoomock.server.configs;

import io.github.kazoomock.json.Json;
import java.util.List;
import java.util.Map;

/**
 * Why one setting of an account is what it is.
 *
 * @param path the keys that lead to it
 * @param value what holds
 * @param from the layer that it comes from
 * @param layers what each layer says of it; absent where it says nothing
 * @param shown whether the API shows it
 */
public record Explanation(List<String> path, Json value, Layer from, Map<Layer, Json> layers, boolean shown) {
    public Explanation {
        path = List.copyOf(path);
        layers = Map.copyOf(layers);
    }
}
