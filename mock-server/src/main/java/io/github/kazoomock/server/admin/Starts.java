package io.github.kazoomock.server.admin;

import io.github.kazoomock.server.world.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where new worlds come from. */
public interface Starts {
    /** When the worlds of fixtures begin that nobody gave another time. */
    Instant start();

    /**
     * The starting world of a fixture.
     *
     * @param fixture a pack's name or a folder
     * @param start null for {@link #start}
     * @throws IllegalArgumentException with what is wrong with it
     */
    World world(String fixture, @Nullable Instant start);
}
