package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.faults.Instead;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a reply of the user's own: {@code status}, {@code headers}, {@code body}, which is JSON or a text as it is. */
final class OwnReply {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final List<String> OF_THE_SERVER = List.of("content-length", "transfer-encoding", "connection");

    private OwnReply() {}

    static Instead read(JsonObject said) {
        FaultReader.only(said, List.of("status", "headers", "body"));
        long status = Wanted.integer(said, "status", 200);
        if (status < 200 || status > 599) {
            throw new BadRequest("status: use 200 to 599");
        }
        Json body = said.get("body");
        if (body != null && (status == 204 || status == 304)) {
            throw new BadRequest("body: a " + status + " has none");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (body != null) {
            headers.put("content-type", body instanceof JsonText ? "text/plain; charset=UTF-8" : "application/json");
        }
        headers.putAll(FaultReader.within(said, "headers", OwnReply::headers));
        String text = body == null ? "" : body instanceof JsonText written ? written.value() : body.toString();
        return new Instead.Own((int) status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(JsonObject said) {
        Map<String, String> headers = new LinkedHashMap<>();
        said.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || OF_THE_SERVER.contains(name.toLowerCase(Locale.ROOT))) {
                throw new BadRequest(name + ": is no header that can be set");
            }
            if (!(value instanceof JsonText text)
                    || !VALUE.matcher(text.value()).matches()) {
                throw new BadRequest(name + ": use a text of one line");
            }
            headers.put(name.toLowerCase(Locale.ROOT), text.value());
        });
        return headers;
    }
}
