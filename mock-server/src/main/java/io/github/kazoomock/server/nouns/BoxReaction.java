package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.world.Cause;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Event;
import io.github.kazoomock.server.world.Reaction;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;

/** A mailbox takes its messages along when it is deleted (pbx sheet 4.3). */
final class BoxReaction implements Reaction {
    @Override
    public void react(List<Event> direct, Cause why, Transaction transaction) {
        for (Event event : direct) {
            Document before = event.before();
            boolean gone = event.after() == null && transaction.account(event.account()) != null;
            if (gone && before != null && before.type().equals(Vmboxes.TYPE)) {
                List<String> messages = BoxMessage.in(transaction.world(), event.account(), before.id())
                        .map(Document::id)
                        .toList();
                messages.forEach(id -> transaction.remove(event.account(), BoxMessage.TYPE, id));
            }
        }
    }
}
