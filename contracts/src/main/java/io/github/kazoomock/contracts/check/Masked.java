package io.github.kazoomock.contracts.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of a request a report may show: paths and keys without what may be a secret. */
final class Masked {
    /** In place of a secret, here and in the mock's own exports. */
    static final String MASK = "***";

    /** Ids of the API have 32 letters, with the month before them 39. */
    private static final int LONGEST = 40;

    /** What follows these is a secret. */
    private static final Set<String> BEFORE = Set.of("recovery", "user_auth");

    private Masked() {}

    static String path(String path) {
        List<String> shown = new ArrayList<>();
        String before = "";
        for (String step : path.split("/", -1)) {
            boolean secret = BEFORE.contains(before) && !step.isEmpty() && !BEFORE.contains(step);
            shown.add(secret ? MASK : word(step));
            before = step;
        }
        return String.join("/", shown);
    }

    /** One word: a key, a step of a path. */
    static String word(String word) {
        return word.length() > LONGEST || word.startsWith("eyJ") ? MASK : word;
    }
}
