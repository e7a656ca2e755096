package io.github.kazoomock.server.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of the requests that a rule is for it hits.
 *
 * @param nth only this one, counted from 1; 0 for any
 * @param every each one whose number this divides; 1 for all
 * @param probability of a hit, drawn anew for each
 * @param seed of what is drawn
 * @param count hits at most; 0 for no end
 * @param end by the sandbox's clock; null for none
 */
public record Occasion(
        long nth,
        long every,
        double probability,
        long seed,
        long count,
        @Nullable Instant end) {

    boolean isOver(long met, long hits, Instant now) {
        return (nth > 0 && met >= nth) || (count > 0 && hits >= count) || (end != null && !now.isBefore(end));
    }

    boolean isTurn(long number) {
        return (nth == 0 || number == nth) && number % every == 0;
    }
}
