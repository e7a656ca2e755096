package io.github.kazoomock.contracts.target;

import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A live server. Every request passes the {@link Ledger} first, waits for its turn by the {@link Pace}, and is asked
 * again when the server says that it is asked too much (429: it did nothing then). One request at a time.
 */
public final class HttpTarget implements Target {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final List<Integer> RESTS = List.of(1, 2, 4, 8);

    private final Transport transport;
    private final Ledger ledger;
    private final Pace pace;
    private final Secrets secrets;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable Thread last;

    public HttpTarget(Transport transport, Ledger ledger, Pace pace, Secrets secrets) {
        this.transport = transport;
        this.ledger = ledger;
        this.pace = pace;
        this.secrets = secrets;
    }

    /**
     * Asks it.
     *
     * @throws NotSent when the ledger has something against it
     * @throws io.github.kazoomock.contracts.Unreachable when no answer comes
     */
    @Override
    public Response ask(Request request) {
        turn.lock();
        try {
            Thread only = last;
            if (only != null && only != Thread.currentThread()) {
                throw new NotSent("the run was ended");
            }
            Optional<String> refusal = ledger.refusal(request);
            if (refusal.isPresent()) {
                throw new NotSent(refusal.get());
            }
            return send(request);
        } finally {
            turn.unlock();
        }
    }

    /** Why a request like this will not be sent, whatever the ids in it stand for; empty when it may be. */
    public Optional<String> refusalForAnyId(Request request) {
        return ledger.refusalForAnyId(request);
    }

    private Response send(Request request) {
        Response response = once(request);
        for (int seconds : RESTS) {
            if (response.status() != TOO_MANY_REQUESTS) {
                break;
            }
            pace.rest(seconds);
            response = once(request);
        }
        return response;
    }

    private Response once(Request request) {
        pace.await();
        ledger.sending(request);
        Response response;
        try {
            response = transport.send(request);
        } catch (NotSent e) {
            ledger.notSent(request);
            throw e;
        }
        secrets.learn(response.json());
        ledger.answered(request, response);
        return response;
    }

    /**
     * From now on only this thread may ask; a request that is on its way is waited for.
     *
     * @param seconds at most
     */
    void reserve(long seconds) throws InterruptedException {
        last = Thread.currentThread();
        if (turn.tryLock(seconds, TimeUnit.SECONDS)) {
            turn.unlock();
        }
    }

    /** Waits before something is tried again. */
    void rest(long seconds) {
        pace.rest(seconds);
    }

    Ledger ledger() {
        return ledger;
    }

    Secrets secrets() {
        return secrets;
    }
}
