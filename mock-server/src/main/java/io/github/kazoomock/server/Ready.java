package io.github.kazoomock.server;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a mock says once it answers requests.
 *
 * @param pid of the process it runs in
 * @param apiRoot with a slash at the end, like {@code adminRoot}
 * @param fixture the pack or folder it began with
 * @param startupMs milliseconds from {@link KazooServer#builder()} until it listened
 */
public record Ready(
        String version,
        long pid,
        int port,
        String apiRoot,
        String adminRoot,
        String fixture,
        long startupMs,
        List<Login> logins) {
    public Ready {
        logins = List.copyOf(logins);
    }

    /** One line of JSON. */
    public String json() {
        return JsonObject.builder()
                .put("event", "ready")
                .put("version", version)
                .put("pid", pid)
                .put("port", port)
                .put("api_root", apiRoot)
                .put("admin_root", adminRoot)
                .put("fixture", fixture)
                .put("startup_ms", startupMs)
                .put("logins", new JsonArray(logins.stream().map(Ready::json).toList()))
                .build()
                .toString();
    }

    private static Json json(Login login) {
        return JsonObject.builder()
                .put("role", login.role())
                .put("account_name", login.accountName())
                .put("account_id", login.accountId())
                .put("realm", login.realm())
                .put("username", login.username())
                .put("password", login.password())
                .put("api_key", login.apiKey())
                .build();
    }

    /** Removes what an earlier mock wrote, so that nobody takes it for this one's. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // then writing fails as well, and says so
        }
    }

    /** Writes the line so that whoever looks finds all of it or no file. */
    void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "." + pid + ".tmp");
        Files.write(beside, (json() + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
