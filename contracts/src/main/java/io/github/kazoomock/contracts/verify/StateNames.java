package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.pact.State;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.StateProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What provider states stand for: their own parameters where these are {@link Given}'s, else an entry of a file of
 * names, else the fixture of that name.
 */
public final class StateNames {
    private static final Set<String> MEANT =
            Set.of("fixture", "snapshot", "documents", "login", "things", "account_id");

    private final JsonObject named;
    private final Set<String> fixtures;

    /**
     * Names.
     *
     * @param named parameters by the name of the state; <code>${...}</code> in them are the state's own parameters
     * @param fixtures names that are fixtures
     */
    public StateNames(JsonObject named, Iterable<String> fixtures) {
        this.named = named;
        Set<String> all = new TreeSet<>();
        fixtures.forEach(all::add);
        this.fixtures = Set.copyOf(all);
    }

    /** Names of a file: <code>{"a menu exists": {"things": [...]}}</code>. */
    public static JsonObject read(Path file) {
        String wrong = "--states " + file + " ";
        JsonObject named;
        try {
            if (!(Json.parse(Files.readAllBytes(file)) instanceof JsonObject object)) {
                throw new UsageError(wrong + "is no JSON object; write {\"name of the state\": {\"fixture\": ...}}");
            }
            named = object;
        } catch (IOException e) {
            throw new UsageError(wrong + "cannot be read; name a JSON file");
        } catch (JsonSyntaxException e) {
            throw new UsageError(wrong + "is no JSON: " + e.getMessage());
        }
        for (String name : named.keys()) {
            if (!(named.get(name) instanceof JsonObject params)) {
                throw new UsageError(wrong + "\"" + name + "\" is no object of parameters");
            }
            for (String key : params.keys()) {
                if (!MEANT.contains(key)) {
                    throw new UsageError(wrong + "\"" + name + "\" has \"" + key + "\"; it may have " + meant());
                }
            }
        }
        return named;
    }

    /**
     * What must be there.
     *
     * @throws StateProblem when nobody knows; says what to do
     */
    public Given given(State state) {
        if (named.get(state.name()) instanceof JsonObject params) {
            JsonObject filled = (JsonObject) Holes.fill(params, texts(state.params()));
            return new Given(state.name(), filled.plus(state.params().filterKeys(MEANT::contains)));
        }
        boolean meant = state.params().keys().stream().anyMatch(MEANT::contains);
        if (meant || state.name().isEmpty()) {
            return new Given(state.name(), state.params());
        }
        if (fixtures.contains(state.name())) {
            return new Given(state.name(), JsonObject.of("fixture", Json.of(state.name())));
        }
        throw new StateProblem("nobody knows what it stands for; say it with --states FILE, as {\"" + state.name()
                + "\": {...}} with " + meant() + ", or give the state such parameters");
    }

    private static String meant() {
        return "fixture, snapshot, documents, account_id, login, things";
    }

    private static Map<String, String> texts(JsonObject params) {
        Map<String, String> texts = new LinkedHashMap<>();
        params.forEach((name, value) -> {
            String text = value.text();
            texts.put(name, text == null ? value.toString() : text);
        });
        return texts;
    }
}
