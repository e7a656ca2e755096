package io.github.kazoomock.server.cli;

import java.util.ArrayList;
import java.util.List;

/** A table as text: columns as wide as they must be, two spaces apart. */
final class Columns {
    private final List<String[]> rows = new ArrayList<>();

    Columns(String... titles) {
        if (titles.length > 0) {
            rows.add(titles);
        }
    }

    void row(String... cells) {
        rows.add(cells);
    }

    List<String> lines() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
