package io.github.kazoomock.server.faults;

/**
 * What a rule does to the requests it hits.
 *
 * @param bytesPerSecond how fast the body trickles; 0 for at once
 */
public record Fault(Instead instead, Delay delay, Damage damage, int bytesPerSecond) {}
