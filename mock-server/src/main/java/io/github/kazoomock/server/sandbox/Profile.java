package io.github.kazoomock.server.sandbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which KAZOO is imitated: a name and a set of decisions.
 *
 * @param version what replies print as {@code version}
 */
public record Profile(String name, String version, Set<Decision> decisions) {

    /** The newest KAZOO, where the seed documents are silent. */
    public static final Profile KAZOO_5 = new Profile("kazoo-5", "5.0.0", EnumSet.allOf(Decision.class));

    /** KAZOO 5.0 as its public source stood in March 2024. */
    public static final Profile KAZOO_5_0 = new Profile("kazoo-5.0", "5.0.0", EnumSet.noneOf(Decision.class));

    private static final List<Profile> ALL = List.of(KAZOO_5, KAZOO_5_0);

    public Profile {
        decisions = Set.copyOf(decisions);
    }

    /** True when this profile behaves as the decision is named. */
    public boolean does(Decision decision) {
        return decisions.contains(decision);
    }

    /** The same but for some decisions, each taken or not. */
    public Profile but(Map<Decision, Boolean> others) {
        Set<Decision> taken = EnumSet.noneOf(Decision.class);
        taken.addAll(decisions);
        others.forEach((decision, isTaken) -> {
            if (isTaken) {
                taken.add(decision);
            } else {
                taken.remove(decision);
            }
        });
        return new Profile(name, version, taken);
    }

    public static Optional<Profile> named(String name) {
        return ALL.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    /** All names, the default first. */
    public static List<String> names() {
        return Arrays.asList(KAZOO_5.name, KAZOO_5_0.name);
    }
}
