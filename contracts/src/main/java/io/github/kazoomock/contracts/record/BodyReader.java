package io.github.kazoomock.contracts.record;

import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonSyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a recording keeps of a body: JSON, forms, parts and plain text without secrets; files only when they were asked
 * for; and nothing of what secrets cannot be found in (tables, visiting cards, scripts).
 *
 * @param files whether sounds, pictures and documents are kept as they are
 */
record BodyReader(Redactor redactor, boolean files) {
    private static final Set<String> TEXTS =
            Set.of("text/plain", "text/html", "application/json", "application/x-json", "");
    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * Reads a body.
     *
     * @param contentType as the header has it; empty for none
     * @param json takes the secrets out of JSON
     */
    Body read(String contentType, byte[] bytes, UnaryOperator<Json> json) {
        if (bytes.length == 0) {
            return new Body.None();
        }
        String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        String text = text(bytes);
        if (text == null) {
            return type.startsWith("multipart/") ? parts(contentType, bytes) : file(type, bytes);
        }
        Json parsed = json(text);
        if (parsed != null) {
            return new Body.OfJson(json.apply(parsed));
        }
        if (type.startsWith("multipart/")) {
            return parts(contentType, bytes);
        }
        if (type.equals(FORM)) {
            return new Body.OfText(looksLikeForm(text) ? redactor.query(text) : redactor.text(text));
        }
        return TEXTS.contains(type) ? new Body.OfText(redactor.text(text)) : file(type, bytes);
    }

    private Body parts(String contentType, byte[] bytes) {
        byte @Nullable [] redacted = new MultipartText(redactor, this).redacted(contentType, bytes);
        if (redacted == null) {
            return new Body.LeftOut(bytes.length);
        }
        String text = text(redacted);
        return text == null ? new Body.OfBytes(redacted) : new Body.OfText(text);
    }

    /** What nobody can take anything out of. */
    private Body file(String type, byte[] bytes) {
        boolean isFile = type.matches("(audio|image|video)/.*|application/(pdf|octet-stream|zip)");
        return files && isFile ? new Body.OfBytes(bytes) : new Body.LeftOut(bytes.length);
    }

    /** JSON whatever its type says; only what could be an envelope, not any number. */
    private static @Nullable Json json(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[") && !start.startsWith("\"")) {
            return null;
        }
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static boolean looksLikeForm(String text) {
        return text.matches("[A-Za-z0-9%+_.*\\[\\]-]+=[^\\s]*");
    }

    static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
