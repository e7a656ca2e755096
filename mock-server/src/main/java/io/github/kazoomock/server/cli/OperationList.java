package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.io.PrintStream;

/** The command {@code operations}. */
final class OperationList {
    private OperationList() {}

    static int print(OperationTable operations, PrintStream out) {
        Columns table = new Columns("operation", "verb", "path", "access", "grade", "date");
        for (Operation operation : operations.operations()) {
            for (String template : operation.templates()) {
                table.row(
                        operation.id(),
                        operation.verb().name(),
                        template,
                        operation.access().who(),
                        operation.grade().words(),
                        operation.grade().date().toString());
            }
        }
        table.lines().forEach(out::println);
        return Cli.FINE;
    }
}
