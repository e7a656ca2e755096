package io.github.kazoomock.contracts.record;

import io.github.kazoomock.contracts.redact.Redactor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A body in parts, each without its secrets; the boundary stays. */
record MultipartText(Redactor redactor, BodyReader reader) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type:\\s*([^\\r\\n]*)");

    /** Null when the parts cannot be told apart. */
    byte @Nullable [] redacted(String contentType, byte[] bytes) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return null;
        }
        // one character for each byte, so that nothing of a file changes
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String separator = "--" + boundary.group(1);
        int at = text.indexOf(separator);
        if (at != 0) {
            return null; // somebody wrote something before the parts
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (at >= 0) {
            int begin = at + separator.length();
            int next = text.indexOf("\r\n" + separator, begin);
            write(out, separator);
            if (next < 0) {
                write(out, text.startsWith("--", begin) ? "--\r\n" : "");
                return out.toByteArray();
            }
            out.writeBytes(part(text.substring(begin, next)));
            write(out, "\r\n");
            at = next + 2;
        }
        return out.toByteArray();
    }

    private byte[] part(String part) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            return new byte[0];
        }
        String head = part.substring(0, end);
        byte[] content = part.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(redactor.text(utf8(head)).getBytes(StandardCharsets.UTF_8));
        write(out, "\r\n\r\n");
        out.writeBytes(content(head, content));
        return out.toByteArray();
    }

    private byte[] content(String head, byte[] content) {
        Matcher type = TYPE.matcher(head);
        Matcher name = NAME.matcher(head);
        String text = BodyReader.text(content);
        if (!type.find() && text != null && name.find()) {
            return redactor.field(name.group(1), text).getBytes(StandardCharsets.UTF_8);
        }
        type.reset();
        return reader.read(type.find() ? type.group(1) : "", content, redactor::json)
                .bytes();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
