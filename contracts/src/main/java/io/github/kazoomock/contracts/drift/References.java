package io.github.kazoomock.contracts.drift;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which id of theirs is which of ours. The first time that two unknown ids stand at the same place they are taken for the
 * same thing; from then on each is good for nothing else.
 */
final class References {
    /** Shorter names would be found in words that are none. */
    private static final int SHORTEST = 4;

    private final Map<String, String> theirs = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, String> ours = new HashMap<>();

    /** True when the two are the same thing; two that nobody has seen before become so. */
    boolean same(String our, String their) {
        String known = theirs.get(our);
        if (known != null) {
            return known.equals(their);
        }
        if (ours.containsKey(their)) {
            return false;
        }
        theirs.put(our, their);
        ours.put(their, our);
        return true;
    }

    /** Tells what they call something else than an id. */
    void alias(String our, String their) {
        if (our.length() >= SHORTEST && !their.isEmpty()) {
            aliases.put(our, their);
        }
    }

    /** Our text with their names of things in it. */
    String renamed(String our) {
        String renamed = our;
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            renamed = renamed.replace(alias.getKey(), alias.getValue());
        }
        return renamed;
    }

    /** Their name of a thing of ours; null while it is unknown. */
    @Nullable
    String theirs(String our) {
        return theirs.get(our);
    }

    /** True for an id of theirs that is something of ours. */
    boolean knowsTheir(String their) {
        return ours.containsKey(their);
    }
}
