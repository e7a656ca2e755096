package io.github.kazoomock.server.crossbar;

import java.util.Collection;
import java.util.Comparator;

/** Guesses which word was meant. */
public final class NearestWord {
    private NearestWord() {}

    /** {@code did you mean --port?}, or the other text when nothing is near. */
    public static String suggestion(String typed, Collection<String> words, String otherwise) {
        return words.stream()
                .filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .map(word -> "did you mean " + word + "?")
                .orElse(otherwise);
    }

    /** How many letters must be put in, left out, replaced or swapped with their neighbour. */
    public static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : nearest(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int nearest(int[][] steps, String left, String right, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
