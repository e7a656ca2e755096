package io.github.kazoomock.server.crossbar;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How rows look as comma-separated values; common tools read each of them. */
public enum TableStyle {
    /** Every cell in quotes, each line ends in a line feed (core sheet 6.6). */
    QUOTED(true, "\n"),
    /** Quotes where a cell needs them (pbx sheet 13.3). */
    PLAIN(false, "\n"),
    /** The same with the line ends of RFC 4180. */
    PLAIN_CRLF(false, "\r\n");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\r\n]|^\\s|\\s$");

    private final boolean quotesAll;
    private final String end;

    TableStyle(boolean quotesAll, String end) {
        this.quotesAll = quotesAll;
        this.end = end;
    }

    void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(this::cell).collect(Collectors.joining(",")))
                .append(end);
    }

    private String cell(String text) {
        boolean quoted = quotesAll || NEEDS_QUOTES.matcher(text).find();
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
