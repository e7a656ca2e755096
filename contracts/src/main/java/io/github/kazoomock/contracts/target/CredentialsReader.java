package io.github.kazoomock.contracts.target;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials: what the command line says, else the file it names, else variables, of which {@code
 * KAZOO_CREDENTIALS} is such a file or its text. Complaints never show what was read.
 */
public final class CredentialsReader {
    private static final Set<String> PASSWORD = Set.of("username", "password", "account_name");
    private static final Map<String, String> VARIABLES = Map.of(
            "KAZOO_USERNAME", "username",
            "KAZOO_PASSWORD", "password",
            "KAZOO_ACCOUNT_NAME", "account_name",
            "KAZOO_API_KEY", "api_key",
            "KAZOO_AUTH_TOKEN", "auth_token");
    private static final String FORMAT = "write {\"username\", \"password\", \"account_name\"}, {\"api_key\"} or"
            + " {\"auth_token\"}, each with its text";

    private CredentialsReader() {}

    /** True for a variable of the environment that credentials are read from. */
    public static boolean isVariable(String name) {
        return name.equals("KAZOO_CREDENTIALS") || VARIABLES.containsKey(name);
    }

    /**
     * Reads them.
     *
     * @param flags by the key that a file has
     * @param file null when none is named
     * @throws UsageError when there are none, or not enough, or of several kinds
     */
    public static Credentials read(Map<String, String> flags, @Nullable Path file, Map<String, String> environment) {
        JsonObject.Builder said = JsonObject.builder();
        flags.forEach(said::put);
        JsonObject all = said.build();
        if (!all.isEmpty()) {
            return of(all, "the options");
        }
        if (file != null) {
            return of(parsed(file), "--credentials " + file);
        }
        String one = environment.get("KAZOO_CREDENTIALS");
        if (one != null && !one.isBlank()) {
            boolean isText = one.strip().startsWith("{");
            return of(isText ? parsed(one, "KAZOO_CREDENTIALS") : parsed(Path.of(one.strip())), "KAZOO_CREDENTIALS");
        }
        JsonObject.Builder variables = JsonObject.builder();
        VARIABLES.forEach((variable, key) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                variables.put(key, value);
            }
        });
        JsonObject found = variables.build();
        if (found.isEmpty()) {
            throw new UsageError(
                    "no credentials for --target; give --credentials FILE or KAZOO_CREDENTIALS: " + FORMAT);
        }
        return of(found, "KAZOO_...");
    }

    private static Credentials of(JsonObject said, String where) {
        Set<String> keys = Set.copyOf(said.keys());
        boolean areTexts = keys.stream().noneMatch(key -> said.textOr(key, "").isEmpty());
        if (areTexts && keys.equals(PASSWORD)) {
            return new Credentials.Password(
                    said.textOr("username", ""), said.textOr("password", ""), said.textOr("account_name", ""));
        }
        if (areTexts && keys.equals(Set.of("api_key"))) {
            return new Credentials.ApiKey(said.textOr("api_key", ""));
        }
        if (areTexts && keys.equals(Set.of("auth_token"))) {
            return new Credentials.Token(said.textOr("auth_token", ""));
        }
        throw new UsageError(where + " have " + (keys.isEmpty() ? "nothing" : String.join(", ", said.keys()))
                + (areTexts ? "" : ", not all of it texts") + "; " + FORMAT);
    }

    private static JsonObject parsed(Path file) {
        try {
            return parsed(Files.readString(file), "credentials file " + file);
        } catch (IOException e) {
            throw new UsageError("credentials file " + file + " cannot be read; name a file like that: " + FORMAT);
        }
    }

    private static JsonObject parsed(String text, String where) {
        try {
            if (Json.parse(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonSyntaxException e) {
            // what is wrong with it might show a password
        }
        throw new UsageError(where + " is no JSON object; " + FORMAT);
    }
}
