package io.github.kazoomock.json;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Text to {@link Json}, on Jackson's streaming parser. */
final class JsonReader {
    /** Deeper nesting than any document needs; a parser without a limit would run out of stack. */
    private static final int DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonReader() {}

    static Json read(byte[] utf8) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonSyntaxException(JsonSyntaxException.Kind.MALFORMED, "not UTF-8", 1, 1);
        }
        return read(text);
    }

    static Json read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw malformed("more text after the value", parser.currentTokenLocation());
            }
            return value;
        } catch (StreamReadException e) {
            boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate Object property");
            JsonSyntaxException.Kind kind =
                    duplicate ? JsonSyntaxException.Kind.DUPLICATE_KEY : JsonSyntaxException.Kind.MALFORMED;
            TokenStreamLocation at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
            throw new JsonSyntaxException(
                    kind,
                    String.valueOf(e.getOriginalMessage()),
                    Math.max(1, at.getLineNr()),
                    Math.max(1, at.getColumnNr()));
        } catch (JacksonException e) {
            throw malformed(String.valueOf(e.getOriginalMessage()), TokenStreamLocation.NA);
        }
    }

    private static Json value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed("no value", parser.currentLocation());
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonText(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> JsonLiteral.TRUE;
            case VALUE_FALSE -> JsonLiteral.FALSE;
            case VALUE_NULL -> JsonLiteral.NULL;
            default -> throw malformed("no value", parser.currentTokenLocation());
        };
    }

    private static JsonObject object(JsonParser parser) {
        JsonObject.Builder builder = JsonObject.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            builder.put(key, value(parser));
        }
        return builder.build();
    }

    private static JsonArray array(JsonParser parser) {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new JsonArray(values);
    }

    private static Json integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> new JsonNumber(parser.getLongValue());
            default -> JsonNumber.of(new BigInteger(parser.getString()));
        };
    }

    private static Json decimal(JsonParser parser) {
        double value = Double.parseDouble(parser.getString());
        if (Double.isInfinite(value)) {
            throw malformed("number out of range", parser.currentTokenLocation());
        }
        return new JsonNumber(value);
    }

    private static JsonSyntaxException malformed(String why, TokenStreamLocation at) {
        return new JsonSyntaxException(
                JsonSyntaxException.Kind.MALFORMED, why, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
