package io.github.kazoomock.server.numbers;

import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Kinds of numbers; the first that fits counts (admin sheet 1.8). */
public final class Classifiers {
    /** The kinds that an operator starts with, in the order in which they are told apart. */
    private static final List<Kind> KINDS = List.of(
            kind("tollfree_us", "^\\+1((?:800|88\\d|877|866|855|844|833|822)\\d{7})$"),
            kind("toll_us", "^\\+1(900\\d{7})$"),
            kind("emergency", "^(911|922|933|988|833|811|711|999)$"),
            kind(
                    "caribbean",
                    "^\\+?1((?:684|264|268|242|246|441|284|345|767|809|829|849|473|671|876|664|670|787|939|869|758|784"
                            + "|721|868|649|340)\\d{7})$"),
            kind("did_us", "^(\\+?1)?([2-9][0-9]{2}[2-9][0-9]{6})$"),
            kind("international", "^\\+([2-9]\\d{7,})$"),
            kind("unknown", "^(.*)$"));

    /** Those that an operator starts with. */
    public static final Classifiers USUAL = new Classifiers(KINDS);

    private final List<Kind> kinds;

    private record Kind(String name, Pattern pattern) {}

    private Classifiers(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /**
     * Those of a system.
     *
     * @param byName each with its {@code regex}; those that nobody knows come before the one that takes all
     */
    public static Classifiers of(JsonObject byName) {
        List<Kind> kinds = new ArrayList<>();
        for (String name : byName.keys()) {
            try {
                kinds.add(kind(name, byName.object(name).textOr("regex", "")));
            } catch (PatternSyntaxException e) {
                kinds.add(kind(name, "(?!)")); // an operator's mistake fits nothing
            }
        }
        kinds.sort(Comparator.comparingInt(kind -> place(kind.name)));
        return new Classifiers(kinds);
    }

    /** The name of the kind that a number is of; null when it is of none. */
    public @Nullable String classOf(String e164) {
        for (Kind kind : kinds) {
            if (kind.pattern.matcher(e164).find()) {
                return kind.name;
            }
        }
        return null;
    }

    private static int place(String name) {
        for (int i = 0; i < KINDS.size(); i++) {
            if (KINDS.get(i).name.equals(name)) {
                return i == KINDS.size() - 1 ? KINDS.size() : i;
            }
        }
        return KINDS.size() - 1;
    }

    private static Kind kind(String name, String regex) {
        return new Kind(name, Pattern.compile(regex));
    }
}
