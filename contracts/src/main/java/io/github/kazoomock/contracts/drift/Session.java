package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Requests that are made one after the other, beginning in one state of the world.
 *
 * @param name unique
 * @param shows the row of the decision sheet that it was made to show
 */
public record Session(String name, Optional<Decision> shows, Given given, List<Step> steps) {
    public Session {
        steps = List.copyOf(steps);
    }
}
