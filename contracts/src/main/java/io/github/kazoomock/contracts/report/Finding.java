package io.github.kazoomock.contracts.report;

/**
 * One thing that is not as it should be.
 *
 * @param kind in a word or two: {@code missing field}, {@code wrong status}, {@code wrong type}
 * @param where a place in words or as a pointer: {@code response body /data/name}
 * @param expected in words; empty where it makes no sense
 * @param actual in words; empty where it makes no sense
 */
public record Finding(String kind, String where, String expected, String actual) {}
