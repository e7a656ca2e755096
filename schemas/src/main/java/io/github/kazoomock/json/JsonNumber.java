package io.github.kazoomock.json;

import java.math.BigInteger;

/** A JSON number: {@link Long} or {@link BigInteger} when written without fraction and exponent, else {@link Double}. */
public record JsonNumber(Number value) implements Json {

    public static JsonNumber of(long value) {
        return new JsonNumber(value);
    }

    public static JsonNumber of(double value) {
        return new JsonNumber(value);
    }

    /** The smallest representation of an integer. */
    public static JsonNumber of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? new JsonNumber(value.longValue()) : new JsonNumber(value);
    }

    public boolean isInteger() {
        return !(value instanceof Double);
    }

    @Override
    public String type() {
        return isInteger() ? "integer" : "number";
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
