package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.crossbar.Evidence;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;

/** The command {@code operations}. */
final class OperationList {
    private OperationList() {}

    static int print(OperationTable operations, PrintStream out) {
        Columns table = new Columns("operation", "verb", "path", "access", "evidence");
        for (Operation operation : operations.operations()) {
            for (String template : operation.templates()) {
                table.row(
                        operation.id(),
                        operation.verb().name(),
                        template,
                        operation.access().who(),
                        grade(operation));
            }
        }
        table.lines().forEach(out::println);
        return Cli.FINE;
    }

    /** The strongest of its sources. */
    private static String grade(Operation operation) {
        return operation.evidence().stream()
                .map(Evidence::kind)
                .min(Comparator.naturalOrder())
                .orElse(Evidence.Kind.UNVERIFIED)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }
}
