package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.json.JsonParser;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text of a pact file. Pact JVM reads the interactions; what it would overlook in silence (a file that is no pact, an
 * interaction without a request or of a kind that it does not know) is refused before.
 */
final class PactReading {
    private static final String HTTP = "Synchronous/HTTP";
    private static final Set<String> MESSAGES = Set.of("Asynchronous/Messages", "Synchronous/Messages");

    private PactReading() {}

    /**
     * Reads a pact.
     *
     * @param source file or address, for people
     * @param pending every interaction of it is
     * @throws UsageError when it is none; says which and why
     */
    static Pacts read(String source, byte[] text, boolean pending) {
        check(source, text);
        Pact pact;
        try {
            pact = DefaultPactReader.INSTANCE.pactFromJson(
                    JsonParser.parseString(new String(text, StandardCharsets.UTF_8))
                            .asObject(),
                    UnknownPactSource.INSTANCE);
        } catch (RuntimeException e) {
            throw unreadable(source, String.valueOf(e.getMessage()));
        }
        List<Interaction> read = pact.getInteractions();
        List<PactInteraction> interactions = new ArrayList<>();
        for (Interaction each : read) {
            if (each.isSynchronousRequestResponse() && each.asV4Interaction() instanceof SynchronousHttp http) {
                interactions.add(new PactInteraction(source, pact, pending, states(each), comments(each), http));
            }
        }
        return new Pacts(interactions, read.size() - interactions.size());
    }

    private static void check(String source, byte[] text) {
        JsonObject file;
        try {
            if (!(Json.parse(text) instanceof JsonObject object)) {
                throw unreadable(source, "it is no JSON object");
            }
            file = object;
        } catch (JsonSyntaxException e) {
            throw unreadable(source, String.valueOf(e.getMessage()));
        }
        if (!file.has("interactions") && !file.has("messages")) {
            throw unreadable(source, "it has no \"interactions\", so it is no pact file");
        }
        if (file.has("interactions") && !(file.get("interactions") instanceof JsonArray)) {
            throw unreadable(source, "\"interactions\" is no list");
        }
        int index = 0;
        for (Json each : file.array("interactions")) {
            String at = "/interactions/" + index++;
            if (!(each instanceof JsonObject interaction)) {
                throw unreadable(source, at + " is no object");
            }
            String type = interaction.textOr("type", HTTP);
            if (!type.equals(HTTP) && !MESSAGES.contains(type)) {
                throw unreadable(source, at + " has the type \"" + type + "\", which nobody knows");
            }
            if (type.equals(HTTP)) {
                for (String part : List.of("request", "response")) {
                    if (!(interaction.get(part) instanceof JsonObject)) {
                        throw unreadable(source, at + " has no \"" + part + "\"");
                    }
                }
            }
        }
    }

    private static UsageError unreadable(String source, String why) {
        return new UsageError("the pact " + source + " cannot be read: " + why);
    }

    private static List<State> states(Interaction interaction) {
        return interaction.getProviderStates().stream()
                .map(each -> new State(String.valueOf(each.getName()), params(each.getParams())))
                .toList();
    }

    private static JsonObject params(Map<String, Object> params) {
        JsonObject.Builder all = JsonObject.builder();
        params.forEach((name, value) -> all.put(
                name,
                Json.parse(au.com.dius.pact.core.support.Json.toJson(value).serialise())));
        return all.build();
    }

    private static JsonObject comments(Interaction interaction) {
        JsonObject.Builder all = JsonObject.builder();
        interaction.getComments().forEach((name, value) -> all.put(name, Json.parse(value.serialise())));
        return all.build();
    }
}
