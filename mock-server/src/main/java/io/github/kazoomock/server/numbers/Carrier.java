package io.github.kazoomock.server.numbers;

import java.util.List;
import java.util.Optional;

/**
 * Where a number comes from.
 *
 * @param module as KAZOO stores it: {@code knm_local}
 */
public record Carrier(String module) {
    private static final String PREFIX = "knm_";

    /** Numbers that an operator entered; they have no features that need a carrier. */
    public static final Carrier LOCAL = new Carrier("knm_local");

    /** The carrier inside the mock, which sells what the noun offers. */
    public static final Carrier BUILT_IN = new Carrier("knm_other");

    /** All that KAZOO comes with, in the order in which it names them (admin sheet 1.9). */
    public static final List<String> NAMES = List.of(
            "bandwidth2",
            "bandwidth",
            "inum",
            "local",
            "inventory",
            "managed",
            "mdn",
            "other",
            "simwood",
            "telnyx",
            "vitelity",
            "voip_innovations",
            "voxbone",
            "didww",
            "flowroute",
            "inteliquent",
            "it_vocal",
            "level3",
            "o1",
            "peerless",
            "thinq",
            "verizon",
            "windstream",
            "ziron");

    /** The carrier of this name, with or without its prefix. */
    public static Optional<Carrier> named(String name) {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return NAMES.contains(bare) ? Optional.of(new Carrier(PREFIX + bare)) : Optional.empty();
    }

    /** Without the prefix. */
    public String name() {
        return module.startsWith(PREFIX) ? module.substring(PREFIX.length()) : module;
    }

    /** True where nobody outside of the system has a say in its numbers. */
    public boolean isLocal() {
        return name().equals("local") || isMobile();
    }

    /** Numbers of mobile phones, which change only with those. */
    public boolean isMobile() {
        return name().equals("mdn");
    }
}
