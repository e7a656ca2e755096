package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Credential;
import io.github.kazoomock.server.faults.Instead;
import io.github.kazoomock.server.journal.Check;
import io.github.kazoomock.server.journal.Content;
import io.github.kazoomock.server.journal.JournalEntry;
import io.github.kazoomock.server.journal.Trail;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one request, step by step in the order that decides which refusal a client gets (core sheet 1). */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Crossbar crossbar;
    private final Incoming in;
    private final Sandbox sandbox;
    private final Instant now;
    private final Progress progress = new Progress();
    private final Doorkeeper door;

    Exchange(Crossbar crossbar, Incoming in, Sandbox sandbox) {
        this.crossbar = crossbar;
        this.in = in;
        this.sandbox = sandbox;
        this.now = sandbox.clock().now();
        this.door = new Doorkeeper(crossbar.identities(), in, sandbox, now, progress);
    }

    Answer answer() {
        AnswerWriter writer = new AnswerWriter(
                in, sandbox.profile(), progress, crossbar.timestamps().of(now));
        return answer(writer).hitBy(progress.hit);
    }

    private Answer answer(AnswerWriter writer) {
        try {
            return Paths.version(in.path()) == null ? writer.notTheApi() : steps(writer);
        } catch (Refusal refusal) {
            return writer.problem(refusal.problem());
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            LOG.error("{} {} failed inside the mock; please report it", in.method(), in.path(), e);
            return writer.problem(Problems.executionFailed());
        }
    }

    /** What the journal keeps of it, once it is answered. */
    JournalEntry entry(Answer answer, long nanos) {
        Caller caller = progress.caller;
        String account = door.accountId();
        return new JournalEntry(
                progress.requestId,
                now,
                nanos,
                in.method(),
                in.fullPath(),
                in.path(),
                in.query(),
                in.headers(),
                Content.of(in.body()),
                answer.status(),
                answer.headers(),
                Content.of(answer.body()),
                answer.operation(),
                answer.reason(),
                answer.fault(),
                account == null && caller != null ? caller.accountId() : account,
                progress.problem == null ? null : trail(progress.problem, caller),
                progress.events);
    }

    private Trail trail(Problem problem, @Nullable Caller caller) {
        Operation operation = progress.found;
        return new Trail(
                progress.check,
                problem.status(),
                problem.message(),
                problem.data(),
                Breaches.of(problem),
                operation == null ? null : operation.schema(),
                operation == null ? null : operation.access().who(),
                caller == null ? null : new Trail.Who(caller.accountId(), caller.ownerId(), caller.method()));
    }

    private Answer steps(AnswerWriter writer) {
        Query query;
        List<String> segments;
        try {
            query = Query.parse(in.query()).declaring(QueryKeys.GENERAL);
            segments = Paths.segments(in.path());
        } catch (IllegalArgumentException e) {
            throw Problem.bare(400).refusal();
        }
        if (!MediaTypes.isReadable(in.header("content-type"))) {
            throw Problem.bare(400).refusal();
        }
        String sentId = in.header("x-request-id");
        progress.check = Check.VERSION;
        progress.requestId = sentId == null ? sandbox.nextRequestId() : sentId;
        if ("1".equals(Paths.version(in.path()))) {
            throw Problems.gone().refusal();
        }
        progress.check = Check.BODY;
        Options options = new Options(Envelope.read(in), query);
        Credential credential = Credentials.of(in, options);
        progress.token = credential == null ? null : credential.text();
        progress.pretty = "true".equals(in.header("x-pretty-print")) || options.isTrue("pretty_print");
        progress.jsonp = options.text("jsonp");
        progress.check = Check.METHOD;
        Verb sent = Verb.of(in.method()).orElseThrow(() -> Problem.bare(501).refusal());
        progress.check = Check.TOKEN;
        Caller caller = credential == null ? null : door.recognize(credential);
        List<PathNoun> nouns = Paths.nouns(segments, caller);
        progress.hit = new Faulty(crossbar.table(), sandbox, in).hit(nouns, sent, options, progress, now);
        if (progress.hit != null && progress.hit.instead() instanceof Instead.Own own) {
            return writer.own(own);
        }
        if (progress.hit != null && progress.hit.instead() instanceof Instead.Status status) {
            progress.check = Check.FAULT;
            return writer.problem(usual(status));
        }
        progress.check = Check.ENDPOINT;
        if (nouns.isEmpty() || crossbar.table().isGone(nouns.get(0), sandbox)) {
            throw door.unknownPath(caller, sent).refusal();
        }
        progress.check = Check.OPERATION;
        Verb verb = effective(sent, options);
        OperationTable.Match match = crossbar.table().match(nouns.get(nouns.size() - 1), verb, sandbox);
        if (sent == Verb.OPTIONS && in.isCrossOrigin()) {
            progress.allowed = match.allowed();
            return writer.preflight();
        }
        Operation operation = found(match, sent, verb);
        progress.check = Check.GRADE;
        if (operation.grade().isBelow(sandbox.minGrade())) {
            throw Problems.belowMinGrade(operation, sandbox).refusal();
        }
        door.admit(operation, caller, nouns);
        progress.check = Check.ACCEPT;
        String replyType = negotiate(sent, operation, options);
        Call call = new Call(
                in,
                sandbox,
                operation,
                verb,
                nouns,
                options.envelope(),
                query.declaring(operation.queryKeys()),
                caller,
                door.accountId(),
                progress.token,
                replyType,
                progress.requestId,
                now);
        return writer.outcome(new Execution(crossbar, call, sent, progress).run(), sent);
    }

    /** As if it came from the inside, where it is known how to answer. */
    private Problem usual(Instead.Status wanted) {
        progress.negotiated = true;
        progress.language = MediaTypes.language(in.joined("accept-language"));
        Problem problem = UsualProblems.of(wanted.status());
        return problem == null ? Problem.bare(wanted.status()) : problem;
    }

    /** The verb after tunnelling (core sheet 4.5). */
    private static Verb effective(Verb sent, Options options) {
        return tunnelled(sent, options)
                .orElseThrow(() -> Problems.invalidMethod().refusal());
    }

    /** The same; nothing when the client names a verb that there is not. */
    static Optional<Verb> tunnelled(Verb sent, Options options) {
        String tunnelled = options.text("verb");
        return tunnelled == null || sent == Verb.OPTIONS || sent == Verb.HEAD
                ? Optional.of(sent)
                : Verb.of(tunnelled.toUpperCase(Locale.ROOT));
    }

    private Operation found(OperationTable.Match match, Verb sent, Verb verb) {
        if (match instanceof OperationTable.Match.UnknownPath) {
            throw Problems.notFound().refusal();
        }
        progress.allowed = match.allowed();
        if (!(match instanceof OperationTable.Match.Found found)) {
            throw Problems.invalidMethod().refusal();
        }
        if (sent != verb && sent != Verb.POST && !found.allowed().contains(sent)) {
            throw Problem.bare(405).refusal();
        }
        progress.operation = found.operation().id();
        progress.found = found.operation();
        return found.operation();
    }

    /** Agrees on the form of the answer (step 13). */
    private String negotiate(Verb sent, Operation operation, Options options) {
        List<String> offered = operation.formats().offered();
        String named = sent == Verb.GET ? MediaTypes.named(options.text("accept"), offered) : null;
        String type = named == null ? MediaTypes.negotiate(in.joined("accept"), offered) : named;
        progress.negotiated = true;
        progress.language = MediaTypes.language(in.joined("accept-language"));
        String chunked = options.query().first("is_chunked");
        progress.chunked = chunked == null ? operation.shape() == Operation.Shape.STREAM : chunked.equals("true");
        String fileName = in.header("x-file-name");
        progress.fileName = fileName == null ? options.text("file_name") : fileName;
        progress.table = operation.formats().table();
        progress.csv = sent == Verb.GET && MediaTypes.isCsv(type);
        progress.byOption = named != null;
        return type;
    }
}
