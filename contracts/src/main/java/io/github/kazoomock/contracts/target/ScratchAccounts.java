package io.github.kazoomock.contracts.target;

import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account in which everything of a run happens; another one when a request spoilt it. All of them are removed by
 * {@link #close}, and by a hook of the JVM when it ends before that.
 */
public final class ScratchAccounts implements Logins, AutoCloseable {
    /** Much less than the hour that a token is good for. */
    private static final Duration FRESH = Duration.ofMinutes(20);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /** Nouns that change what an account is charged for. */
    private static final Set<String> PLANS = Set.of("services", "service_plans");

    private record Known(String token, Instant since) {}

    private final HttpTarget target;
    private final Session session;
    private final Caller caller;
    private final Removal removal;
    private final String root;
    private final Clock clock;
    private final Consumer<String> say;
    private final SecureRandom random = new SecureRandom();
    private final Thread hook = new Thread(this::removeAtExit, "removal of scratch accounts");
    private final Map<String, Known> tokens = new HashMap<>();
    private Scratch current = Scratch.NONE;
    private @Nullable List<Left> left;

    /** @param say is told what is created and what stays, a line each */
    public ScratchAccounts(
            HttpTarget target, Session session, Caller caller, String root, Clock clock, Consumer<String> say) {
        this.target = target;
        this.session = session;
        this.caller = caller;
        this.removal = new Removal(target, session, root);
        this.root = root;
        this.clock = clock;
        this.say = say;
    }

    /**
     * Creates the first account; {@link #close} must follow, even when this fails.
     *
     * @throws io.github.kazoomock.contracts.Unreachable when the server refuses
     */
    public void open() {
        Runtime.getRuntime().addShutdownHook(hook);
        current = create();
    }

    private Scratch create() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        String mark = STAMP.format(clock.instant()) + HexFormat.of().formatHex(bytes);
        byte[] secret = new byte[12];
        random.nextBytes(secret);
        Scratch made = Scratch.create(
                target, session, caller, mark, "Aa1-" + HexFormat.of().formatHex(secret));
        target.ledger().takeDocuments(); // its people stay as long as it does
        say.accept("created account '" + made.name() + "' (" + made.accountId() + ") below '" + caller.accountName()
                + "' on " + root);
        return made;
    }

    /** A fresh one instead of the one there is, which is removed. */
    public void renew() {
        tokens.clear();
        removal.allBut("");
        current = create();
    }

    /** True when the request, which succeeded, changed the account itself, its people, or what it pays for. */
    public boolean isSpoiltBy(Request request) {
        List<String> steps =
                Asked.of(request).filter(Asked::writes).map(Asked::steps).orElse(List.of());
        if (steps.size() < 2 || !steps.get(1).equals(current.accountId())) {
            return false;
        }
        boolean creates =
                request.method().equals("PUT") && !steps.get(steps.size() - 1).equals("reseller");
        boolean ours = steps.size() > 3
                && steps.get(2).equals("users")
                && current.users().values().stream().anyMatch(each -> each.id().equals(steps.get(3)));
        boolean pays = steps.size() > 2 && PLANS.contains(steps.get(2));
        return ours || pays || (steps.size() <= 3 && !creates);
    }

    /** Deletes what was made inside the account since the last time; what cannot be deleted goes with the account. */
    public void tidy() {
        boolean stays = false;
        for (String path : target.ledger().takeDocuments()) {
            try {
                Response deleted = session.ask(Request.of("DELETE", path));
                stays |= !deleted.isSuccess() && deleted.status() != 404;
            } catch (NotSent e) {
                stays = true;
            }
        }
        if (stays) {
            renew();
        } else {
            removal.allBut(current.accountId());
        }
    }

    @Override
    public Map<String, String> values() {
        return Map.of(
                "ACCOUNT_ID", current.accountId(),
                "ACCOUNT_NAME", current.name(),
                "REALM", current.realm(),
                "RESELLER_ID", caller.accountId(),
                "FOREIGN_ACCOUNT_ID", caller.accountId());
    }

    @Override
    public @Nullable String token(String role) {
        Scratch.User user = current.users().get(role);
        if (user == null) {
            return caller.is(role) ? session.token() : null;
        }
        Known known = tokens.get(role);
        if (known == null || known.since().plus(FRESH).isBefore(clock.instant())) {
            known = new Known(new Session(target, user.credentials(), root).token(), clock.instant());
            target.ledger().ownToken(known.token(), current.accountId());
            tokens.put(role, known);
        }
        return known.token();
    }

    /** Removes everything; {@link #left} then says what is still there. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // it would keep the JDK from sending anything
        remove(false);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is being ended, and the hook is at work
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param again also when a first try left something */
    private synchronized void remove(boolean again) {
        if (left == null || (again && !left.isEmpty())) {
            left = removal.allBut("");
            left.forEach(each -> say.accept("STILL THERE: " + each.what() + ": " + each.why() + ". " + each.how()));
        }
    }

    private void removeAtExit() {
        try {
            target.reserve(60);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        remove(true);
    }

    /** What could not be removed; empty before {@link #close}. */
    public synchronized List<Left> left() {
        return left == null ? List.of() : left;
    }

    /** What the JVM runs when it is told to end. */
    Thread hook() {
        return hook;
    }
}
