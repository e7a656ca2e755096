package io.github.kazoomock.server.admin;

import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where new worlds come from, and how they are written down. */
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

    /**
     * The starting world of a fixture that somebody sends.
     *
     * @param files content by path
     * @param completed whether what a schema requires and a document lacks is made up
     * @param start null for {@link #start}
     * @throws IllegalArgumentException with what is wrong with it
     */
    World world(Map<String, byte[]> files, boolean completed, @Nullable Instant start);

    /** A world as a fixture: content by path. */
    Map<String, byte[]> files(World world);

    /**
     * The world that a folder has now.
     *
     * @param folder of a fixture, as {@link #save} writes it; where it is relative, below where the server was started
     * @param start what times that are told from the start count from
     * @throws IllegalArgumentException with what is wrong with it
     */
    World read(String folder, Instant start);

    /**
     * Writes a world as a fixture.
     *
     * @param folder where to; only an empty one or an earlier save is replaced
     * @return the whole path of the folder
     * @throws IllegalArgumentException when it holds anything else or cannot be written; then it is as it was
     */
    String save(World world, String folder);
}
