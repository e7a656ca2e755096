package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.RequestLine;
import io.github.kazoomock.server.sandbox.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what consumers ask and read against operation table and schemas; nothing is started. */
public final class ConsumerCheck {
    private final Api api;
    private final LineCheck lines;
    private final BodyCheck bodies;
    private final Replies replies;

    private ConsumerCheck(Api api) {
        this.api = api;
        this.lines = new LineCheck(api);
        this.bodies = new BodyCheck(api);
        this.replies = new Replies(api.table(), new Places(api.schemas()), Replies.read());
    }

    /**
     * A check against one KAZOO.
     *
     * @param servesLegacy whether older paths, which only the seed documents have, count
     */
    public static ConsumerCheck of(Profile profile, boolean servesLegacy) {
        return new ConsumerCheck(Api.of(profile, servesLegacy));
    }

    /**
     * Checks pacts of specification 2 to 4 and HAR files.
     *
     * @param files of either kind, or folders of them
     * @throws UsageError when a file is not there or is neither
     */
    public Checked check(List<Path> files) {
        Uses all = UseFiles.read(files);
        Map<String, Written> written = written(all);
        Usage usage = new Usage();
        List<Case> cases = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (Use use : all.uses()) {
            long began = System.nanoTime();
            RequestLine line = api.line(use);
            Optional<Operation> operation = api.operation(line);
            operation.ifPresent(usage::add);
            List<Finding> findings = findings(use, line, operation, written);
            String name = use.source() + ": " + use.name();
            int same = names.merge(name, 1, Integer::sum);
            cases.add(new Case(
                    same == 1 ? name : name + " (" + same + ")",
                    operation.map(Operation::id).orElse(""),
                    findings.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
                    "",
                    findings,
                    Duration.ofNanos(System.nanoTime() - began)));
        }
        return new Checked(new Report("check", subject(all), cases), usage);
    }

    private List<Finding> findings(
            Use use, RequestLine line, Optional<Operation> served, Map<String, Written> written) {
        List<Finding> findings = new ArrayList<>();
        Finding wrongLine = lines.line(use, line);
        if (wrongLine != null) {
            findings.add(wrongLine);
        }
        if (served.isPresent()) {
            Operation operation = served.get();
            findings.addAll(lines.query(use, operation));
            findings.addAll(bodies.of(use, operation));
            Written own = written.getOrDefault(use.source(), new Written());
            findings.addAll(ReplyCheck.of(replies, use, operation, own));
        }
        return findings;
    }

    private Map<String, Written> written(Uses all) {
        Map<String, Written> bySource = new HashMap<>();
        for (Use use : all.uses()) {
            api.operation(api.line(use))
                    .ifPresent(operation -> bySource.computeIfAbsent(use.source(), key -> new Written())
                            .add(operation, use));
        }
        return bySource;
    }

    private String subject(Uses all) {
        int count = all.uses().size();
        String asked = count == 1 ? "1 request" : count + " requests";
        String ignored = all.ignored() == 0
                ? ""
                : ", " + (all.ignored() == 1 ? "1 that is" : all.ignored() + " that are") + " not to the API ignored";
        String legacy = api.servesLegacy() ? "" : " without older paths";
        return asked + " against the operations of " + api.profile().name() + legacy + ignored;
    }
}
