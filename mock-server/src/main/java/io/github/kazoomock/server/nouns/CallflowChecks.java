package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;

/** What saving a callflow does besides the schema (pbx sheet 3.3). */
final class CallflowChecks implements Checks {
    static final Index NUMBER = by("numbers");
    static final Index PATTERN = by("patterns");

    /** Stands where 5.0 allows that there is no flow (decision R13). */
    private static final JsonObject NO_FLOW = JsonObject.of("module", Json.of("noop"), "data", JsonObject.EMPTY);

    private static Index by(String key) {
        return new Index(
                "callflows/" + key,
                "callflow",
                (account, callflow) -> callflow.open().array(key).texts().stream()
                        .distinct()
                        .map(one -> Index.key(account, one))
                        .toList());
    }

    @Override
    public Draft prepare(Draft draft) {
        Draft next = draft;
        if (draft.open().get("numbers") instanceof JsonArray numbers) {
            next = draft.withOpen(draft.open().with(CallflowNumbers.normalized(numbers), "numbers"));
        }
        return mayLackFlow(draft) ? next.withOpen(next.open().with(NO_FLOW, "flow")) : next;
    }

    @Override
    public Draft complete(Draft draft) {
        checkReachable(draft);
        draft.faults().refuse(); // the rest is only looked at in a good document
        checkUnique(draft, NUMBER, "numbers", "Number");
        checkUnique(draft, PATTERN, "patterns", "Pattern");
        draft.faults().refuse();
        World world = draft.transaction().world();
        CallflowNumbers.checkOwners(
                world, draft.call().account(), draft.open().array("numbers").texts());
        return mayLackFlow(draft) ? draft.withOpen(draft.open().without("flow")) : draft;
    }

    private static boolean mayLackFlow(Draft draft) {
        return !draft.asked().has("flow") && !draft.call().does(Decision.CALLFLOWS_NEED_A_FLOW);
    }

    /** A callflow needs a number, or else a pattern. */
    private static void checkReachable(Draft draft) {
        for (String key : new String[] {"numbers", "patterns"}) {
            Json list = draft.open().get(key);
            if (list != null && !(list instanceof JsonArray)) {
                draft.faults().add(key, "type", noArray(list));
                return;
            }
            if (list instanceof JsonArray some && some.size() > 0) {
                return;
            }
        }
        String message = "Callflows must be assigned at least one number or pattern";
        draft.faults().add("numbers", "required", message);
    }

    private static JsonObject noArray(Json value) {
        return JsonObject.builder()
                .put("message", "Value did not match type: array")
                .put("target", "array")
                .put("value", value)
                .build();
    }

    private static void checkUnique(Draft draft, Index index, String key, String what) {
        String account = draft.call().account();
        World world = draft.transaction().world();
        for (String one : draft.open().array(key).texts()) {
            for (Ref other : world.find(index, Index.key(account, one))) {
                Document taken = world.get(other);
                if (taken != null && !taken.id().equals(draft.id())) {
                    String name = taken.open().textOr("name", taken.id());
                    String message = what + " " + one + " exists in callflow " + taken.id() + " " + name;
                    draft.faults().add(key, "unique", message, Json.of(one));
                }
            }
        }
    }
}
