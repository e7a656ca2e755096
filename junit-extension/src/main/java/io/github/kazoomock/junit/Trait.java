package io.github.kazoomock.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that is said of a document of a {@link World}; made by {@code World.admin()} and its neighbours. */
@FunctionalInterface
public interface Trait {
    /** Says it of a document, which may be changed. */
    void apply(Map<String, @Nullable Object> document);

    /** A value at a path of keys with dots between them, {@code sip.username}; maps on the way are made. */
    static Trait at(String path, @Nullable Object value) {
        return document -> {
            Map<String, @Nullable Object> here = document;
            String[] steps = path.split("\\.");
            for (int i = 0; i < steps.length - 1; i++) {
                Map<String, @Nullable Object> inner = new LinkedHashMap<>(Json.map(here.get(steps[i])));
                here.put(steps[i], inner);
                here = inner;
            }
            here.put(steps[steps.length - 1], value);
        };
    }
}
