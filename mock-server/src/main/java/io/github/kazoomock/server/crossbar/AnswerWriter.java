package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.faults.Instead;
import io.github.kazoomock.server.journal.Check;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an outcome into status, headers and bytes (core sheet 5 and 6). */
final class AnswerWriter {
    /** Constant per server, as KAZOO's is: 22 characters of base64url. */
    private static final String NODE = java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(java.util.HexFormat.of().parseHex(Hash.md5("kazoo-mock")));

    /** The mock's own: how sure we are of the operation that answers, and which one it is. */
    private static final String GRADE = "x-kazoo-mock-grade";

    private static final byte[] EMPTY = new byte[0];
    private static final byte[] BANNER = """
                 _
                | | ____ _ _______   ___
                | |/ / _` |_  / _ \\ / _ \\
                |   < (_| |/ / (_) | (_) |
                |_|\\_\\__,_/___\\___/ \\___/   mock

                The API is under /v2.
                """.getBytes(StandardCharsets.UTF_8);

    private final Incoming in;
    private final Profile profile;
    private final Progress progress;
    private final Timestamps.Texts time;

    AnswerWriter(Incoming in, Profile profile, Progress progress, Timestamps.Texts time) {
        this.in = in;
        this.profile = profile;
        this.progress = progress;
        this.time = time;
    }

    /** Anything outside of {@code /vN} is a page of text, whatever the method. */
    Answer notTheApi() {
        Map<String, String> headers = basics();
        headers.put("content-type", "text/plain; charset=UTF-8");
        return answer(200, headers, BANNER, "");
    }

    /** A user's own reply, which a page elsewhere may read like any other. */
    Answer own(Instead.Own own) {
        Map<String, String> headers = basics();
        headers.putAll(Cors.headers(in, profile, progress.allowed));
        headers.putAll(own.headers());
        return answer(own.status(), headers, in.method().equals("HEAD") ? EMPTY : own.body(), "");
    }

    Answer preflight() {
        Map<String, String> headers = basics();
        var allowed = progress.allowed == null ? EnumSet.noneOf(Verb.class) : progress.allowed;
        headers.putAll(Cors.headers(in, profile, allowed));
        return answer(200, headers, EMPTY, "");
    }

    Answer outcome(Outcome outcome, Verb sent) {
        return outcome instanceof Reply reply ? reply(reply, sent) : problem((Problem) outcome);
    }

    Answer problem(Problem problem) {
        progress.problem = problem;
        Map<String, String> headers = basics();
        if (problem.isBare()) {
            if (progress.allowed != null && in.isCrossOrigin()) {
                headers.putAll(Cors.headers(in, profile, progress.allowed));
            }
            return answer(problem.status(), headers, EMPTY, "");
        }
        headers.putAll(Cors.headers(in, profile, progress.allowed));
        if (progress.negotiated || profile.does(Decision.EARLY_ERRORS_HAVE_CONTENT_TYPE)) {
            headers.put("content-type", progress.jsonp == null ? MediaTypes.JSON : "application/javascript");
        }
        negotiated(headers);
        JsonObject.Builder rest = JsonObject.builder()
                .put("error", Integer.toString(problem.status()))
                .put("message", problem.message())
                .put("status", "error");
        if (profile.does(Decision.ENVELOPE_HAS_METADATA)) {
            rest.put("metadata", JsonObject.EMPTY);
        }
        boolean hidden = in.method().equals("HEAD");
        byte[] data = problem.data() == null ? null : problem.data().utf8();
        byte[] body = hidden ? EMPTY : dressed(EnvelopeWriter.body(data, common(rest)));
        return answer(problem.status(), headers, body, reason(problem));
    }

    private Answer reply(Reply reply, Verb sent) {
        if (reply.token() != null) {
            progress.token = reply.token().text();
            progress.authenticated |= reply.token().isNew();
        }
        Map<String, String> headers = basics();
        if (progress.allowed != null && in.isCrossOrigin()) {
            headers.putAll(Cors.headers(in, profile, progress.allowed));
        }
        headers.put("content-type", MediaTypes.JSON);
        negotiated(headers);
        headers.putAll(reply.headers());
        if (sent == Verb.GET) {
            tag(reply, headers);
        }
        if (reply.status() == 304) {
            headers.remove("content-type");
            return answer(304, headers, EMPTY, "");
        }
        if (reply.data() instanceof Data.Binary binary) {
            return file(binary, reply, headers);
        }
        if (progress.csv && reply.data() instanceof Data.Rows rows) {
            return csv(rows, headers);
        }
        if (progress.chunked && sent == Verb.GET && reply.data() instanceof Data.Rows rows && rows.isStreamed()) {
            return streamed(rows, headers);
        }
        JsonObject.Builder rest = EnvelopeWriter.beside(reply, profile).toBuilder();
        rest.put("revision", reply.revision()).put("status", "success");
        byte[] body = dressed(EnvelopeWriter.body(EnvelopeWriter.data(reply, profile), common(rest)));
        return answer(status(reply, sent), headers, body, "");
    }

    private int status(Reply reply, Verb sent) {
        if (reply.status() != 0 && (reply.status() != 202 || profile.does(Decision.ACCEPTED_IS_202))) {
            return reply.status();
        }
        boolean created =
                sent == Verb.PUT || (sent == Verb.POST && reply.headers().containsKey("location"));
        return created ? 201 : 200;
    }

    private void tag(Reply reply, Map<String, String> headers) {
        if (reply.revision() != null) {
            boolean weak = reply.data() instanceof Data.Rows && profile.does(Decision.LISTS_HAVE_STABLE_TAGS);
            headers.put("etag", (weak ? "W/\"" : "\"") + reply.revision() + "\"");
        }
        headers.put("expires", "Fri, 01 Jan 1999 00:00:00 GMT");
    }

    private Answer csv(Data.Rows rows, Map<String, String> headers) {
        if (rows.rows().isEmpty()) {
            headers.remove("content-type");
            return answer(204, headers, EMPTY, "");
        }
        headers.put("content-type", MediaTypes.CSV);
        String file = Csv.fileName(progress.fileName, progress.chunked ? null : progress.requestId);
        headers.put("content-disposition", "attachment; filename=\"" + file + "\"");
        return answer(200, headers, Csv.table(rows.rows(), progress.table), "");
    }

    /** A file has the content type it was stored with: mostly a 406 for a client that cannot take that one. */
    private Answer file(Data.Binary binary, Reply reply, Map<String, String> headers) {
        progress.check = Check.FILE;
        String type = binary.file().contentType();
        if (!progress.byOption && !binary.asAgreed() && !MediaTypes.covers(in.joined("accept"), type)) {
            return problem(Problem.bare(406));
        }
        byte[] content = binary.file().bytes();
        headers.put("content-type", type);
        if (binary.disposition() != null) {
            headers.put("content-disposition", binary.disposition());
        }
        if (in.header("range") == null || content.length == 0) {
            return answer(reply.status() == 0 ? 200 : reply.status(), headers, content, "");
        }
        ByteRange range = ByteRange.of(in.header("range"), content.length);
        headers.put("content-range", range.header(content.length));
        headers.put("accept-ranges", "bytes");
        byte[] part = Arrays.copyOfRange(content, range.first(), range.last() + 1);
        return answer(range.isWhole(content.length) ? 200 : 206, headers, part, "");
    }

    /** The list first and what else there is behind it (core sheet 8.5). */
    private Answer streamed(Data.Rows rows, Map<String, String> headers) {
        headers.remove("etag");
        JsonObject.Builder trailer = EnvelopeWriter.trailer(rows, profile).toBuilder();
        JsonObject rest = common(trailer.put("status", "success")).without("tokens");
        byte[] body = EnvelopeWriter.body(rows.bytes(), rest);
        return new Answer(200, headers, body, true, progress.operation, "");
    }

    private Map<String, String> basics() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("server", "Cowboy");
        headers.put("date", time.httpDate());
        if (progress.requestId != null) {
            headers.put("x-request-id", progress.requestId);
        }
        if (progress.found != null) {
            headers.put(GRADE, progress.found.grounds().mark());
        }
        return headers;
    }

    private void negotiated(Map<String, String> headers) {
        if (progress.negotiated) {
            headers.put("content-language", progress.language);
            headers.put("vary", "accept-language, accept");
        }
    }

    /** What every envelope has. */
    private JsonObject common(JsonObject.Builder rest) {
        boolean shown = profile.does(Decision.TOKENS_SHOW_WHAT_WAS_CHARGED);
        int remaining = !shown && progress.charge.consumed() == 0 ? 100 : progress.charge.remaining();
        return rest.put("auth_token", progress.token)
                .put("request_id", progress.requestId)
                .put("node", NODE)
                .put("timestamp", time.timestamp())
                .put("version", progress.authenticated ? profile.version() : null)
                .put(
                        "tokens",
                        JsonObject.of(
                                "consumed",
                                Json.of(shown ? progress.charge.consumed() : 1),
                                "remaining",
                                Json.of(remaining)))
                .build();
    }

    private byte[] dressed(byte[] body) {
        byte[] spaced = progress.pretty ? Json.parse(body).pretty() : body;
        if (progress.jsonp == null) {
            return spaced;
        }
        String text = new String(spaced, StandardCharsets.UTF_8);
        return (progress.jsonp + "(" + text + ");").getBytes(StandardCharsets.UTF_8);
    }

    private Answer answer(int status, Map<String, String> headers, byte[] body, String reason) {
        return new Answer(status, headers, body, false, progress.operation, reason);
    }

    private static String reason(Problem problem) {
        @Nullable Json data = problem.data();
        if (data instanceof JsonObject object && object.keys().equals(List.of("message"))) {
            return object.textOr("message", problem.message());
        }
        return data == null ? problem.message() : problem.message() + " " + data;
    }
}
