package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import org.jspecify.annotations.Nullable;

/** System settings: the {@code default} section of {@code system_config} documents (core sheet 12). */
public record Settings(World world) {
    /** The type of the documents that hold them. */
    public static final String TYPE = "system_config";

    /** A setting; null when nothing was set. */
    public @Nullable Json get(String category, String... key) {
        Document document = world.system(TYPE, category);
        if (document == null) {
            return null;
        }
        JsonObject section = document.open().object("default");
        return section.at(key);
    }

    public String text(String fallback, String category, String... key) {
        return get(category, key) instanceof JsonText text ? text.value() : fallback;
    }

    /** An integer setting. */
    public long integer(long fallback, String category, String... key) {
        return get(category, key) instanceof JsonNumber number ? number.value().longValue() : fallback;
    }

    /** A switch that is on unless it was set to false. */
    public boolean isOn(String category, String... key) {
        return get(category, key) != JsonLiteral.FALSE;
    }

    /** A switch that is off unless it was set to true. */
    public boolean isSet(String category, String... key) {
        return get(category, key) == JsonLiteral.TRUE;
    }
}
