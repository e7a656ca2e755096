package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.sandbox.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sessions that show rows of the decision sheet, and the rows that no session can show; all of it data. */
public final class Probes {
    private Probes() {}

    /** Every probe, in the order of the files. */
    public static List<Session> all(OperationTable table) {
        OperationNames names = new OperationNames(table.operations());
        List<Session> all = new ArrayList<>();
        for (Json file : read("probes/index.json", "files")) {
            String name = String.valueOf(file.text());
            for (Json probe : read("probes/" + name, "probes")) {
                all.add(SessionReader.probe(name, (JsonObject) probe, names));
            }
        }
        return all;
    }

    /** Rows that no client can observe, and why. */
    public static Map<Decision, String> unobservable() {
        Map<Decision, String> reasons = new EnumMap<>(Decision.class);
        for (Json row : read("unobservable.json", "rows")) {
            JsonObject object = (JsonObject) row;
            reasons.put(Decision.valueOf(object.textOr("decision", "")), object.textOr("reason", ""));
        }
        return reasons;
    }

    private static JsonArray read(String resource, String key) {
        return ((JsonObject) Json.parse(resource(resource))).array(key);
    }

    /** A file that stands beside this class. */
    static byte[] resource(String name) {
        try (InputStream in = Probes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks drift/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
