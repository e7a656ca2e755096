package io.github.kazoomock.contracts.drift;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report for people: one line for each cause, however many operations it concerns. */
public final class DriftText {
    private static final int SHOWN = 3;

    /** Where something would have been sent, which is another place for each session. */
    private static final Pattern PLACE = Pattern.compile(": *([A-Z]+ /v2.*)?$");

    private DriftText() {}

    /** For a terminal. */
    public static String human(DriftReport report) {
        StringBuilder text = new StringBuilder("drift: " + report.subject() + "\n");
        if (!report.causes().isEmpty()) {
            text.append('\n');
        }
        for (Cause cause : report.causes()) {
            text.append(cause.accepted().isPresent() ? "ACCEPTED  " : "DRIFT     ");
            text.append(cause.title()).append(known(cause, report));
            if (!cause.rows().isEmpty()) {
                text.append(": ").append(differences(cause));
            } else {
                text.append(": ").append(values(cause.differences().get(0)));
            }
            text.append("; ").append(cause.places()).append(reason(cause)).append('\n');
        }
        skipped(report)
                .forEach((why, count) -> text.append("SKIPPED   ")
                        .append(sessions(count))
                        .append(": ")
                        .append(why)
                        .append('\n'));
        report.warnings().forEach(each -> text.append("WARNING   ").append(each).append('\n'));
        return text.append('\n').append(summary(report)).append('\n').toString();
    }

    /** For a pull request. */
    public static String markdown(DriftReport report) {
        StringBuilder text = new StringBuilder(report.isFine() ? "# drift: none\n\n" : "# drift: found\n\n");
        text.append(plain(report.subject()))
                .append(". ")
                .append(summary(report))
                .append(".\n");
        table(
                "Nothing explains",
                text,
                report.causes().stream()
                        .filter(cause ->
                                cause.rows().isEmpty() && cause.accepted().isEmpty())
                        .toList());
        table(
                "As " + report.other() + " does",
                text,
                report.causes().stream()
                        .filter(cause ->
                                !cause.rows().isEmpty() && cause.accepted().isEmpty())
                        .toList());
        table(
                "Accepted for now",
                text,
                report.causes().stream()
                        .filter(cause -> cause.accepted().isPresent())
                        .toList());
        list("Warnings", report.warnings(), text);
        list(
                "Not compared",
                skipped(report).entrySet().stream()
                        .map(each -> sessions(each.getValue()) + ": " + each.getKey())
                        .toList(),
                text);
        return text.toString();
    }

    private static void table(String heading, StringBuilder text, List<Cause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        text.append("\n## ").append(plain(heading)).append("\n\n| cause | differences | where |\n|---|---|---|\n");
        for (Cause cause : causes) {
            text.append("| ").append(plain(cause.title() + reason(cause)));
            text.append(" | ")
                    .append(plain(
                            cause.rows().isEmpty() ? values(cause.differences().get(0)) : differences(cause)));
            text.append(" | ").append(plain(cause.places())).append(" |\n");
        }
    }

    private static void list(String heading, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(heading).append("\n\n");
            lines.forEach(line -> text.append("- ").append(plain(line)).append('\n'));
        }
    }

    private static String known(Cause cause, DriftReport report) {
        return cause.rows().isEmpty() ? "" : ", as " + report.other() + " does";
    }

    private static String reason(Cause cause) {
        return cause.accepted()
                .map(each -> " (until " + each.expires() + ": " + each.reason() + ")")
                .orElse("");
    }

    private static String differences(Cause cause) {
        List<Difference> all = cause.differences();
        String some = all.stream().limit(SHOWN).map(Difference::name).collect(Collectors.joining(", "));
        return all.size() > SHOWN ? some + " and " + (all.size() - SHOWN) + " more" : some;
    }

    /** What the mock says and what the other one says. */
    private static String values(Difference difference) {
        String ours = difference.ours().isEmpty() ? "nothing" : difference.ours();
        String theirs = difference.theirs().isEmpty() ? "nothing" : difference.theirs();
        return "the mock: " + ours + ", there: " + theirs;
    }

    private static Map<String, Integer> skipped(DriftReport report) {
        Map<String, Integer> reasons = new TreeMap<>();
        report.outcome()
                .skipped()
                .values()
                .forEach(why -> reasons.merge(PLACE.matcher(why).replaceFirst(""), 1, Integer::sum));
        return reasons;
    }

    private static String sessions(int count) {
        return count == 1 ? "1 session" : count + " sessions";
    }

    private static String summary(DriftReport report) {
        long accepted = report.causes().stream()
                .filter(cause -> cause.accepted().isPresent())
                .count();
        long open = report.causes().size() - accepted;
        String requests = report.outcome().requests() + " replies of "
                + sessions(report.outcome().played().size()) + " compared in "
                + String.format(Locale.ROOT, "%.1f", report.took().toMillis() / 1000.0) + " s";
        String causes = open + (open == 1 ? " cause" : " causes") + " of drift";
        return causes + (accepted == 0 ? "" : ", " + accepted + " accepted") + ", "
                + report.same().size() + " operations answer the same; " + requests;
    }

    private static String plain(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replaceAll("\\s+", " ");
    }
}
