package io.github.kazoomock.json;

/** {@code true}, {@code false} or {@code null}. */
public enum JsonLiteral implements Json {
    TRUE("true", "boolean"),
    FALSE("false", "boolean"),
    NULL("null", "null");

    private final String word;
    private final String type;

    JsonLiteral(String word, String type) {
        this.word = word;
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String toString() {
        return word;
    }
}
