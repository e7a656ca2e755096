package io.github.kazoomock.server.sandbox;

import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.World;
import java.util.Set;

/**
 * What a sandbox starts with.
 *
 * @param legacy whether paths answer that newest KAZOO no longer has
 * @param minGrade operations that are less well founded are refused
 * @param seed same seed, same ids of requests and documents
 * @param world where it starts, and where {@link Sandbox#reset} goes back to
 */
public record Blueprint(
        Profile profile, Set<Option> options, boolean legacy, Evidence.Kind minGrade, long seed, World world) {
    public Blueprint {
        options = Set.copyOf(options);
        world = world.withSeed(seed);
    }

    /** The same with another limit. */
    public Blueprint withMinGrade(Evidence.Kind least) {
        return new Blueprint(profile, options, legacy, least, seed, world);
    }

    /** One that serves operations whatever they are founded on. */
    public Blueprint(Profile profile, Set<Option> options, boolean legacy, long seed, World world) {
        this(profile, options, legacy, Evidence.Kind.UNVERIFIED, seed, world);
    }
}
