package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A file of accepted differences to fill in: what differs today, its reasons left empty. */
public final class Skeleton {
    private static final int DAYS = 90;

    private Skeleton() {}

    /** Everything that nobody accepted yet; the file is refused until each reason is given. */
    public static String of(DriftReport report, LocalDate today) {
        Set<JsonObject> entries = new LinkedHashSet<>();
        String expires = today.plusDays(DAYS).toString();
        for (Cause cause : report.causes()) {
            if (cause.accepted().isPresent()) {
                continue;
            }
            if (cause.rows().size() == 1) {
                Decision row = cause.rows().iterator().next();
                entries.add(entry("row", row.name(), "", expires));
            } else {
                cause.differences()
                        .forEach(each ->
                                entries.add(entry("difference", each.name(), onlyOperation(cause, each), expires)));
            }
        }
        List<Json> all = new ArrayList<>(entries);
        return new String(new JsonArray(all).pretty(), StandardCharsets.UTF_8).stripTrailing() + "\n";
    }

    private static JsonObject entry(String key, String value, String operation, String expires) {
        return JsonObject.builder()
                .put(key, value)
                .put("operation", operation.isEmpty() ? null : operation)
                .put("reason", "")
                .put("expires", expires)
                .build();
    }

    /** The operation, when the difference is in no other. */
    private static String onlyOperation(Cause cause, Difference difference) {
        List<String> operations = cause.members().stream()
                .filter(each -> each.found().difference().name().equals(difference.name()))
                .map(each -> each.found().operation())
                .distinct()
                .toList();
        return operations.size() == 1 ? operations.get(0) : "";
    }
}
