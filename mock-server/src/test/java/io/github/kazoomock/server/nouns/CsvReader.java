package io.github.kazoomock.server.nouns;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, and nothing else; lines may end in a line feed alone. */
final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    /** The cells line by line; every line has as many as the first. */
    static List<List<String>> read(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return new CsvReader(text).lines();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("no UTF-8", e);
        }
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        while (at < text.length()) {
            List<String> line = line();
            if (!lines.isEmpty() && lines.get(0).size() != line.size()) {
                throw new IllegalArgumentException("line " + lines.size() + " has " + line.size() + " cells");
            }
            lines.add(line);
        }
        return lines;
    }

    private List<String> line() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(text.startsWith("\"", at) ? quoted() : bare());
        } while (skip(","));
        if (!skip("\r\n") && !skip("\n")) {
            throw new IllegalArgumentException("no end of line at " + at);
        }
        return cells;
    }

    private String bare() {
        int from = at;
        while (at < text.length() && ",\"\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (!text.startsWith("\"", at) || text.startsWith("\"\"", at)) {
            cell.append(text.charAt(at)); // fails at the end of the text
            at += text.startsWith("\"\"", at) ? 2 : 1;
        }
        at++;
        return cell.toString();
    }

    private boolean skip(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }
}
