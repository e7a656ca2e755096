package io.github.kazoomock.server.calls;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is going on in one account. */
public record Calls(Account account) {
    static final Comparator<Channel> BY_AGE =
            Comparator.comparingLong(Channel::started).thenComparing(Channel::id);

    /**
     * The calls of an account.
     *
     * @throws IllegalStateException when there is no such account
     */
    public static Calls of(World world, String account) {
        return new Calls(world.existing(account));
    }

    /** Every leg, the oldest first. */
    public List<Channel> all() {
        return account.shelf(Channel.TYPE).values().stream()
                .map(document -> new Channel(account, document))
                .sorted(BY_AGE)
                .toList();
    }

    /** One leg; null when it is over. */
    public @Nullable Channel get(String id) {
        Document document = account.get(Channel.TYPE, id);
        return document == null ? null : new Channel(account, document);
    }

    /** The leg that one talks to, whichever of the two says so; null for none. */
    public @Nullable Channel partner(Channel one) {
        String other = one.text(Channel.OTHER_LEG);
        Channel named = other == null ? null : get(other);
        return named != null
                ? named
                : all().stream()
                        .filter(known -> one.id().equals(known.text(Channel.OTHER_LEG)))
                        .findFirst()
                        .orElse(null);
    }

    /** The legs in a conference, by their numbers there. */
    List<Participant> in(String conference) {
        return account.shelf(Channel.TYPE).values().stream()
                .map(document -> new Participant(new Channel(account, document)))
                .filter(participant -> conference.equals(participant.conference()))
                .sorted(Comparator.comparingLong(Participant::id))
                .toList();
    }
}
