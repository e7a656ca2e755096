package io.github.kazoomock.server;

import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.evidence.SourceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Renders {@code docs/coverage.md} from the operation table and the list of what KAZOO documents. */
final class CoveragePage {
    private CoveragePage() {}

    /** The table of what is served; the same wherever it is made. */
    static String served(OperationTable table) {
        StringBuilder out = new StringBuilder(
                "| operation | request | who may | grade | date | evidence |\n|---|---|---|---|---|---|\n");
        for (Operation operation : table.operations()) {
            String requests = operation.templates().stream()
                    .map(path -> "`" + operation.verb() + " " + path + "`")
                    .collect(Collectors.joining("<br>"));
            String evidence =
                    operation.evidence().stream().map(Evidence::source).collect(Collectors.joining("; "));
            out.append("| ").append(operation.id()).append(" | ").append(requests);
            out.append(" | ")
                    .append(operation.access().who())
                    .append(" | ")
                    .append(operation.grade().words())
                    .append(" | ")
                    .append(operation.grade().date());
            out.append(" | ").append(evidence).append(" |\n");
        }
        return out.toString();
    }

    /** What grades there are, and of which day the documents tell that they come from. */
    static String grades(OperationTable table) {
        StringBuilder out = new StringBuilder("| grade, the best first | operations |\n|---|---|\n");
        for (Evidence.Kind kind : Evidence.Kind.values()) {
            long count = table.operations().stream()
                    .filter(operation -> operation.grade().kind() == kind)
                    .count();
            out.append(String.format("| %s | %d |%n", kind.words(), count));
        }
        out.append(
                "\n| evidence begins with | kind | date | sure | where the date comes from |\n|---|---|---|---|---|\n");
        for (SourceDocument document : SourceDocument.all()) {
            out.append(String.format(
                    "| %s | %s | %s | %s | %s |%n",
                    document.name(),
                    document.kind().words(),
                    document.date(),
                    document.guess() ? "a guess" : "yes",
                    document.why()));
        }
        return out.toString().replace("\r", "");
    }

    /** The whole page. */
    static String page(OperationTable table, List<String> documented) {
        Set<String> served = new TreeSet<>();
        table.operations()
                .forEach(operation -> operation.templates().forEach(path -> served.add(operation.verb() + " " + path)));
        List<String> both = documented.stream().filter(served::contains).toList();
        List<String> beyond = new ArrayList<>(served);
        beyond.removeAll(documented);
        StringBuilder out = new StringBuilder(
                "# Coverage\n\nMade from the operation table by `PagesTest`;"
                        + " not to be edited by hand. Evidence names the seed documents and, by section, the\n"
                        + "fact sheets that the mock was built from: core, accounts, auth, configs, services, pbx, admin, delta (newest KAZOO).\n"
                        + "An operation's grade is its strongest evidence, of equals the latest; what each grade means: [admin.md](admin.md#what-is-served-and-how-well-it-is-founded).\n\n");
        out.append(String.format(
                "KAZOO's two published API descriptions (2022 and 2026) have %d operations; %d of them are served.%n"
                        + "%d more are served that neither describes: paths of the seed documents and of KAZOO's source.%n"
                        + "Everything else answers 404 `not_found`, as an endpoint that is not started does.%n%n",
                documented.size(), both.size(), beyond.size()));
        out.append("## Grades\n\n")
                .append(grades(table))
                .append("\n## Served\n\n")
                .append(served(table));
        out.append("\n## Served and not in KAZOO's API descriptions\n\n");
        beyond.forEach(request -> out.append("- `").append(request).append("`\n"));
        out.append("\n## Documented by KAZOO, by noun\n\n| noun | documented | served |\n|---|---|---|\n");
        Map<String, int[]> nouns = new TreeMap<>();
        for (String request : documented) {
            int[] counts = nouns.computeIfAbsent(noun(request), name -> new int[2]);
            counts[0]++;
            counts[1] += served.contains(request) ? 1 : 0;
        }
        nouns.forEach((noun, counts) -> out.append(String.format("| %s | %d | %d |%n", noun, counts[0], counts[1])));
        return out.toString().replace("\r", "");
    }

    /** The first noun behind the account, or the first at all. */
    private static String noun(String request) {
        String path = request.substring(request.indexOf('/') + 1);
        String[] steps = path.split("/");
        return steps[0].equals("accounts") && steps.length > 2 ? steps[2] : steps[0];
    }
}
