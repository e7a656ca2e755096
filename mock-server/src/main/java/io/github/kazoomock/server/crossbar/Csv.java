package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.world.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as comma-separated values (core sheet 6.6). */
final class Csv {
    private static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("account_id", "Account ID"),
            Map.entry("account_name", "Account Name"),
            Map.entry("amount", "Amount"),
            Map.entry("description", "Description"),
            Map.entry("id", "ID"),
            Map.entry("period_start", "Start Time"),
            Map.entry("period_end", "End Time"),
            Map.entry("source_id", "Source ID"),
            Map.entry("source_service", "Source Service"),
            Map.entry("usage_quantity", "Usage Quantity"),
            Map.entry("usage_type", "Usage Type"),
            Map.entry("usage_unit", "Usage Unit"),
            Map.entry("metadata_from", "From"),
            Map.entry("metadata_to", "To"),
            Map.entry("metadata_direction", "Direction"),
            Map.entry("metadata_caller_id_name", "Caller ID Name"),
            Map.entry("metadata_caller_id_number", "Caller ID Number"),
            Map.entry("metadata_callee_id_name", "Callee ID Name"),
            Map.entry("metadata_callee_id_number", "Callee ID Number"),
            Map.entry("metadata_rate_description", "Rate Description"),
            Map.entry("metadata_rate_increment", "Rate Increment"),
            Map.entry("metadata_rate_minimum", "Rate Minimum"),
            Map.entry("metadata_rate_name", "Rate Name"),
            Map.entry("metadata_rate_nocharge_time", "Grace Period"),
            Map.entry("metadata_rate_value", "Rate"));

    private Csv() {}

    /** UTF-8; columns in the order of their first occurrence, objects flattened. */
    static byte[] table(List<Json> rows, TableStyle style) {
        List<Map<String, String>> flat = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Json row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            flatten("", row, cells);
            columns.addAll(cells.keySet());
            flat.add(cells);
        }
        StringBuilder out = new StringBuilder();
        style.line(
                out,
                columns.stream()
                        .map(column -> HEADINGS.getOrDefault(column, column))
                        .toList());
        for (Map<String, String> cells : flat) {
            style.line(
                    out,
                    columns.stream()
                            .map(column -> cells.getOrDefault(column, ""))
                            .toList());
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What the table is called when it is saved: as wished, without what would break the header, or by the request.
     *
     * @param requestId null for a list that is streamed
     */
    static String fileName(@Nullable String wished, @Nullable String requestId) {
        if (wished != null) {
            return wished.replaceAll("[\\p{Cntrl}\"\\\\]", "_");
        }
        return requestId == null ? "result.csv" : "json_" + Hash.md5(requestId).substring(0, 22) + ".csv";
    }

    private static void flatten(String path, Json value, Map<String, String> cells) {
        if (value instanceof JsonObject object) {
            object.forEach((key, member) -> flatten(path.isEmpty() ? key : path + "_" + key, member, cells));
        } else {
            cells.put(path, cell(value));
        }
    }

    private static String cell(Json value) {
        if (value instanceof JsonText text) {
            return text.value();
        }
        if (value instanceof JsonArray array) {
            return array.values().stream().map(Csv::cell).collect(Collectors.joining(","));
        }
        return value == JsonLiteral.NULL ? "" : value.toString();
    }
}
