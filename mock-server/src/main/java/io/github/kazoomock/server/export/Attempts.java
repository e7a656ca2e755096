package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SampleDocuments;
import io.github.kazoomock.schemas.SampleDocuments.Size;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Verb;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an operation is asked: by whom, where and with what, as its example says, else as its declaration lets guess. */
final class Attempts {
    static final String SUPERDUPER_ADMIN = "superduper_admin";

    /** A thing: the account's plan charges for whatever is counted. */
    private static final String CHARGED = "CHARGED";

    /** What takes the same as the create operation of its noun. */
    private static final Pattern UPDATE = Pattern.compile("[a-z_]+\\.(update|patch)");

    private static final String NOBODY = "";
    private static final String ACCOUNT = "/accounts/{ACCOUNT_ID}";

    private final SampleDocuments samples;
    private final Things things;

    Attempts(SampleDocuments samples, Things things) {
        this.samples = samples;
        this.things = things;
    }

    /** Who may ask, the one with least rights first. */
    List<String> roles(Operation operation, Example example) {
        if (example.as() != null) {
            return List.of(example.as());
        }
        return switch (operation.access()) {
            case ANYBODY -> List.of(isUnderAccount(path(operation, example)) ? Logins.ACCOUNT_ADMIN : NOBODY);
            case SUPERDUPER -> List.of(SUPERDUPER_ADMIN);
            case ANY_TOKEN, ACCOUNT -> List.of(Logins.ACCOUNT_ADMIN, Logins.RESELLER, SUPERDUPER_ADMIN);
        };
    }

    /** What may be sent, the largest first; an empty object for nothing. */
    List<JsonObject> bodies(Operation operation, Example example) {
        if (example.envelope() != null) {
            return List.of(example.envelope());
        }
        if (example.data() != null) {
            return List.of(envelope(example.data()));
        }
        JsonObject created = things.said(operation.pattern().noun());
        if (created != null && UPDATE.matcher(operation.id()).matches()) {
            return List.of(envelope(created));
        }
        Verb verb = operation.verb();
        boolean isWrite = verb == Verb.PUT || verb == Verb.POST || verb == Verb.PATCH;
        if (!isWrite || example.text() != null) {
            return List.of(JsonObject.EMPTY);
        }
        String schema = operation.schema();
        if (schema == null) {
            return List.of(envelope(JsonObject.EMPTY));
        }
        return List.of(Size.MAXIMAL, Size.TYPICAL, Size.MINIMAL).stream()
                .map(size -> envelope(samples.make(schema, size, 1)))
                .toList();
    }

    Attempt of(Operation operation, Example example, String role, JsonObject body) {
        String path = "/v2" + path(operation, example);
        Map<String, String> headers = new TreeMap<>(example.headers());
        if (!role.equals(NOBODY)) {
            headers.putIfAbsent("x-auth-token", "${" + Logins.AUTH_TOKEN + "}");
        }
        Request request = new Request(operation.verb().name(), path, example.query(), headers, new byte[0]);
        if (example.text() != null) {
            request = request.withBody(example.text().getBytes(StandardCharsets.UTF_8));
        } else if (!body.isEmpty()) {
            request = request.withJson(body);
        }
        Set<String> holes = new LinkedHashSet<>(request.holes());
        Map<String, JsonObject> own = listed(operation, example, path);
        holes.addAll(own.keySet());
        holes.addAll(example.needs());
        return new Attempt(operation, role.equals(NOBODY) ? null : role, request, things.of(holes, path, own, role));
    }

    /** The same where what it adds costs something, which was not accepted. */
    Attempt charged(Attempt good) {
        return good.after(things.of(Set.of(CHARGED), "", Map.of(), Logins.ACCOUNT_ADMIN));
    }

    /** What the path of a request has that asks for what is not there. */
    String nothing(String hole) {
        return things.nothing(hole);
    }

    /** A thing that has an id before the operation makes the next one of its kind; null when it makes none. */
    @Nullable
    JsonObject first(Attempt good) {
        Operation operation = good.operation();
        JsonObject document = things.documentOf(operation.pattern());
        if (operation.verb() != Verb.PUT || document == null) {
            return null;
        }
        return JsonObject.builder()
                .put("as", "TAKEN_ID")
                .put("path", good.template().path())
                .put("data", document)
                .build();
    }

    /** Everything that may be sent to an operation; nothing when no schema says it. */
    JsonObject whole(Operation operation) {
        String schema = operation.schema();
        return schema == null ? JsonObject.EMPTY : samples.make(schema, Size.MAXIMAL, 1);
    }

    /** Beside what the example says: a list shows what was made just before. */
    private Map<String, JsonObject> listed(Operation operation, Example example, String path) {
        Map<String, JsonObject> own = new TreeMap<>(example.things());
        boolean isList =
                operation.verb() == Verb.GET && operation.pattern().steps().isEmpty();
        JsonObject document = things.documentOf(operation.pattern());
        if (isList && document != null && own.isEmpty()) {
            own.put("LISTED_ID", JsonObject.of("path", Json.of(path), "data", document));
        }
        return own;
    }

    private static String path(Operation operation, Example example) {
        return example.path() == null ? usualPath(operation) : example.path();
    }

    /** Under an account, where everything happens; without one where nobody need have any. */
    private static String usualPath(Operation operation) {
        boolean isOpen = operation.access() == Access.ANYBODY;
        String template = operation.templates().stream()
                .filter(each -> isUnderAccount(each) != isOpen)
                .findFirst()
                .orElse(operation.templates().get(0));
        return template.replace("{", "${");
    }

    private static boolean isUnderAccount(String template) {
        return template.replace("$", "").startsWith(ACCOUNT);
    }

    private static JsonObject envelope(JsonObject data) {
        return JsonObject.of("data", data);
    }
}
