package io.github.kazoomock.server.nouns;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain PDF files strictly: every object where the cross-reference table says, every stream as long as it says.
 *
 * @param pages how many there are
 * @param texts what is shown, in order
 */
record PdfReader(int pages, List<String> texts) {
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final Pattern STREAM = Pattern.compile("<< /Length (\\d+) >>\nstream\n");
    private static final Pattern SHOWN = Pattern.compile("\\(((?:[^\\\\()]|\\\\.)*)\\) Tj");

    static PdfReader of(byte[] file) {
        String text = new String(file, WIN_ANSI); // one character a byte
        check(text.startsWith("%PDF-1.4\n") && text.endsWith("%%EOF\n"), "frame");
        int table = Integer.parseInt(group(text, "startxref\n(\\d+)\n%%EOF\n$"));
        check(text.startsWith("xref\n0 ", table), "startxref");
        int size = Integer.parseInt(group(text.substring(table), "^xref\n0 (\\d+)\n"));
        int entries = text.indexOf('\n', table + 5) + 1;
        for (int i = 1; i < size; i++) {
            String entry = text.substring(entries + 20 * i, entries + 20 * i + 20);
            check(entry.endsWith(" 00000 n \n"), "entry " + i);
            check(text.startsWith(i + " 0 obj\n", Integer.parseInt(entry.substring(0, 10))), "object " + i);
        }
        int pages = Integer.parseInt(group(text, "/Type /Pages /Count (\\d+)"));
        List<String> texts = new ArrayList<>();
        Matcher stream = STREAM.matcher(text);
        while (stream.find()) {
            int end = stream.end() + Integer.parseInt(stream.group(1));
            check(text.startsWith("endstream\nendobj\n", end), "stream");
            Matcher shown = SHOWN.matcher(text.substring(stream.end(), end));
            while (shown.find()) {
                texts.add(shown.group(1).replaceAll("\\\\(.)", "$1"));
            }
        }
        return new PdfReader(pages, texts);
    }

    private static String group(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        check(matcher.find(), regex);
        return matcher.group(1);
    }

    private static void check(boolean good, String what) {
        if (!good) {
            throw new IllegalArgumentException("no good PDF: " + what);
        }
    }
}
