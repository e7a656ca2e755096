package io.github.kazoomock.server.sandbox;

import io.github.kazoomock.server.world.World;
import java.time.Instant;

/**
 * The state of a sandbox at one instant, under a name; taking one is keeping a reference.
 *
 * @param requests how many requests were numbered before
 * @param taken when, by the sandbox's clock
 */
public record Snapshot(String name, World world, long requests, Instant taken) {}
