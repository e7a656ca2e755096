package io.github.kazoomock.contracts.pact;

/** What went wrong inside Pact JVM, in words for people who never heard of it. */
final class Wording {
    private Wording() {}

    static String of(Throwable problem) {
        String text = problem.getMessage() == null ? "" : problem.getMessage();
        return text.lines().findFirst().orElse("Pact gave up without a word");
    }
}
