package io.github.kazoomock.json;

/** A JSON string. */
public record JsonText(String value) implements Json {
    @Override
    public String type() {
        return "string";
    }

    @Override
    public String toString() {
        return JsonWriter.string(this);
    }
}
