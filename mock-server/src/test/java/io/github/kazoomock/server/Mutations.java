package io.github.kazoomock.server;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes bad requests out of good ones; the same seed makes the same requests. */
final class Mutations {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "BREW", "PROPFIND");
    private static final List<String> SEGMENTS = List.of(
            "",
            "%20",
            "%2F",
            "%00",
            "..",
            "users",
            "devices",
            "accounts",
            "account",
            "schemas",
            "zzz",
            "%C3%28",
            "a".repeat(32),
            "token_auth",
            "user_auth",
            "children",
            "reseller",
            "é");
    private static final List<String> QUERIES = List.of(
            "page_size=0",
            "page_size=x",
            "page_size=1.5",
            "page_size=-1",
            "page_size=99999999999999999999",
            "paginate=false",
            "start_key=zzz",
            "start_key=g2o",
            "start_key=g20AAAD_",
            "bookmark=%00",
            "ascending=true",
            "descending=false",
            "filter_enabled=true",
            "filter_a.b.1.c=[%22x%22]",
            "filter_=",
            "filter_not_=[",
            "has_key=",
            "key_missing=a.b",
            "filter_any_name=[1,{},null]",
            "filter_array_intersect_all_flags=[]",
            "created_from=x",
            "created_to=1",
            "fields=[",
            "fields=[%22name%22,%22sip.username%22]",
            "fields=%22a,,b%22",
            "full_docs=true",
            "is_chunked=true",
            "chunk_size=0",
            "chunk_size=-1",
            "accept=csv",
            "jsonp=f",
            "pretty_print=true",
            "verb=DELETE",
            "verb=nonsense",
            "auth_token=a.b.c",
            "include_api_key=true",
            "should_soft_delete=false",
            "a=b&a",
            "&&&=&=",
            "%25=%25",
            "_=123");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "0",
            "-1",
            "1.5",
            "1e308",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"%2E\"",
            "\"é€😀\"",
            "[[[[]]]]",
            "[1,\"a\",null]",
            "{\"\":{\"\":\"\"}}",
            "{\"a.b\":{\"_c\":null}}");
    private static final Map<String, List<String>> HEADERS = Map.of(
            "X-Auth-Token", List.of("undefined", "a.b.c", "", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(4000)),
            "Authorization", List.of("Basic !!!", "Basic OjphOg==", "Bearer x", "Digest y", "Basic"),
            "Accept", List.of("text/html", "text/csv", "*/*;q=0", "a", "application/json;q=x", ",,,", "text/*"),
            "Accept-Language", List.of("de", "*", "en;q=abc", ";;", "fr;q=0.5,en"),
            "Accept-Encoding", List.of("gzip", "br", "gzip;q=0"),
            "If-Match", List.of("x", "\"1-0\"", "*", "W/\"a\"", ""),
            "If-None-Match", List.of("x", "\"1-0\"", "*", "W/\"a\", \"b\""),
            "Content-Type",
                    List.of(
                            "text/plain",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=x",
                            "x/",
                            "a/b;c",
                            "application/base64",
                            "application/json; charset=utf-16"),
            "X-Request-ID", List.of("", "x".repeat(300), "\u00e9"),
            "Origin", List.of("http://example.org", "null"));

    private final Random random;
    private final List<Request> valid;

    /** One request; the line without the protocol. */
    record Request(String line, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.UTF_8);
            return line + " "
                    + headers.entrySet().stream()
                            .filter(e -> e.getValue().length() < 100)
                            .toList() + " " + text.substring(0, Math.min(300, text.length()));
        }
    }

    Mutations(long seed, List<Request> valid) {
        this.random = new Random(seed);
        this.valid = valid;
    }

    /** A request to every operation of the table, good enough to be routed to it. */
    static List<Request> validRequests(KazooServer server) {
        List<Request> requests = new ArrayList<>();
        for (String username : List.of("admin", "nora", "grace", "milo")) {
            Login login = server.logins().stream()
                    .filter(known -> known.username().equals(username))
                    .findFirst()
                    .orElseThrow();
            String token = TestClient.of(server).token(login);
            String users = "accounts/" + login.accountId() + "/users?paginate=false";
            Json first = TestClient.of(server)
                    .with("X-Auth-Token", token)
                    .get(users)
                    .body()
                    .array("data")
                    .get(0);
            String userId = ((JsonObject) first).textOr("id", "");
            for (Operation operation : server.operations().operations()) {
                String path = operation
                        .templates()
                        .get(0)
                        .replace("{ACCOUNT_ID}", login.accountId())
                        .replace("{USER_ID}", userId)
                        .replaceAll("schemas/\\{[A-Z_]+}", "schemas/users")
                        .replace("{AUTH_TOKEN}", token)
                        .replaceAll("\\{[A-Z_]+}", userId);
                requests.add(new Request(
                        operation.verb() + " /v2" + path,
                        Map.of("X-Auth-Token", token, "Content-Type", "application/json"),
                        body(operation).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return requests;
    }

    private static String body(Operation operation) {
        return operation.verb().writes()
                ? "{\"data\":{\"name\":\"Mutant\",\"first_name\":\"Mu\",\"last_name\":\"Tant\",\"credentials\":\"00\","
                        + "\"account_name\":\"x\",\"username\":\"mutant\",\"password\":\"secret\",\"sip\":{\"username\":\"mut\"},"
                        + "\"enabled\":true,\"caller_id\":{\"internal\":{\"name\":\"M\"}},\"flags\":[\"a\"],\"to\":\"x\","
                        + "\"token\":\"a.b.c\",\"ui_metadata\":{\"origin\":\"test\"}}}"
                : "";
    }

    Request next() {
        Request request = valid.get(random.nextInt(valid.size()));
        String[] line = request.line.split(" ", 2);
        String method = line[0];
        String path = line[1];
        Map<String, String> headers = new LinkedHashMap<>(request.headers);
        byte[] body = request.body;
        for (int i = random.nextInt(3); i >= 0; i--) {
            switch (random.nextInt(10)) {
                case 0 -> method = pick(METHODS);
                case 1 -> path = otherSegment(path);
                case 2, 3 -> path = path + (path.contains("?") ? "&" : "?") + pick(QUERIES);
                case 4 -> {
                    String name = pick(List.copyOf(HEADERS.keySet()));
                    headers.put(name, pick(HEADERS.getOrDefault(name, List.of(""))));
                }
                case 5 -> headers.remove(pick(List.copyOf(HEADERS.keySet())));
                case 6 -> body = noise(body);
                default -> body = otherValue(body);
            }
        }
        return new Request(method + " " + path, headers, body);
    }

    private String otherSegment(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 4) {
            return path + "/" + pick(SEGMENTS);
        }
        segments[2 + random.nextInt(segments.length - 2)] = pick(SEGMENTS);
        return String.join("/", segments).replace("é", "%C3%A9");
    }

    /** Another value, or a further key, somewhere in the JSON. */
    private byte[] otherValue(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        List<Integer> colons = new ArrayList<>();
        for (int at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 1)) {
            colons.add(at + 2);
        }
        if (colons.isEmpty()) {
            return ("{\"data\":" + pick(VALUES) + "}").getBytes(StandardCharsets.UTF_8);
        }
        int from = colons.get(random.nextInt(colons.size()));
        int to = from;
        while (to < text.length() && ",}]".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return (text.substring(0, from) + pick(VALUES) + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(byte[] body) {
        return switch (random.nextInt(5)) {
            case 0 -> {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 1 -> java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> ("{\"data\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101)).getBytes(StandardCharsets.UTF_8);
            case 3 ->
                ("{\"data\":{\"name\":\"" + "x".repeat(random.nextInt(100_000)) + "\"}}")
                        .getBytes(StandardCharsets.UTF_8);
            default -> {
                byte[] flipped = body.clone();
                for (int i = 0; i < 3 && flipped.length > 0; i++) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                yield flipped;
            }
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
