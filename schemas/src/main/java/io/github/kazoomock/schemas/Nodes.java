package io.github.kazoomock.schemas;

import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /** The other way round, for what is reported of a schema. */
    static Json json(JsonNode node) {
        if (node.isObject()) {
            JsonObject.Builder object = JsonObject.builder();
            node.properties().forEach(entry -> object.put(entry.getKey(), json(entry.getValue())));
            return object.build();
        } else if (node.isArray()) {
            return new JsonArray(node.values().stream().map(Nodes::json).toList());
        } else if (node.isString()) {
            return Json.of(node.stringValue());
        } else if (node.isIntegralNumber()) {
            return JsonNumber.of(node.bigIntegerValue());
        } else if (node.isNumber()) {
            return Json.of(node.doubleValue());
        }
        return node.isNull() ? JsonLiteral.NULL : Json.of(node.booleanValue());
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

    /** Reads schemas for the library: its own reader would build a whole mapper first, a tenth of a second. */
    static final class Reader implements NodeReader {
        @Override
        public JsonNode readTree(String content, InputFormat format) {
            return of(Json.parse(content));
        }

        @Override
        public JsonNode readTree(InputStream content, InputFormat format) {
            try {
                return of(Json.parse(content.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
