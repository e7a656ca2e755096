package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.drift.Difference.Kind;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Walks through two bodies side by side. */
final class JsonComparison {
    /** Texts that KAZOO chooses and clients act on, whatever the world. */
    private static final Set<String> CONSTANT = Set.of("/status", "/error", "/message", "/data/message");

    private final References references;
    private final Set<String> sent;
    private final boolean valuesCount;
    private final List<Difference> found = new ArrayList<>();

    JsonComparison(References references, Set<String> sent, Worlds worlds) {
        this.references = references;
        this.sent = sent;
        this.valuesCount = worlds != Worlds.OTHER;
    }

    List<Difference> of(Json ours, Json theirs) {
        compare("", ours, theirs);
        return found;
    }

    private void compare(String where, Json ours, Json theirs) {
        if (!isOfOneType(ours, theirs)) {
            add(Kind.WRONG_TYPE, where, Shown.type(ours), Shown.type(theirs));
        } else if (ours instanceof JsonObject our && theirs instanceof JsonObject their) {
            objects(where, our, their);
        } else if (ours instanceof JsonArray our && theirs instanceof JsonArray their) {
            arrays(where, our, their);
        } else if (ours instanceof JsonText our && theirs instanceof JsonText their) {
            texts(where, our, their);
        } else if (ours instanceof JsonNumber our && theirs instanceof JsonNumber their) {
            numbers(where, our, their);
        } else if (valuesCount && !ours.equals(theirs)) {
            add(Kind.WRONG_VALUE, where, Shown.value(ours), Shown.value(theirs));
        }
    }

    /** Whether a number has a fraction means nothing to a client. */
    private static boolean isOfOneType(Json ours, Json theirs) {
        return ours.type().equals(theirs.type()) || (ours instanceof JsonNumber && theirs instanceof JsonNumber);
    }

    private void objects(String where, JsonObject ours, JsonObject theirs) {
        Map<String, String> pairs = Pairs.ofKeys(ours.keys(), theirs.keys(), references);
        ours.forEach((key, value) -> {
            String other = pairs.get(key);
            if (other == null) {
                add(Kind.MISSING_KEY, below(where, key), Shown.type(value), "");
            } else {
                compare(below(where, key), value, Objects.requireNonNull(theirs.get(other)));
            }
        });
        theirs.forEach((key, value) -> {
            if (!pairs.containsValue(key)) {
                add(Kind.EXTRA_KEY, below(where, key), "", Shown.type(value));
            }
        });
    }

    private void arrays(String where, JsonArray ours, JsonArray theirs) {
        Pairs pairs = valuesCount ? Pairs.ofElements(ours, theirs, references) : Pairs.byPlace(ours, theirs);
        if (pairs.missing() > 0 && !Free.isOffer(where)) {
            add(Kind.MISSING_ELEMENT, where + "/*", count(ours), count(theirs));
        }
        if (pairs.extra() > 0 && !Free.isOffer(where)) {
            add(Kind.EXTRA_ELEMENT, where + "/*", count(ours), count(theirs));
        }
        if (!pairs.inOrder()) {
            add(Kind.WRONG_ORDER, where, "in our order", "the same elements in another order");
        }
        for (Pairs.Pair pair : pairs.pairs()) {
            compare(where + "/*", ours.get(pair.ours()), theirs.get(pair.theirs()));
        }
    }

    private static String count(JsonArray array) {
        return array.size() == 1 ? "1 element" : array.size() + " elements";
    }

    private void texts(String where, JsonText ours, JsonText theirs) {
        String our = Form.of(ours.value()) == Form.PLAIN ? references.renamed(ours.value()) : ours.value();
        String their = theirs.value();
        Form form = Form.of(our);
        if (where.equals("/request_id")) {
            return;
        }
        if (form != Form.of(their)) {
            if (!isFree(where, our, their) && (valuesCount || CONSTANT.contains(where))) {
                add(Kind.WRONG_TEXT, where, Shown.value(ours), Shown.value(theirs));
            }
        } else if (form.isReference()) {
            if (!valuesCount && where.contains("/*")) {
                return; // rows of other things
            }
            boolean chosenByTheClient = !our.equals(their) && (sent.contains(our) || sent.contains(their));
            if (chosenByTheClient || !references.same(our, their)) {
                add(Kind.WRONG_REFERENCE, where, "the id of one thing", form.words() + " of another thing than before");
            }
        } else if (form == Form.PLAIN && !our.equals(their) && !isSameButForIds(our, their)) {
            if (CONSTANT.contains(where) || (valuesCount && !isFree(where, our, their))) {
                add(Kind.WRONG_TEXT, where, Shown.value(ours), Shown.value(theirs));
            }
        }
    }

    /** Ids inside of a text refer as well: in links, names of files and messages. */
    private boolean isSameButForIds(String ours, String theirs) {
        return Texts.withoutChangingParts(ours).equals(Texts.withoutChangingParts(theirs))
                && Texts.ids(ours).size() == Texts.ids(theirs).size()
                && Pairs.allSame(Texts.ids(ours), Texts.ids(theirs), references);
    }

    private void numbers(String where, JsonNumber ours, JsonNumber theirs) {
        Form form = Form.of(ours);
        if (form != Form.of(theirs) || (form == Form.PLAIN && !isEqual(ours, theirs))) {
            boolean counts = valuesCount || form != Form.of(theirs);
            if (counts && !Free.is(where)) {
                add(Kind.WRONG_VALUE, where, Shown.value(ours), Shown.value(theirs));
            }
        }
    }

    private static boolean isEqual(JsonNumber ours, JsonNumber theirs) {
        return ours.equals(theirs)
                || (ours.isInteger() != theirs.isInteger()
                        && ours.value().doubleValue() == theirs.value().doubleValue());
    }

    private boolean isFree(String where, String ours, String theirs) {
        return Free.is(where) && !sent.contains(ours) && !sent.contains(theirs);
    }

    private void add(Kind kind, String where, String ours, String theirs) {
        found.add(new Difference(kind, where, ours, theirs));
    }

    private static String below(String where, String key) {
        String name = Form.of(key) == Form.PLAIN
                ? Shown.withoutIds(key)
                : "{" + Form.of(key).name().toLowerCase(Locale.ROOT) + "}";
        return where + Pointer.step(name);
    }
}
