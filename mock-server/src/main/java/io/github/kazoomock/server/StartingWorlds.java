package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.FixtureException;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.admin.Starts;
import io.github.kazoomock.server.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Worlds of fixtures: the server's own at hand, others read when they are asked for, the last few kept. */
final class StartingWorlds implements Starts {
    private static final int MOST = 16;

    private final Groundwork ground;
    private final Instant start;
    private final @Nullable World own;
    private final Map<Key, World> read = new LinkedHashMap<>();

    private record Key(String fixture, Instant start) {}

    StartingWorlds(Groundwork ground, Instant start, @Nullable World own) {
        this.ground = ground;
        this.start = start;
        this.own = own;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public World world(String fixture, @Nullable Instant from) {
        String name = fixture.isEmpty() ? ground.settings().fixture() : fixture;
        Instant begin = from == null ? start : from;
        if (own != null && name.equals(ground.settings().fixture()) && begin.equals(start)) {
            return own;
        }
        synchronized (read) {
            World known = read.get(new Key(name, begin));
            boolean isPack = Fixtures.names().contains(name);
            if (known != null && isPack) {
                return known;
            }
            World world = load(name, begin);
            read.put(new Key(name, begin), world);
            if (read.size() > MOST) {
                read.remove(read.keySet().iterator().next());
            }
            return world;
        }
    }

    @Override
    public World world(Map<String, byte[]> files, boolean completed, @Nullable Instant from) {
        Instant begin = from == null ? start : from;
        try {
            return ground.world(
                    Fixtures.load(
                            files, completed, ground.schemas(), ground.table().documentSchemas(), begin),
                    begin);
        } catch (FixtureException e) {
            throw new IllegalArgumentException(String.join("; ", e.problems()), e);
        }
    }

    @Override
    public Map<String, byte[]> files(World world) {
        return Fixtures.files(SavedWorld.of(world, ground.table()));
    }

    @Override
    public World read(String folder, Instant from) {
        return load(whole(folder).toString(), from);
    }

    @Override
    public String save(World world, String folder) {
        Path whole = whole(folder);
        try {
            Fixtures.save(SavedWorld.of(world, ground.table()), whole);
        } catch (FixtureException e) {
            throw new IllegalArgumentException(String.join("; ", e.problems()), e);
        }
        return whole.toString();
    }

    /** A whole path is never taken for the name of a pack. */
    private static Path whole(String folder) {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    private World load(String name, Instant begin) {
        try {
            return ground.world(
                    Fixtures.load(name, ground.schemas(), ground.table().documentSchemas(), begin), begin);
        } catch (FixtureException e) {
            throw new IllegalArgumentException(String.join("; ", e.problems()), e);
        }
    }
}
