package io.github.kazoomock.contracts.record;

import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** From an exchange as it was to one that may be written down. */
final class Redaction {
    /** Of the connection, not of what was asked and answered; lengths are others without the secrets. */
    private static final Set<String> OF_THE_WIRE = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "host",
            "keep-alive",
            "transfer-encoding",
            "upgrade",
            "via");

    private final Redactor redactor;
    private final BodyReader bodies;

    /** @param files whether sounds, pictures and documents are kept as they are */
    Redaction(Redactor redactor, boolean files) {
        this.redactor = redactor;
        this.bodies = new BodyReader(redactor, files);
    }

    /** @param raw with bodies as {@link Body.OfBytes}, whatever they are */
    Exchange of(Exchange raw) {
        UnaryOperator<Json> reply = raw.path().matches(".*/schemas(/.*)?")
                ? redactor::description
                : json -> redactor.reply(json, raw.path());
        return new Exchange(
                raw.time(),
                raw.method(),
                redactor.path(raw.path()),
                raw.query().isEmpty() ? "" : redactor.query(raw.query()),
                headers(raw.requestHeaders()),
                body(raw.requestHeaders(), raw.requestBody(), redactor::json),
                raw.status(),
                headers(raw.responseHeaders()),
                body(raw.responseHeaders(), raw.responseBody(), reply),
                raw.took());
    }

    private Map<String, String> headers(Map<String, String> raw) {
        Map<String, String> redacted = new TreeMap<>();
        raw.forEach((name, value) -> {
            if (!OF_THE_WIRE.contains(name)) {
                redacted.put(redactor.text(name), redactor.header(name, value));
            }
        });
        return redacted;
    }

    private Body body(Map<String, String> headers, Body raw, UnaryOperator<Json> json) {
        boolean isPacked = headers.containsKey("content-encoding")
                && !headers.get("content-encoding").equals("identity");
        byte[] bytes = raw.bytes();
        return isPacked && bytes.length > 0
                ? new Body.LeftOut(bytes.length)
                : bodies.read(headers.getOrDefault("content-type", ""), bytes, json);
    }
}
