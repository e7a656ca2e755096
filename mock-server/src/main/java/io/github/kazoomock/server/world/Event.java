package io.github.kazoomock.server.world;

import org.jspecify.annotations.Nullable;

/** One document before and after a commit; null before for a new one, null after for a removed one. */
public record Event(
        String account, @Nullable Document before, @Nullable Document after) {

    /** The later of the two; one of them is always there. */
    public Document document() {
        Document known = after != null ? after : before;
        if (known == null) {
            throw new IllegalStateException("an event without a document");
        }
        return known;
    }
}
