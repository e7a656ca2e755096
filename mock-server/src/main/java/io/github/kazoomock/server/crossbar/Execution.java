package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.faults.Hit;
import io.github.kazoomock.server.faults.Instead;
import io.github.kazoomock.server.journal.Check;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Transaction;
import org.jspecify.annotations.Nullable;

/** Runs the handler and decides whether its changes are kept (steps 15 to 18 of core sheet 1). */
final class Execution {
    private final OperationTable table;
    private final Quotes quotes;
    private final Call call;
    private final Verb sent;
    private final Progress progress;

    /** @param sent the verb of the HTTP request, before tunnelling */
    Execution(Crossbar crossbar, Call call, Verb sent, Progress progress) {
        this.table = crossbar.table();
        this.quotes = crossbar.quotes();
        this.call = call;
        this.sent = sent;
        this.progress = progress;
    }

    /** A finished reply, its revision settled, or a problem; only a reply to a writing verb changes the world. */
    Outcome run() {
        if (sent.writes() && call.verb().writes()) {
            return call.sandbox().write(this::written, Reply.class::isInstance);
        }
        Hit hit = progress.hit;
        return hit != null && hit.stale() != null
                ? call.sandbox().read(hit.stale(), this::settled)
                : call.sandbox().read(this::settled);
    }

    private Outcome written(Transaction transaction) {
        Outcome outcome = settled(transaction);
        if (outcome instanceof Reply) {
            progress.events = transaction.events();
            PathNoun noun = call.nouns().get(call.nouns().size() - 1);
            String account = call.accountId() == null ? "" : call.accountId();
            call.sandbox().faults().wrote(account, noun.name(), transaction.base());
        }
        return outcome;
    }

    private Outcome settled(Transaction transaction) {
        progress.check = Check.CONTEXT;
        checkAccounts(transaction);
        checkContext(transaction);
        progress.check = Check.REQUEST;
        Outcome outcome = call.operation().handler().handle(call, transaction);
        if (!(outcome instanceof Reply reply)) {
            return outcome;
        }
        transaction.react(call.sandbox().reactions(), new RequestCause(call, transaction.base()));
        reply = withRevision(reply);
        progress.check = Check.PRECONDITIONS;
        int precondition = Preconditions.check(call.in(), sent, reply.current(), hasWeakTag(reply));
        if (precondition != 0) {
            return precondition == 304 ? reply.withStatus(304) : Problem.bare(precondition);
        }
        progress.check = Check.CONTENT_TYPE;
        boolean hasBody = sent == Verb.PUT || sent == Verb.POST || sent == Verb.PATCH;
        if (hasBody
                && !MediaTypes.isAccepted(
                        call.in().mediaType(), call.operation().formats())) {
            return Problem.bare(415);
        }
        progress.check = Check.CHARGES;
        Problem cost = quotes.check(call, transaction);
        if (cost != null) {
            return cost;
        }
        Hit hit = progress.hit;
        if (hit != null && hit.instead() instanceof Instead.Charges charges) {
            return new Problem(402, "accept charges", charges.invoices());
        }
        return hit != null && hit.instead() instanceof Instead.Conflict ? Problems.conflict() : reply;
    }

    /** While this request waited for its turn, another one may have deleted its account or its caller's. */
    private void checkAccounts(Transaction transaction) {
        if (call.accountId() != null && transaction.account(call.accountId()) == null) {
            throw Problems.unknownAccount(call.sandbox().profile(), call.accountId())
                    .refusal();
        }
        if (call.caller() != null && transaction.account(call.caller().accountId()) == null) {
            throw Problems.invalidCredentials().refusal();
        }
    }

    /** Every noun before the last must exist: {@code users/ID/devices} of an unknown user is a 404. */
    private void checkContext(Transaction transaction) {
        for (PathNoun noun : call.nouns().subList(0, call.nouns().size() - 1)) {
            Noun declared = table.nouns().get(noun.name());
            if (declared == null || declared.type() == null || noun.name().equals("accounts")) {
                continue;
            }
            if (noun.arguments().isEmpty() || call.accountId() == null) {
                continue;
            }
            String id = noun.arguments().get(0);
            if (transaction.get(call.account(), declared.type(), id) == null) {
                throw Problems.badIdentifier(id).refusal();
            }
        }
    }

    private boolean hasWeakTag(Reply reply) {
        return reply.data() instanceof Data.Rows && call.does(Decision.LISTS_HAVE_STABLE_TAGS);
    }

    /** Replaces {@link Reply#AUTOMATIC} by what the profile shows there (decision H13). */
    private Reply withRevision(Reply reply) {
        if (!Reply.AUTOMATIC.equals(reply.revision()) || sent != Verb.GET) {
            return reply;
        }
        String digest = digest(reply);
        return reply.withRevision(digest).comparing(digest);
    }

    private @Nullable String digest(Reply reply) {
        String digest = EnvelopeWriter.digest(
                EnvelopeWriter.data(reply, call.sandbox().profile()),
                EnvelopeWriter.beside(reply, call.sandbox().profile()));
        if (call.does(Decision.LISTS_HAVE_STABLE_TAGS)) {
            return digest;
        }
        boolean listOfObjects = reply.data() instanceof Data.Rows rows
                && !rows.rows().isEmpty()
                && rows.rows().get(0) instanceof JsonObject;
        return listOfObjects ? Hash.md5(digest + call.requestId()) : null;
    }
}
