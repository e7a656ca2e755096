package io.github.kazoomock.contracts.pact;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong inside Pact JVM, in words for people who never heard of it. */
final class Wording {
    /** What its resolver of provider state values says of a value that is not there. */
    private static final Pattern UNRESOLVED = Pattern.compile("Could not resolve property \"?([^\"]+?)\"? in");

    private Wording() {}

    static String of(Throwable problem, Set<String> values) {
        String text = problem.getMessage() == null ? "" : problem.getMessage();
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.find()) {
            return "${" + unresolved.group(1) + "} has no value; the provider states gave "
                    + (values.isEmpty() ? "none" : String.join(", ", values));
        }
        return text.isEmpty()
                ? "Pact gave up without a word"
                : text.lines().findFirst().orElse(text);
    }
}
