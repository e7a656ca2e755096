package io.github.kazoomock.server.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The time of a sandbox: it runs with the machine's clock, shifted, or stands still. */
public final class SandboxClock {
    private final Supplier<Instant> machine;
    private volatile State state;

    private record State(boolean frozen, Instant base, Instant since) {}

    /** A clock that starts at an instant and runs. */
    public SandboxClock(Instant start, Supplier<Instant> machine) {
        this.machine = machine;
        this.state = new State(false, start, machine.get());
    }

    private SandboxClock(State state, Supplier<Instant> machine) {
        this.machine = machine;
        this.state = state;
    }

    /** Another clock that shows the same time, and stands or runs as this one. */
    public SandboxClock copy() {
        return new SandboxClock(state, machine);
    }

    public Instant now() {
        return now(state);
    }

    public boolean frozen() {
        return state.frozen;
    }

    /** Sets the time; a frozen clock stays frozen. */
    public void set(Instant time) {
        change(old -> new State(old.frozen, time, machine.get()));
    }

    /** Moves the time on, or back when the duration is negative. */
    public void advance(Duration by) {
        change(old -> new State(old.frozen, now(old).plus(by), machine.get()));
    }

    public void freeze() {
        change(old -> new State(true, now(old), machine.get()));
    }

    public void run() {
        change(old -> new State(false, now(old), machine.get()));
    }

    private synchronized void change(UnaryOperator<State> step) {
        state = step.apply(state);
    }

    private Instant now(State known) {
        return known.frozen ? known.base : known.base.plus(Duration.between(known.since, machine.get()));
    }
}
