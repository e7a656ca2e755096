package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings about what can be brought about by asking: the login and the things of a {@link Given}. */
public final class States {
    private final Target target;
    private final Logins logins;

    public States(Target target, Logins logins) {
        this.target = target;
        this.logins = logins;
    }

    /**
     * Logs in and makes the things, in order.
     *
     * @return what the holes of the request stand for
     * @throws StateProblem when there is nobody of a role, or a thing is refused
     */
    public Map<String, String> establish(Given given) {
        return establish(given, Map.of());
    }

    /**
     * The same where something is known already.
     *
     * @param known values that the things may use, and that are among the result
     */
    public Map<String, String> establish(Given given, Map<String, String> known) {
        Map<String, String> values = new LinkedHashMap<>(logins.values());
        values.putAll(known);
        JsonObject params = given.params();
        String role = params.text("login");
        if (role != null) {
            values.put(Logins.AUTH_TOKEN, token(role));
        }
        for (Json thing : params.array("things")) {
            if (!(thing instanceof JsonObject wanted) || wanted.text("as") == null) {
                throw new StateProblem("things: " + thing + " is no object with \"as\"");
            }
            String value = wanted.text("value");
            values.put(wanted.textOr("as", ""), value == null ? make(wanted, values) : Holes.fill(value, values));
        }
        return values;
    }

    /**
     * How a thing is asked for, with the holes it has; only things without a {@code value} are.
     *
     * @param token of whoever asks
     */
    public static Request request(JsonObject thing, String token) {
        return Things.request(thing, token);
    }

    private String make(JsonObject thing, Map<String, String> values) {
        Request request = Things.request(thing, token(thing.textOr("login", Logins.ACCOUNT_ADMIN)));
        Request filled = request.filled(values);
        if (!filled.holes().isEmpty()) {
            throw new StateProblem(thing.textOr("as", "") + " cannot be had: there is no "
                    + String.join(", ", filled.holes()) + " here");
        }
        Response response = target.ask(filled);
        String take = thing.textOr("take", Things.USUAL_TAKE);
        Json answer = response.json();
        Optional<Json> taken = response.isSuccess() && answer != null
                ? Optional.ofNullable(Pointer.at(answer, take))
                : Optional.empty();
        if (taken.isEmpty()) {
            throw new StateProblem(thing.textOr("as", "") + " cannot be had: " + request.method() + " " + filled.path()
                    + " answered " + response.status() + " "
                    + shortened(new String(response.body(), StandardCharsets.UTF_8)) + " without " + take);
        }
        String text = taken.get().text();
        return text == null ? taken.get().toString() : text;
    }

    private String token(String role) {
        String token = logins.token(role);
        if (token == null) {
            throw new StateProblem("login: nobody is " + role + " here");
        }
        return token;
    }

    static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + " ..." : text;
    }
}
