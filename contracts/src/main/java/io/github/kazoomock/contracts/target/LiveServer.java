package io.github.kazoomock.contracts.target;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A server that was given by url and credentials, ready to be asked. Nothing is sent before somebody asks.
 *
 * @param isDryRun true when nothing is sent at all
 */
public record LiveServer(
        BaseUrl base, HttpTarget target, Session session, Secrets secrets, boolean isReadOnly, boolean isDryRun) {

    /**
     * How it may be asked.
     *
     * @param allowed effects beyond the scratch account that somebody said are fine
     * @param perSecond requests; 0 for as fast as it goes
     * @param timeout for one answer
     */
    public record Manners(boolean readOnly, boolean dryRun, Set<Effect> allowed, double perSecond, Duration timeout) {
        /** What nobody minds on a server of others. */
        public static final double MODEST = 5;

        public Manners {
            allowed = Set.copyOf(allowed);
        }
    }

    /**
     * Sets it up.
     *
     * @param out is told each request of a dry run
     */
    public static LiveServer of(BaseUrl base, Credentials credentials, Manners manners, Consumer<String> out) {
        Secrets secrets = new Secrets();
        Transport transport =
                manners.dryRun() ? new DryTransport(base, secrets, out) : new JdkTransport(base, manners.timeout());
        return of(base, credentials, manners, transport, Pace.of(manners.dryRun() ? 0 : manners.perSecond()), secrets);
    }

    static LiveServer of(
            BaseUrl base, Credentials credentials, Manners manners, Transport transport, Pace pace, Secrets secrets) {
        Ledger.Mode mode = manners.readOnly() ? Ledger.Mode.READ_ONLY : Ledger.Mode.READ_AND_WRITE;
        HttpTarget target = new HttpTarget(transport, new Ledger(mode, manners.allowed()), pace, secrets);
        Session session = new Session(target, credentials, base.root());
        return new LiveServer(base, target, session, secrets, manners.readOnly(), manners.dryRun());
    }
}
