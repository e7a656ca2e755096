package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Gregorian;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file that a client sends, decoded (core sheet 4.1).
 *
 * @param sentName the file name in its {@code Content-Disposition}; null when it has none
 * @param generic its name is always a generated one
 */
public record Upload(String contentType, @Nullable String sentName, boolean generic, byte[] content) {
    private static final String OCTETS = "application/octet-stream";
    private static final String DATA_URI = "data:";

    /**
     * Reads a file as its headers say.
     *
     * @throws Refusal with 400 for what is no base64
     */
    static Upload of(FilePart part) {
        String sent = part.mediaType();
        String type = sent == null || sent.isEmpty() ? OCTETS : sent;
        if (MediaTypes.isBase64(type)) {
            return base64(new String(part.content(), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        boolean encoded = "base64".equalsIgnoreCase(part.header("content-transfer-encoding"));
        byte[] content = encoded
                ? decoded(new String(part.content(), java.nio.charset.StandardCharsets.ISO_8859_1))
                : part.content();
        return new Upload(type, part.fileName(), false, content);
    }

    private static Upload base64(String text) {
        String body = text.strip();
        if (!body.startsWith(DATA_URI)) {
            return new Upload(OCTETS, null, true, decoded(body));
        }
        int comma = body.indexOf(',');
        if (comma < 0) {
            throw undecodable();
        }
        String type = body.substring(DATA_URI.length(), comma).split(";", 2)[0].strip();
        return new Upload(type.isEmpty() ? OCTETS : type, null, true, decoded(body.substring(comma + 1)));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(checked(base64));
        } catch (IllegalArgumentException e) {
            throw undecodable();
        }
    }

    /** The decoder skips what it does not know; only white space may be skipped. */
    private static String checked(String base64) {
        String dense = base64.replaceAll("\\s", "");
        if (!dense.matches("[A-Za-z0-9+/]*={0,2}")) {
            throw undecodable();
        }
        return dense;
    }

    private static Refusal undecodable() {
        JsonObject fault =
                JsonObject.EMPTY.with(Json.of("failed to decode base64 data"), "file", "encoding", "message");
        return Problems.validation(fault).refusal();
    }

    /** What the file is stored as (decision H27). */
    public String name(Call call) {
        boolean newest = call.does(Decision.UPLOADS_KEEP_THEIR_NAMES);
        return name(
                newest, newest ? call.query().first("filename") : call.options().text("filename"), call.now());
    }

    String name(boolean newest, @Nullable String asked, Instant now) {
        if (asked != null && !generic && !asked.isBlank()) {
            return asked;
        }
        if (newest && sentName != null && !generic && !sentName.isBlank()) {
            return sentName;
        }
        String generated = "uploaded_file_" + Gregorian.seconds(now);
        String extension = MediaTypes.extension(contentType);
        return newest && !extension.isEmpty() ? generated + "." + extension : generated;
    }

    /** The file as it is kept. */
    public Attachment attachment() {
        return Attachment.of(contentType, content);
    }
}
