package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.util.regex.Pattern;

/** Values as reports show them: the same in every run. */
final class Shown {
    static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?:[0-9a-f]{32})?(?![0-9a-f])");
    private static final int LONGEST = 80;

    private Shown() {}

    static String value(Json value) {
        if (value instanceof JsonText text) {
            Form form = Form.of(text.value());
            return form == Form.PLAIN ? '"' + shortened(withoutIds(text.value())) + '"' : form.words();
        }
        if (value instanceof JsonNumber number) {
            Form form = Form.of(number);
            return form == Form.PLAIN ? number.toString() : form.words();
        }
        return isPlain(value) ? shortened(value.toString()) : type(value);
    }

    /** {@code an object}. */
    static String type(Json value) {
        String type = value.type();
        return ("aeiou".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
    }

    /** The text with <code>{id}</code> for every id in it. */
    static String withoutIds(String text) {
        return ID.matcher(text).replaceAll("{id}");
    }

    /** A value as it would look in any run and any world. */
    static String withoutChange(Json value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder looks = JsonObject.builder();
            object.forEach(
                    (key, each) -> looks.put(withoutIds(key), Free.is("/" + key) ? each.type() : withoutChange(each)));
            return looks.build().toString();
        }
        if (value instanceof JsonArray array) {
            return array.values().stream().map(Shown::withoutChange).toList().toString();
        }
        return value(value);
    }

    private static boolean isPlain(Json value) {
        return !(value instanceof JsonObject object && !object.isEmpty())
                && !(value instanceof JsonArray array && array.size() > 0);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    }
}
