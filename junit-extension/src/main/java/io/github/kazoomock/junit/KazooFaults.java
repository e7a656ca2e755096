package io.github.kazoomock.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes wrong on purpose in a sandbox. */
public final class KazooFaults {
    private static final String PATH = "faults";

    private final Admin admin;

    KazooFaults(Admin admin) {
        this.admin = admin;
    }

    /**
     * Arms a fault.
     *
     * @param rule as {@code POST /__admin/faults} takes it
     */
    public KazooFault arm(Map<String, ?> rule) {
        return KazooFault.of(admin.post(PATH, rule));
    }

    /**
     * Answers the next requests of an operation with an error, then all is well again.
     *
     * @param operation like {@code devices.list}; {@code devices.*} for all of a noun
     * @param status one that KAZOO has an answer for, like 429, 500 or 503
     * @param times how many requests fail
     */
    public KazooFault fail(String operation, int status, int times) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("match", Map.of("operation", operation));
        rule.put("count", times);
        rule.put("fault", Map.of("status", status));
        return arm(rule);
    }

    /** All faults with their hits so far. */
    public List<KazooFault> armed() {
        return Json.list(admin.get(PATH).get("faults")).stream()
                .map(fault -> KazooFault.of(Json.map(fault)))
                .toList();
    }

    /** Disarms all. */
    public void clear() {
        admin.delete(PATH);
    }
}
