package io.github.kazoomock.server.sandbox;

import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.world.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All sandboxes of a server by name; the one called {@value #DEFAULT} is always there. */
public final class Sandboxes {
    public static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ConcurrentMap<String, Cell> cells = new ConcurrentHashMap<>();
    private final AtomicLong unnamed = new AtomicLong();
    private final List<Reaction> reactions;
    private final Supplier<Instant> machine;
    private final Journals journals;
    private final Sandbox main;

    /**
     * A sandbox and how long it lives.
     *
     * @param end null for as long as the server
     */
    private record Cell(Sandbox sandbox, @Nullable Instant end) {}

    /**
     * The sandboxes of a server that starts.
     *
     * @param machine the time that lives are measured in
     * @param journals what they have in common for their journals
     */
    public Sandboxes(
            Blueprint blueprint,
            SandboxClock clock,
            List<Reaction> reactions,
            Supplier<Instant> machine,
            Journals journals) {
        this.reactions = List.copyOf(reactions);
        this.machine = machine;
        this.journals = journals;
        this.main = new Sandbox(DEFAULT, blueprint, clock, this.reactions, journals);
        cells.put(DEFAULT, new Cell(main, null));
    }

    /** The sandbox behind {@code /v2}. */
    public Sandbox main() {
        return main;
    }

    /** A sandbox; null when there is none of this name, or its time is over. */
    public @Nullable Sandbox get(String name) {
        Cell cell = cells.get(name);
        if (cell == null) {
            return null;
        }
        if (isOver(cell)) {
            end(name, cell);
            return null;
        }
        return cell.sandbox;
    }

    /** True for names that a sandbox can have: 64 letters, digits, dots, dashes and underscores at most. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Makes a sandbox.
     *
     * @param name null for a name that is still free
     * @param life null for as long as the server
     * @return null when the name is taken
     * @throws IllegalArgumentException unless {@link #isName} holds of the name
     */
    public @Nullable Sandbox create(
            @Nullable String name, Blueprint blueprint, SandboxClock clock, @Nullable Duration life) {
        if (name != null && !isName(name)) {
            throw new IllegalArgumentException("no name of a sandbox: " + name);
        }
        sweep();
        Instant end = life == null ? null : machine.get().plus(life);
        while (true) {
            String chosen = name == null ? "sandbox-" + unnamed.incrementAndGet() : name;
            Sandbox made = new Sandbox(chosen, blueprint, clock, reactions, journals);
            if (cells.putIfAbsent(chosen, new Cell(made, end)) == null) {
                return made;
            }
            if (name != null) {
                return null;
            }
        }
    }

    /** Ends a sandbox; false when there is none of this name, or it is the default one. */
    public boolean delete(String name) {
        Cell cell = cells.get(name);
        return cell != null && cell.sandbox != main && end(name, cell);
    }

    /** All of them, by name. */
    public List<Sandbox> all() {
        sweep();
        return cells.values().stream()
                .map(Cell::sandbox)
                .sorted(java.util.Comparator.comparing(Sandbox::name))
                .toList();
    }

    /** When a sandbox ends by itself; null for never. */
    public @Nullable Instant end(String name) {
        Cell cell = cells.get(name);
        return cell == null ? null : cell.end;
    }

    private void sweep() {
        cells.forEach((name, cell) -> {
            if (isOver(cell)) {
                end(name, cell);
            }
        });
    }

    private boolean end(String name, Cell cell) {
        boolean removed = cells.remove(name, cell);
        if (removed) {
            cell.sandbox.end();
        }
        return removed;
    }

    private boolean isOver(Cell cell) {
        return cell.end != null && !machine.get().isBefore(cell.end);
    }
}
