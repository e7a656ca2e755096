package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Credential;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Identity;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one request, step by step in the order that decides which refusal a client gets (core sheet 1). */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final java.util.regex.Pattern API_PATH = java.util.regex.Pattern.compile("/v\\d+(/.*)?");
    private static final java.util.regex.Pattern OLD_API_PATH = java.util.regex.Pattern.compile("/v1(/.*)?");

    private final Crossbar crossbar;
    private final Incoming in;
    private final Sandbox sandbox;
    private final World world;
    private final Instant now;
    private final Progress progress = new Progress();
    private @Nullable String accountId;

    Exchange(Crossbar crossbar, Incoming in, Sandbox sandbox) {
        this.crossbar = crossbar;
        this.in = in;
        this.sandbox = sandbox;
        this.world = sandbox.world();
        this.now = sandbox.clock().now();
    }

    Answer answer() {
        AnswerWriter writer = new AnswerWriter(
                in, sandbox.profile(), progress, crossbar.timestamps().of(now));
        try {
            return API_PATH.matcher(in.path()).matches() ? steps(writer) : writer.notTheApi();
        } catch (Refusal refusal) {
            return writer.problem(refusal.problem());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} {} failed inside the mock; please report it", in.method(), in.path(), e);
            return writer.problem(Problems.executionFailed());
        }
    }

    private Answer steps(AnswerWriter writer) {
        Query query;
        List<String> segments;
        try {
            query = Query.parse(in.query());
            segments = Paths.segments(in.path());
        } catch (IllegalArgumentException e) {
            throw Problem.bare(400).refusal();
        }
        if (!MediaTypes.isReadable(in.header("content-type"))) {
            throw Problem.bare(400).refusal();
        }
        String sentId = in.header("x-request-id");
        progress.requestId = sentId == null ? sandbox.nextRequestId() : sentId;
        if (OLD_API_PATH.matcher(in.path()).matches()) {
            throw Problems.gone().refusal();
        }
        Options options = new Options(Envelope.read(in), query);
        Credential credential = Credentials.of(in, options);
        progress.token = credential == null ? null : credential.text();
        progress.pretty = "true".equals(in.header("x-pretty-print")) || options.isTrue("pretty_print");
        progress.jsonp = options.text("jsonp");
        Verb sent = Verb.of(in.method()).orElseThrow(() -> Problem.bare(501).refusal());
        Caller caller = credential == null ? null : early(credential);
        progress.authenticated = caller != null;
        List<PathNoun> nouns = nouns(segments, caller);
        if (nouns.isEmpty() || crossbar.table().isGone(nouns.get(0), sandbox)) {
            throw unknownPath(caller, sent).refusal();
        }
        Verb verb = effective(sent, options);
        PathNoun last = nouns.get(nouns.size() - 1);
        OperationTable.Match match = crossbar.table().match(last, verb, sandbox);
        if (sent == Verb.OPTIONS && in.isCrossOrigin()) {
            progress.allowed = allowed(match);
            return writer.preflight();
        }
        Operation operation = found(match, sent, verb);
        Account account = account(nouns);
        admit(operation, caller, account);
        if (caller != null && !operation.access().allows(caller, account)) {
            throw Problems.forbidden().refusal();
        }
        String type = MediaTypes.negotiate(in.joined("accept"));
        progress.negotiated = true;
        progress.language = MediaTypes.language(in.joined("accept-language"));
        progress.chunked = "true".equals(query.first("is_chunked"));
        String fileName = in.header("x-file-name");
        progress.fileName = fileName == null ? options.text("file_name") : fileName;
        progress.csv = sent == Verb.GET && (MediaTypes.isCsv(type) || MediaTypes.isCsv(options.text("accept")));
        Call call = new Call(
                in,
                sandbox,
                operation,
                verb,
                nouns,
                options.envelope(),
                query,
                caller,
                accountId,
                progress.token,
                progress.requestId,
                now);
        return writer.outcome(new Execution(crossbar.table(), call, sent).run(), sent);
    }

    /** Whoever the token belongs to; null when it is no good, which may not matter (step 7). */
    private @Nullable Caller early(Credential credential) {
        Identities.Rules rules = new Identities.Rules(
                sandbox.has(Option.BEARER_JWT),
                does(Decision.BASIC_NEEDS_ENABLED_ACCOUNT),
                !does(Decision.LOGIN_AS_IS_IGNORED));
        Identity identity = crossbar.identities().of(credential, world, now, rules);
        if (identity instanceof Identity.Known known && !isMeant(known.caller())) {
            return null;
        }
        if (identity instanceof Identity.Known known) {
            if (credential.kind() == Credential.Kind.BASIC) {
                charge(1);
            }
            return known.caller();
        }
        if (identity instanceof Identity.TrialOver over) {
            throw Standing.trialOver(sandbox, over.at()).refusal();
        }
        if (identity instanceof Identity.AccountDisabled) {
            throw Standing.disabled(sandbox).refusal();
        }
        if (identity instanceof Identity.Expired && !does(Decision.EXPIRED_TOKEN_COUNTS_AS_NONE)) {
            throw Problems.expiredCredentials().refusal();
        }
        return null;
    }

    /** A client may say which account it takes its token for; basic credentials name theirs themselves. */
    private boolean isMeant(Caller caller) {
        String wanted = in.header("x-auth-account-id");
        return wanted == null
                || caller.claims().isEmpty()
                || wanted.equals(caller.claims().text("account_id"));
    }

    /** The nouns of the path, {@code account} standing for the caller's own (step 8). */
    private List<PathNoun> nouns(List<String> segments, @Nullable Caller caller) {
        if (segments.isEmpty() || !segments.get(0).equals("account")) {
            return Paths.nouns(segments);
        }
        if (caller == null) {
            throw Problems.expiredCredentials().refusal();
        }
        List<String> spelt = new java.util.ArrayList<>(List.of("accounts", caller.accountId()));
        spelt.addAll(segments.subList(1, segments.size()));
        return Paths.nouns(spelt);
    }

    /** A path that begins with no endpoint's name tells what it is only to those who may know. */
    private Problem unknownPath(@Nullable Caller caller, Verb sent) {
        if (caller == null) {
            charge(1);
            return Problems.invalidCredentials();
        }
        if (!caller.superduper()) {
            return Problems.notFound();
        }
        return sent == Verb.PUT || sent == Verb.POST ? Problems.initFailed() : Problem.bare(404);
    }

    /** The verb after tunnelling (core sheet 4.5). */
    private static Verb effective(Verb sent, Options options) {
        String tunnelled = options.text("verb");
        if (tunnelled == null || sent == Verb.OPTIONS || sent == Verb.HEAD) {
            return sent;
        }
        return Verb.of(tunnelled.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Problems.invalidMethod().refusal());
    }

    private static Set<Verb> allowed(OperationTable.Match match) {
        if (match instanceof OperationTable.Match.Found found) {
            return found.allowed();
        }
        return match instanceof OperationTable.Match.WrongVerb wrong ? wrong.allowed() : EnumSet.noneOf(Verb.class);
    }

    private Operation found(OperationTable.Match match, Verb sent, Verb verb) {
        if (match instanceof OperationTable.Match.UnknownPath) {
            throw Problems.notFound().refusal();
        }
        Set<Verb> allowed = allowed(match);
        progress.allowed = allowed;
        if (!(match instanceof OperationTable.Match.Found found)) {
            throw Problems.invalidMethod().refusal();
        }
        if (sent != verb && sent != Verb.POST && !allowed.contains(sent)) {
            throw Problem.bare(405).refusal();
        }
        progress.operation = found.operation().id();
        return found.operation();
    }

    /** The account that the path names; null when it names none (step 10, decisions H1 and H2). */
    private @Nullable Account account(List<PathNoun> nouns) {
        Optional<PathNoun> accounts = nouns.stream()
                .filter(noun ->
                        noun.name().equals("accounts") && !noun.arguments().isEmpty())
                .findFirst();
        if (accounts.isEmpty()) {
            return null;
        }
        String id = accounts.get().arguments().get(0);
        Account account = world.account(id);
        if (account != null) {
            accountId = id;
            return account;
        }
        if (does(Decision.UNKNOWN_ACCOUNT_IS_UNAUTHORIZED)) {
            throw Problems.unknownAccount().refusal();
        }
        if (id.isEmpty()) {
            throw Problem.of(404, "bad identifier", "missing account_id").refusal();
        }
        boolean wellFormed = id.getBytes(java.nio.charset.StandardCharsets.UTF_8).length == 32;
        throw (wellFormed
                        ? Problems.badIdentifier(id)
                        : Problem.of(404, "bad identifier", "invalid account_id '" + id + "'"))
                .refusal();
    }

    /** Lets known callers in, and everybody where the operation is open (step 11). */
    private void admit(Operation operation, @Nullable Caller caller, @Nullable Account account) {
        if (caller == null) {
            charge(1);
            if (!operation.access().isOpen(account)) {
                throw Problems.invalidCredentials().refusal();
            }
        }
        if (operation.cost() > 0) {
            charge(operation.cost());
        }
    }

    private void charge(int cost) {
        String bucket = in.clientIp() + "/" + (accountId == null ? "no_account" : accountId);
        int charged = does(Decision.TOKENS_SHOW_WHAT_WAS_CHARGED) ? cost : 1;
        progress.charge = sandbox.buckets().charge(bucket, progress.charge, charged, now);
        if (!progress.charge.granted()) {
            throw Problems.tooManyRequests().refusal();
        }
    }

    private boolean does(Decision decision) {
        return sandbox.profile().does(decision);
    }
}
