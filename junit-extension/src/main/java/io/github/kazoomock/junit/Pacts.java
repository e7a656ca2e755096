package io.github.kazoomock.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The contracts that the tests of a run asked for: each test adds what its client used, the end of the run writes them. */
final class Pacts {
    private static final String INTERACTIONS = "interactions";
    private static final String DESCRIPTION = "description";

    private final Map<Path, Used> files = new TreeMap<>();

    /** What becomes of one file. */
    private static final class Used {
        private final Map<String, @Nullable Object> frame = new LinkedHashMap<>();
        private final List<@Nullable Object> interactions = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Integer> named = new HashMap<>();

        void add(Map<String, @Nullable Object> pact) {
            if (frame.isEmpty()) {
                frame.putAll(pact);
            }
            for (Object each : Json.list(pact.get(INTERACTIONS))) {
                Map<String, @Nullable Object> interaction = new LinkedHashMap<>(Json.map(each));
                String described =
                        String.valueOf(interaction.remove(DESCRIPTION)).replaceFirst(" \\(\\d+\\)$", "");
                interaction.remove("key"); // which came of the description
                if (seen.add(described + asked(interaction))) {
                    int number = named.merge(described, 1, Integer::sum);
                    Map<String, @Nullable Object> numbered = new LinkedHashMap<>();
                    numbered.put(DESCRIPTION, number == 1 ? described : described + " (" + number + ")");
                    numbered.putAll(interaction);
                    interactions.add(numbered);
                }
            }
        }

        /** State and request, without the headers: each test has a token of its own. */
        private static String asked(Map<String, @Nullable Object> interaction) {
            Map<String, @Nullable Object> request = new LinkedHashMap<>(Json.map(interaction.get("request")));
            request.remove("headers");
            return JsonText.of(List.of(Json.list(interaction.get("providerStates")), request));
        }

        String text() {
            Map<String, @Nullable Object> whole = new LinkedHashMap<>(frame);
            whole.put(INTERACTIONS, interactions);
            return JsonText.of(whole) + "\n";
        }
    }

    /** Adds what one test's client used. */
    synchronized void add(Path file, Map<String, @Nullable Object> pact) {
        files.computeIfAbsent(file, path -> new Used()).add(pact);
    }

    /** Writes each file whole, in place of what an earlier run left there. */
    synchronized void write() {
        files.forEach((file, used) -> {
            try {
                Path folder = file.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                Path whole = Files.createTempFile(folder, "pact", ".tmp");
                Files.writeString(whole, used.text(), StandardCharsets.UTF_8);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the contract " + file, e);
            }
        });
    }
}
