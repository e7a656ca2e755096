package io.github.kazoomock.server.numbers;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What numbers can do besides taking calls (admin sheet 1.6). */
public final class Features {
    /** The private keys of a number with the features that it may and may not have. */
    public static final String ALLOWED = "pvt_features_allowed";

    public static final String DENIED = "pvt_features_denied";

    /** Of numbers whose carrier is the system itself; they are not billed as numbers. */
    public static final String LOCAL = "local";

    /** All that can be allowed, in the order in which KAZOO names them. */
    private static final List<String> ALL = List.of(
            "failover",
            "force_outbound",
            "prepend",
            "ringback",
            "cnam",
            "inbound_cnam",
            "outbound_cnam",
            "e911",
            "port",
            "sms",
            "mms",
            "carrier_name");

    /** Those that take a carrier. */
    private static final List<String> OF_CARRIERS =
            List.of("cnam", "inbound_cnam", "outbound_cnam", "e911", "port", "sms", "mms");

    /** The key of the body that sets a feature, where it is not the feature's name. */
    private static final Map<String, String> BY_KEY = keys();

    /**
     * What the operator says.
     *
     * @param allowed empty for all
     * @param local whether local numbers have the features that take a carrier
     */
    public record Rules(List<String> allowed, List<String> denied, boolean local) {}

    private Features() {}

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String feature : ALL) {
            keys.put(feature.equals("port") ? "porting" : feature, feature);
        }
        keys.remove("inbound_cnam");
        keys.remove("outbound_cnam");
        return keys;
    }

    /** The active ones, sorted; they follow from what the number says, its state and its carrier. */
    public static SortedSet<String> active(PhoneNumber number) {
        NumberState state = number.state();
        JsonObject open = number.document().open();
        SortedSet<String> active = new TreeSet<>();
        if (!state.isAssigned()) {
            return active;
        }
        if (number.carrier().isLocal()) {
            active.add(LOCAL);
        }
        if (state != NumberState.PORT_OUT) {
            add(active, "outbound_cnam", open.object("cnam").has("display_name"));
            add(active, "inbound_cnam", open.isTrue("cnam", "inbound_lookup"));
            add(active, "e911", !open.object("e911").isEmpty());
            add(active, "port", !open.object("porting").isEmpty());
        }
        if (state == NumberState.IN_SERVICE) {
            JsonObject failover = open.object("failover");
            add(active, "failover", failover.has("e164") || failover.has("sip"));
            add(active, "force_outbound", open.isTrue("force_outbound"));
            add(active, "prepend", open.isTrue("prepend", "enabled"));
            add(active, "sms", open.isTrue("sms", "enabled"));
            add(active, "mms", open.isTrue("mms", "enabled"));
        }
        return active;
    }

    private static void add(Collection<String> active, String feature, boolean isActive) {
        if (isActive) {
            active.add(feature);
        }
    }

    /** Those that the caller may set, sorted. */
    public static SortedSet<String> available(PhoneNumber number, Rules rules, boolean superduper) {
        return available(NumberDraft.of(number), rules, superduper);
    }

    static SortedSet<String> available(NumberDraft number, Rules rules, boolean superduper) {
        List<String> own = number.hidden().array(ALLOWED).texts();
        SortedSet<String> available =
                new TreeSet<>(!own.isEmpty() ? own : rules.allowed().isEmpty() ? ALL : rules.allowed());
        available.removeAll(number.hidden().array(DENIED).texts());
        available.removeAll(rules.denied());
        boolean hasCarrier = !number.carrier().isLocal() && number.owner() != null;
        if (!hasCarrier && !rules.local()) {
            available.removeAll(OF_CARRIERS);
        }
        if (!"trunkstore".equals(number.hidden().text(PhoneNumber.USED_BY))) {
            available.remove("failover");
        }
        if (!superduper) {
            available.remove("carrier_name");
        }
        return available;
    }

    /** What there is to set of the available ones, by feature. */
    public static JsonObject settings(PhoneNumber number, Collection<String> available) {
        JsonObject.Builder settings = JsonObject.builder();
        for (String feature : List.of("mms", "sms")) {
            if (available.contains(feature)) {
                boolean enabled = number.document().open().isTrue(feature, "enabled");
                settings.put(feature, JsonObject.of("enabled", Json.of(enabled), "activation", Json.of("auto")));
            }
        }
        return settings.build();
    }

    /**
     * Looks whether what was changed may be set; what stays as it was is not asked.
     *
     * @throws NumberFault for a feature that is not available
     */
    public static void check(JsonObject before, NumberDraft after, Rules rules, boolean superduper) {
        SortedSet<String> available = available(after, rules, superduper);
        BY_KEY.forEach((key, feature) -> {
            Json set = after.open().get(key);
            if (set != null && isSaid(set) && !set.equals(before.get(key)) && !available.contains(feature)) {
                throw NumberFault.forbidden(null);
            }
        });
    }

    private static boolean isSaid(Json value) {
        return value != JsonLiteral.NULL
                && !(value instanceof JsonObject object && object.isEmpty())
                && !(value instanceof JsonArray array && array.size() == 0);
    }
}
