package io.github.kazoomock.contracts.record;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.export.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A client that reads what the operation table offers: every list, then the first document of each. */
final class Reading {
    private final OperationTable table;
    private final Client client;
    private final Set<String> read = new LinkedHashSet<>();

    Reading(OperationTable table, Client client) {
        this.table = table;
        this.client = client;
    }

    /** Every path that was asked, behind {@code /v2/}. */
    Set<String> read() {
        return read;
    }

    /** Reads an account and everything in it. */
    void account(String account) {
        Map<String, String> known = new TreeMap<>();
        known.put("{ACCOUNT_ID}", account);
        List<Operation> gets = table.operations().stream()
                .filter(operation -> operation.verb() == Verb.GET)
                .sorted(Comparator.comparingLong(
                        operation -> holes(operation.templates().get(0))))
                .toList();
        for (Operation operation : gets) {
            for (String template : operation.templates()) {
                String path = filled(template, known);
                if (path != null && read.add(path)) {
                    learn(operation, client.get(path), known);
                }
            }
        }
    }

    private static long holes(String template) {
        return template.chars().filter(letter -> letter == '{').count();
    }

    /** Of the first row what later paths need. */
    private void learn(Operation operation, Response answer, Map<String, String> known) {
        if (!(answer.json() instanceof JsonObject envelope) || !answer.isSuccess()) {
            return;
        }
        Json data = envelope.get("data");
        String noun = operation.pattern().noun();
        if (operation.id().equals("phone_numbers.list")) {
            envelope.object("data", "numbers").keys().stream()
                    .findFirst()
                    .ifPresent(number -> known.put("{PHONE_NUMBER}", number));
        }
        if (!(data instanceof JsonArray rows) || rows.size() == 0) {
            return;
        }
        Json first = rows.get(0);
        if (operation.id().equals("system_configs.list")) {
            known.put("{SYSTEM_CONFIG_ID}", String.valueOf(first.text()));
        }
        if (!(first instanceof JsonObject row)) {
            return;
        }
        if (operation.id().equals("services.available")) {
            known.putIfAbsent("{PLAN_ID}", row.textOr("id", ""));
        }
        if (operation.id().equals("vmboxes.messages.list")) {
            known.put("{VM_MSG_ID}", row.textOr("media_id", ""));
        }
        String id = row.text("id");
        if (id != null && operation.pattern().steps().isEmpty()) {
            table.operations().stream()
                    .filter(other -> other.id().equals(noun + ".get"))
                    .forEach(other -> other.pattern().steps().forEach(step -> known.putIfAbsent(step, id)));
            if (noun.equals("vmboxes")) {
                known.put("{VM_BOX_ID}", id);
            }
        }
        if (row.has("interaction_id")) {
            known.putIfAbsent("{INTERACTION_ID}", row.textOr("interaction_id", ""));
        }
    }

    /** Null for a path with a hole that nothing is known for. */
    private static @Nullable String filled(String template, Map<String, String> known) {
        List<String> steps = new ArrayList<>();
        for (String step : template.substring(1).split("/")) {
            if (step.startsWith("{") && !known.containsKey(step)) {
                return null;
            }
            steps.add(
                    step.startsWith("{")
                            ? URLEncoder.encode(known.getOrDefault(step, ""), StandardCharsets.UTF_8)
                            : step);
        }
        return String.join("/", steps) + "?paginate=false";
    }
}
