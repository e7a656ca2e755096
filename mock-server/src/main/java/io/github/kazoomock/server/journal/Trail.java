package io.github.kazoomock.server.journal;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused; kept as it was found, and put into words when somebody asks.
 *
 * @param refusedBy the check that refused; all before it were passed
 * @param code what KAZOO prints as {@code message}; empty for a bare status
 * @param data what KAZOO prints as {@code data}
 * @param breaches broken rules, one by one
 * @param schema the id of the schema that the data was checked by
 * @param rule who may call the operation, in words
 * @param caller account and user of the token; null without a good one
 */
public record Trail(
        Check refusedBy,
        int status,
        String code,
        @Nullable Json data,
        List<Breach> breaches,
        @Nullable String schema,
        @Nullable String rule,
        @Nullable Who caller) {

    /** Whose token it was. */
    public record Who(String accountId, @Nullable String userId, String method) {}

    /** One object for each check, in order; the last one refused. */
    JsonArray show(@Nullable String accountId) {
        List<Json> steps = new ArrayList<>();
        for (Check check : Check.values()) {
            if (check == refusedBy) {
                break;
            }
            steps.add(JsonObject.of("check", Json.of(check.word()), "passed", Json.of(true)));
        }
        steps.add(refusal(accountId));
        return new JsonArray(steps);
    }

    private JsonObject refusal(@Nullable String accountId) {
        boolean invalid = refusedBy == Check.REQUEST && !breaches.isEmpty();
        JsonObject.Builder step = JsonObject.builder()
                .put("check", invalid ? "validation" : refusedBy.word())
                .put("passed", false)
                .put("status", status)
                .put("code", code.isEmpty() ? null : code)
                .putIfPresent("data", data);
        switch (refusedBy) {
            case ACCESS, AUTHENTICATION ->
                step.put("rule", rule)
                        .put("account_id", accountId)
                        .put("token_account_id", caller == null ? null : caller.accountId)
                        .put("token_user_id", caller == null ? null : caller.userId)
                        .put("token_method", caller == null ? null : caller.method);
            default -> {}
        }
        if (!breaches.isEmpty()) {
            step.put("schema", schema).put("violations", violations());
        }
        return step.build();
    }

    private JsonArray violations() {
        List<Json> all = new ArrayList<>();
        for (Breach breach : breaches) {
            all.add(JsonObject.builder()
                    .put("pointer", Json.of(breach.pointer()))
                    .put("keyword", breach.keyword().isEmpty() ? null : breach.keyword())
                    .put("rule", breach.rule())
                    .put("message", breach.details().text("message"))
                    .putIfPresent("value", breach.details().get("value"))
                    .build());
        }
        return new JsonArray(all);
    }
}
