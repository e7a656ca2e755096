package io.github.kazoomock.contracts.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.kazoomock.contracts.redact.Redactor;
import io.github.kazoomock.contracts.redact.RuleTable;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in every corner of requests and replies, of which not one may be anywhere under the folder. */
@Timeout(300)
class PlantedSecretsTest {
    private static final int EXCHANGES = 40;

    /** The keys under which secrets stand, each with what is planted there. */
    private static final List<String> KEYS = List.of(
            "password",
            "auth_token",
            "credentials",
            "pvt_api_key",
            "client_secret",
            "pvt_md5_auth",
            "pin",
            "email",
            "to",
            "caller_id_number",
            "street_address",
            "postal_code",
            "first_name",
            "last_name",
            "reset_id",
            "jwt");

    private final List<String> planted = new ArrayList<>();
    private Random random = new Random(0);
    private volatile byte[] reply = new byte[0];
    private volatile String type = "application/json";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_planted_is_on_the_disk(long seed, @TempDir Path folder) throws IOException {
        random = new Random(seed);
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", call -> {
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("content-type", type);
            call.getResponseHeaders().add("set-cookie", "id=" + secret("jwt"));
            call.getResponseHeaders()
                    .add(
                            "location",
                            "/v2/accounts/a/phone_numbers/%2B" + secret("to").substring(1));
            call.sendResponseHeaders(200, reply.length);
            call.getResponseBody().write(reply);
            call.close();
        });
        target.start();
        Recorder.Plan plan = new Recorder.Plan(
                URI.create("http://127.0.0.1:" + target.getAddress().getPort() + "/v2/"),
                folder,
                0,
                Redactor.of(RuleTable.builtIn()),
                true);
        try (Recorder recorder = new Recorder(plan, written -> {})) {
            Client client = new Client(recorder.apiRoot());
            for (int i = 0; i < EXCHANGES; i++) {
                String shape =
                        List.of("json", "form", "parts", "text", "broken").get(i % 5);
                String replied = List.of("json", "text", "broken", "csv").get(i % 4);
                reply = body(replied);
                type = types().getOrDefault(replied, "application/json");
                client.send("POST", path(), body(shape), headers(shape));
            }
            assertThat(recorder.lost()).isZero();
            assertThat(recorder.written()).isEqualTo(EXCHANGES);
        } finally {
            target.stop(0);
        }
        assertThat(planted).hasSizeGreaterThan(EXCHANGES * 10);
        assertThat(found(folder)).isEmpty();
    }

    /** What of the planted is in any file, as it is or percent-encoded. */
    private List<String> found(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file);
                planted.stream()
                        .filter(secret -> content.contains(secret)
                                || content.contains(URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                        .map(secret -> file.getFileName() + ": " + secret)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private String path() {
        String query = "auth_token=" + secret("auth_token") + "&filter_email=" + encoded(secret("email"))
                + "&filter_to=" + encoded(secret("to"));
        return "accounts/a/phone_numbers/" + encoded(secret("to")) + "?" + query;
    }

    private static Map<String, String> types() {
        return Map.of(
                "json", "application/json",
                "form", "application/x-www-form-urlencoded",
                "parts", "multipart/form-data; boundary=xyzzy",
                "text", "text/plain; charset=utf-8",
                "csv", "text/csv");
    }

    private Map<String, String> headers(String shape) {
        return Map.of(
                "content-type", types().getOrDefault(shape, "application/json"),
                "authorization", "Basic " + secret("jwt"),
                "cookie", "a=" + secret("password"),
                "x-note", "for " + secret("email") + ", call " + secret("to"));
    }

    private byte[] body(String shape) {
        String text = switch (shape) {
            case "json" -> JsonObject.of("data", value(4)).toString();
            case "broken" -> "{\"data\": " + value(2).toString().replaceFirst("}+$", "");
            case "form" ->
                "password=" + secret("password") + "&email=" + encoded(secret("email")) + "&x=" + encoded(secret("to"));
            case "parts" -> parts();
            case "csv" -> "id,first_name\r\n1," + secret("first_name") + "\r\n";
            default ->
                "password=" + secret("password") + "\nplease mail " + secret("email") + " or call " + secret("to")
                        + ", token " + secret("jwt") + "\nfirst_name: " + secret("first_name") + "\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String parts() {
        return "--xyzzy\r\ncontent-disposition: form-data; name=\"password\"\r\n\r\n" + secret("password")
                + "\r\n--xyzzy\r\ncontent-disposition: form-data; name=\"data\"\r\ncontent-type: application/json\r\n\r\n"
                + value(3) + "\r\n--xyzzy\r\ncontent-disposition: form-data; name=\"file\"; filename=\""
                + secret("email")
                + ".txt\"\r\ncontent-type: text/plain\r\n\r\nmy pin: " + secret("pin") + "\r\n--xyzzy--\r\n";
    }

    /** An object with secrets at every depth, as values, in arrays, as keys and in texts that are JSON themselves. */
    private JsonObject value(int depth) {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < 4; i++) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            object.put(key, Json.of(secret(key)));
        }
        object.put(
                "passwords_password",
                JsonArray.of(Json.of(secret("password")), JsonObject.of("x", Json.of(secret("password")))));
        object.put("note", Json.of("mail " + secret("email") + " or call " + secret("to") + "!"));
        object.put("numbers", JsonObject.of(secret("to"), JsonObject.of(secret("email"), Json.of(true))));
        object.put(
                "embedded",
                Json.of(JsonObject.of("auth_token", Json.of(secret("auth_token")))
                        .toString()));
        object.put(
                "url", Json.of("https://u:" + secret("password") + "@h.example/?auth_token=" + secret("auth_token")));
        return depth == 0
                ? object.build()
                : object.put("list", JsonArray.of(value(depth - 1))).build();
    }

    /** Something that nobody could mistake for anything else, of the kind that stands under a key. */
    private synchronized String secret(String key) {
        String made = switch (key) {
            case "credentials", "pvt_md5_auth" -> hex(32);
            case "pvt_api_key" -> hex(64);
            case "email" -> "zq" + hex(6) + "." + hex(4) + "@corp" + hex(4) + ".example.net";
            // none of those that pseudonyms are made of
            case "to", "caller_id_number" ->
                random.nextBoolean() ? "+1312867" + digits(4) : "+4930" + (2 + random.nextInt(7)) + digits(7);
            case "pin" -> "7" + digits(7);
            case "postal_code" -> "Q" + digits(7);
            case "street_address" -> (10_000 + random.nextInt(80_000)) + " Zyx" + hex(6) + " Road";
            case "first_name", "last_name" -> "Zyx" + letters(8);
            case "jwt" -> "eyJ" + hex(12) + "." + hex(16) + "." + hex(12);
            default -> "zq" + hex(14);
        };
        planted.add(made);
        return made;
    }

    private String hex(int length) {
        return of("0123456789abcdef", length);
    }

    private String digits(int length) {
        return of("0123456789", length);
    }

    private String letters(int length) {
        return of("bcdfghklmnprstvwxz", length);
    }

    private String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
