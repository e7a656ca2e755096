package io.github.kazoomock.server.accounts;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A running server with a tree of accounts, and clients of its admins:
 *
 * <pre>
 * Ocean (master, superduper) > River (reseller) > Brook > Rill > Drop
 *                                               > Pond
 *                            > Lake (reseller)  > Bay
 *                            > Puddle
 * </pre>
 */
public final class Waters implements AutoCloseable {
    private static final Map<String, String> FOLDERS = Map.of(
            "Ocean", "ocean",
            "River", "ocean/river",
            "Brook", "ocean/river/brook",
            "Rill", "ocean/river/brook/rill",
            "Drop", "ocean/river/brook/rill/drop",
            "Pond", "ocean/river/pond",
            "Lake", "ocean/lake",
            "Bay", "ocean/lake/bay",
            "Puddle", "ocean/puddle");
    private static final List<String> RESELLERS = List.of("Ocean", "River", "Lake");

    private final KazooServer server;

    private Waters(KazooServer server) {
        this.server = server;
    }

    /** What a test changes of the tree: system settings and documents of accounts. */
    public static final class Setup {
        private final Map<String, JsonObject> settings = new HashMap<>();
        private final Map<String, JsonObject> accounts = new HashMap<>();
        private String profile = "kazoo-5";

        public Setup profile(String name) {
            profile = name;
            return this;
        }

        public Setup setting(String category, String key, Json value) {
            JsonObject known = settings.getOrDefault(category, JsonObject.EMPTY);
            settings.put(category, known.with(value, "default", key));
            return this;
        }

        /** A key of an account's document, also a private one. */
        Setup account(String name, String key, Json value) {
            JsonObject known = accounts.getOrDefault(name, JsonObject.EMPTY);
            accounts.put(name, known.with(value, key));
            return this;
        }

        public Waters start(Path folder) {
            write(folder, "fixture.json", JsonObject.of("description", Json.of("waters")));
            settings.forEach((category, value) -> write(folder, "system_config/" + category + ".json", value));
            FOLDERS.forEach((name, path) -> {
                JsonObject more = accounts.getOrDefault(name, JsonObject.EMPTY);
                write(folder, path + "/account.json", account(name).plus(more));
                write(folder, path + "/users.json", users());
            });
            return new Waters(KazooServer.builder()
                    .port(0)
                    .fixture(folder.toString())
                    .profile(profile)
                    .start());
        }

        private static JsonObject account(String name) {
            JsonObject.Builder account = JsonObject.builder()
                    .put("name", name)
                    .put("realm", name + ".example.com")
                    .put("timezone", "Europe/Berlin");
            if (RESELLERS.contains(name)) {
                account.put("pvt_reseller", true);
            }
            if (name.equals("Ocean")) {
                account.put("pvt_superduper_admin", true);
            }
            return account.build();
        }

        private static JsonObject users() {
            return JsonObject.of("admin", user("admin"), "staff", user("user"));
        }

        private static JsonObject user(String level) {
            String name = level.equals("admin") ? "admin" : "staff";
            return JsonObject.builder()
                    .put("username", name)
                    .put("password", name)
                    .put("first_name", name)
                    .put("last_name", name)
                    .put("priv_level", level)
                    .build();
        }

        private static void write(Path folder, String file, JsonObject json) {
            try {
                Path path = folder.resolve(file);
                Files.createDirectories(path.getParent());
                Files.write(path, json.utf8());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The tree as it is described, in a folder that the test gives. */
    public static Waters start(Path folder) {
        return new Setup().start(folder);
    }

    public void reset() {
        server.reset();
    }

    /** A client without a token. */
    public TestClient anybody() {
        return TestClient.of(server);
    }

    /** The admin of an account. */
    public TestClient as(String account) {
        return anybody().login(login(account, "admin"));
    }

    /** A user of an account who is no admin. */
    public TestClient staff(String account) {
        return anybody().login(login(account, "staff"));
    }

    public String id(String account) {
        return login(account, "admin").accountId();
    }

    String apiKey(String account) {
        return login(account, "admin").apiKey();
    }

    /** {@code accounts/ID}, and what follows. */
    public String path(String account, String... more) {
        return "accounts/" + id(account) + (more.length == 0 ? "" : "/" + String.join("/", more));
    }

    /** The account as this one's admin reads it. */
    Response read(String account, String reader) {
        return as(reader).get(path(account));
    }

    private Login login(String account, String username) {
        return server.logins().stream()
                .filter(login -> login.accountName().equals(account))
                .filter(login -> login.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** JSON with single quotes. */
    public static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    /** The names of the accounts in a list. */
    static List<String> names(Response list) {
        return list.body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("name", "?"))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
