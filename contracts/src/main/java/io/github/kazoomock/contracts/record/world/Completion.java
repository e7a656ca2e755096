package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureException;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a fixture that loads of one that is known in parts: what a schema requires and nobody saw is made up, and what no
 * schema would take is left out.
 */
record Completion(SchemaRegistry schemas, Map<String, String> types, Instant start) {
    /** Each round takes out what was complained about; a complaint may uncover another. */
    private static final int ROUNDS = 25;

    private static final Pattern PLACE =
            Pattern.compile("(?:files/)?(.+?\\.json)#/((?:[^:]|:(?! ))*): .*", Pattern.DOTALL);

    /** @param leftOut what is not in it: {@code acme/users.json#/.../timezone: ...} */
    record Completed(Fixture fixture, List<String> leftOut) {}

    Completed of(Fixture known) {
        SortedMap<String, byte[]> files = new TreeMap<>(Fixtures.files(known));
        List<String> leftOut = new ArrayList<>();
        for (int round = 0; ; round++) {
            try {
                Fixture loaded = Fixtures.load(files, true, schemas, types, start);
                Fixture named = new Fixture(
                        known.name(), known.description(), known.sequence(), loaded.accounts(), loaded.systemConfigs());
                return new Completed(named, List.copyOf(leftOut));
            } catch (FixtureException e) {
                boolean less = false;
                for (String problem : new TreeSet<>(e.problems())) {
                    if (round < ROUNDS && takeOut(files, problem)) {
                        leftOut.add(problem);
                        less = true;
                    }
                }
                if (!less) {
                    throw e;
                }
            }
        }
    }

    /** False for a complaint that nothing can be done about here. */
    private static boolean takeOut(Map<String, byte[]> files, String problem) {
        Matcher place = PLACE.matcher(problem);
        if (!place.matches()) {
            return files.remove(problem.replaceFirst("(?s): .*", "").replaceFirst("^files/", ""))
                    != null; // a file that nobody carries any more
        }
        byte[] content = files.get(place.group(1));
        if (content == null) {
            return false;
        }
        JsonObject file = (JsonObject) Json.parse(content);
        List<String> steps = new ArrayList<>();
        for (String step : place.group(2).split("/")) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        boolean isAccount = place.group(1).endsWith("/account.json");
        JsonObject less = without(file, steps, isAccount ? 0 : 1);
        if (less.equals(file)) {
            return false;
        }
        files.put(place.group(1), less.pretty());
        return true;
    }

    /** Without the deepest key of the path that can be taken out; without the whole document when none can. */
    private static JsonObject without(JsonObject file, List<String> steps, int document) {
        int depth = 0;
        JsonObject at = file;
        while (depth < steps.size() - 1 && at.get(steps.get(depth)) instanceof JsonObject below) {
            at = below;
            depth++;
        }
        boolean isThere = at.has(steps.get(depth));
        if (isThere && depth >= document) {
            return file.without(steps.subList(0, depth + 1).toArray(new String[0]));
        }
        return document == 0 || steps.isEmpty() ? file : file.without(Objects.requireNonNull(steps.get(0)));
    }
}
