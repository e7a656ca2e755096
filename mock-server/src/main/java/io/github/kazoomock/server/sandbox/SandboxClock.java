package io.github.kazoomock.server.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The time of a sandbox: it runs with the machine's clock, shifted and as much faster as is wanted, or stands still. */
public final class SandboxClock {
    private static final double NANOS = 1_000_000_000;

    private final Supplier<Instant> machine;
    private volatile State state;

    /**
     * How it goes.
     *
     * @param base what it showed when it was last changed
     * @param since when that was, by the machine
     */
    private record State(boolean frozen, double speed, Instant base, Instant since) {
        Instant at(Instant machine) {
            if (frozen) {
                return base;
            }
            Duration passed = Duration.between(since, machine);
            if (speed == 1) {
                return base.plus(passed);
            }
            double seconds = (passed.getSeconds() + passed.getNano() / NANOS) * speed;
            long whole = (long) Math.floor(seconds);
            return base.plusSeconds(whole).plusNanos((long) ((seconds - whole) * NANOS));
        }
    }

    /** A clock that starts at an instant and runs. */
    public SandboxClock(Instant start, Supplier<Instant> machine) {
        this.machine = machine;
        this.state = new State(false, 1, start, machine.get());
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
        return state.at(machine.get());
    }

    public boolean frozen() {
        return state.frozen;
    }

    /** Sets the time; a frozen clock stays frozen. */
    public void set(Instant time) {
        change((old, real) -> new State(old.frozen, old.speed, time, real));
    }

    /** Moves the time on, or back when the duration is negative. */
    public void advance(Duration by) {
        change((old, real) -> new State(old.frozen, old.speed, old.at(real).plus(by), real));
    }

    public void freeze() {
        change((old, real) -> new State(true, old.speed, old.at(real), real));
    }

    public void run() {
        change((old, real) -> new State(false, old.speed, old.at(real), real));
    }

    /** How many seconds pass here while one passes on the machine. */
    public double speed() {
        return state.speed;
    }

    /** Lets time pass faster or slower from now on; a frozen clock stays frozen. */
    public void speed(double factor) {
        change((old, real) -> new State(old.frozen, factor, old.at(real), real));
    }

    private synchronized void change(BiFunction<State, Instant, State> step) {
        state = step.apply(state, machine.get());
    }
}
