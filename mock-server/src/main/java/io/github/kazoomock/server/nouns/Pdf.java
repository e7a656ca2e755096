package io.github.kazoomock.server.nouns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes lines of text as pages of a PDF 1.4 file, in Helvetica on US letter; the same lines give the same bytes. */
final class Pdf {
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final int LINES_OF_A_PAGE = 44;
    private static final int TOP = 720;
    private static final int LEFT = 72;
    private static final int LEADING = 15;

    /** Numbers of the objects that every file has. */
    private static final int CATALOG = 1;

    private static final int PAGES = 2;
    private static final int PLAIN = 3;
    private static final int BOLD = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    /** A file with a heading on each page; characters beyond Windows-1252 become question marks. */
    static byte[] of(String heading, List<String> lines) {
        return new Pdf().write(heading, lines);
    }

    private byte[] write(String heading, List<String> lines) {
        int pages = Math.max(1, (lines.size() + LINES_OF_A_PAGE - 1) / LINES_OF_A_PAGE);
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(BOLD + 1 + 2 * page).append(" 0 R ");
        }
        print("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
        object("<< /Type /Pages /Count " + pages + " /Kids [ " + kids + "] /MediaBox [ 0 0 612 792 ] >>");
        object(font("Helvetica"));
        object(font("Helvetica-Bold"));
        for (int page = 0; page < pages; page++) {
            int from = page * LINES_OF_A_PAGE;
            page(heading, lines.subList(from, Math.min(lines.size(), from + LINES_OF_A_PAGE)));
        }
        int table = out.size();
        print("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(
                offset -> print(String.format("%010d 00000 n %n", offset).replaceAll("\\R", "\n")));
        print("trailer\n<< /Size " + (offsets.size() + 1) + " /Root " + CATALOG + " 0 R >>\n");
        print("startxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static String font(String name) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>";
    }

    private void page(String heading, List<String> lines) {
        StringBuilder text = new StringBuilder("BT\n/F2 16 Tf\n" + LEADING + " TL\n" + LEFT + " " + TOP + " Td\n");
        text.append(shown(heading)).append("T*\n/F1 11 Tf\n");
        lines.forEach(line -> text.append("T*\n").append(shown(line)));
        byte[] content = text.append("ET\n").toString().getBytes(WIN_ANSI);
        int contents = offsets.size() + 2;
        object("<< /Type /Page /Parent " + PAGES + " 0 R /Contents " + contents + " 0 R /Resources << /Font << /F1 "
                + PLAIN + " 0 R /F2 " + BOLD + " 0 R >> >> >>");
        begin();
        print("<< /Length " + content.length + " >>\nstream\n");
        out.writeBytes(content);
        print("endstream\nendobj\n");
    }

    private static String shown(String line) {
        return "(" + line.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\()])", "\\\\$1") + ") Tj\n";
    }

    private void object(String dictionary) {
        begin();
        print(dictionary + "\nendobj\n");
    }

    private void begin() {
        offsets.add(out.size());
        print(offsets.size() + " 0 obj\n");
    }

    private void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
