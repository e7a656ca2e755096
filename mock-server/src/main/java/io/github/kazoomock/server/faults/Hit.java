package io.github.kazoomock.server.faults;

import io.github.kazoomock.server.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A rule that met a request, everything that is random drawn.
 *
 * @param rule its id
 * @param name what the user calls it
 * @param delay milliseconds
 * @param stale the world to read instead; null for the present one
 */
public record Hit(
        String rule,
        String name,
        Instead instead,
        long delay,
        Damage damage,
        int bytesPerSecond,
        @Nullable World stale) {}
