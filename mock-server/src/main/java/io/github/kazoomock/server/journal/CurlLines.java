package io.github.kazoomock.server.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests as commands to paste into a shell: secrets are masked, and the token is {@code $TOKEN}. */
public final class CurlLines {
    /** What curl, or the connection, decides by itself. */
    private static final Set<String> OWN = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private CurlLines() {}

    /**
     * One line for each.
     *
     * @param root where the server is: {@code http://127.0.0.1:8000}
     */
    public static String of(List<Journal.Kept> entries, String root) {
        StringBuilder lines = new StringBuilder();
        for (Journal.Kept kept : entries) {
            JournalEntry entry = kept.entry();
            lines.append(line(entry, root)).append("  # ").append(entry.status());
            lines.append(entry.operation().isEmpty() ? "" : " " + entry.operation())
                    .append('\n');
        }
        return lines.toString();
    }

    private static String line(JournalEntry entry, String root) {
        String query = entry.query() == null ? "" : "?" + Secrets.query(entry.query());
        StringBuilder line = new StringBuilder("curl -X ").append(quotedIfNeeded(entry.method()));
        line.append(' ').append(quoted(root + Secrets.path(entry.path()) + query));
        for (Map.Entry<String, String> header : EntryView.requestHeaders(entry).entrySet()) {
            String name = header.getKey();
            if (name.equals("x-auth-token")) {
                line.append(" -H \"X-Auth-Token: $TOKEN\"");
            } else if (!OWN.contains(name)) {
                line.append(" -H ").append(quoted(name + ": " + Secrets.header(name, header.getValue())));
            }
        }
        if (!entry.request().isEmpty()) {
            String text = entry.request().text();
            boolean whole = text != null && !entry.request().isCut();
            line.append(
                    whole
                            ? " --data-raw " + quoted(Secrets.body(String.valueOf(text)))
                            : " --data-binary @body-of-" + entry.request().length() + "-bytes");
        }
        return line.toString();
    }

    private static String quotedIfNeeded(String word) {
        return word.matches("[A-Za-z]+") ? word : quoted(word);
    }

    /** One word for a shell, whatever is in it. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
