package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@link Json} as the tree the validator library reads; no such node leaves this package. */
final class Nodes {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Nodes() {}

    static JsonNode of(Json value) {
        if (value instanceof JsonObject object) {
            ObjectNode node = MAKE.objectNode();
            object.forEach((key, child) -> node.set(key, of(child)));
            return node;
        } else if (value instanceof JsonArray array) {
            ArrayNode node = MAKE.arrayNode(array.size());
            array.forEach(child -> node.add(of(child)));
            return node;
        } else if (value instanceof JsonText text) {
            return MAKE.stringNode(text.value());
        } else if (value instanceof JsonNumber number) {
            return number(number.value());
        }
        return value == JsonLiteral.NULL ? MAKE.nullNode() : MAKE.booleanNode(value == JsonLiteral.TRUE);
    }

    /** The same node classes as a parser makes: the library compares nodes of different classes as different. */
    private static JsonNode number(Number value) {
        if (value instanceof Long number) {
            return number == number.intValue() ? MAKE.numberNode(number.intValue()) : MAKE.numberNode((long) number);
        }
        return value instanceof BigInteger number
                ? (JsonNode) MAKE.numberNode(number)
                : MAKE.numberNode(value.doubleValue());
    }
}
