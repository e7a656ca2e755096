package io.github.kazoomock.server.world;

import java.util.List;

/** What follows from events inside the same transaction; reactions run once, in a fixed order. */
public interface Reaction {
    /**
     * Adds what follows.
     *
     * @param direct what the request itself changed, in order
     * @param why who asked for it
     */
    void react(List<Event> direct, Cause why, Transaction transaction);
}
