package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;

/** The places in the life of a plain noun's documents where a noun may say something of its own: {@link Crud}. */
public final class Special {
    private Special() {}

    /** Makes the list of a noun. */
    public interface Lister {
        Reply list(Call call, World world, Row row);
    }

    /** Decides whether a request reaches the noun at all. */
    public interface Guard {
        /**
         * Lets a request through.
         *
         * @throws Refusal when it may not pass
         */
        void check(Call call, Transaction transaction);
    }

    /** What a noun adds to a reply that shows one living document. */
    public interface Finish {
        Reply of(Call call, Reply plain);
    }

    /** Makes an operation of its plain beginning and the plain way of doing it. */
    public interface Twist {
        Operation of(Operation.Builder plain, Handler handler);
    }

    /** Deletes one document, and whatever goes with it. */
    public interface Deletion {
        /**
         * Answers for the whole.
         *
         * @param plain deletes the document alone
         */
        Outcome delete(Call call, Transaction transaction, Handler plain);
    }
}
