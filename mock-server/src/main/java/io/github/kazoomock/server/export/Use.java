package io.github.kazoomock.server.export;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked becomes what it relies on. The state of each request is the world in which everything began, who
 * was logged in, and those of the requests before that it builds on: that is, which wrote something with an id that it,
 * or its reply, speaks of.
 */
public final class Use {
    private final OperationTable table;
    private final JsonObject world;
    private final Function<String, @Nullable Who> people;

    /**
     * Whose a token is.
     *
     * @param role as {@link Logins} has them
     */
    public record Who(String role, String accountId) {}

    /**
     * Interactions out of a journal.
     *
     * @param world parameters of provider states that say how it began
     * @param people whose a token is; null for nobody's
     */
    public Use(OperationTable table, JsonObject world, Function<String, @Nullable Who> people) {
        this.table = table;
        this.world = world;
        this.people = people;
    }

    /**
     * An interaction for each different request that an operation answered, in the order of the journal.
     *
     * @param entries everything that happened
     * @param wanted what of it is told
     */
    public List<Interaction> of(List<JournalEntry> entries, Predicate<JournalEntry> wanted) {
        List<UsedRequest> used = new ArrayList<>();
        List<Interaction> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> counted = new HashMap<>();
        for (JournalEntry entry : entries) {
            Operation operation = table.operation(entry.operation()).orElse(null);
            if (operation == null || !entry.fault().isEmpty() || entry.isCut()) {
                continue;
            }
            UsedRequest request = UsedRequest.of(entry);
            Interaction made = interaction(operation, request, used);
            used.add(request);
            String asked = made.template().key()
                    + made.given().params()
                    + made.response().status();
            if (wanted.test(entry) && seen.add(asked)) {
                all.add(numbered(made, counted.merge(made.description(), 1, Integer::sum)));
            }
        }
        return List.copyOf(all);
    }

    private static Interaction numbered(Interaction made, int number) {
        String description = number == 1 ? made.description() : made.description() + " (" + number + ")";
        return new Interaction(
                description,
                made.operation(),
                made.given(),
                made.template(),
                made.values(),
                made.request(),
                made.response());
    }

    private Interaction interaction(Operation operation, UsedRequest request, List<UsedRequest> before) {
        Map<String, String> values = new LinkedHashMap<>();
        String token = request.token();
        Who who = token == null ? null : people.apply(token);
        JsonObject.Builder params = JsonObject.builder().putAll(world);
        if (who != null && token != null) {
            params.put("login", who.role()).put("account_id", who.accountId());
            values.put(Logins.AUTH_TOKEN, token);
            values.put("ACCOUNT_ID", who.accountId());
        }
        List<Json> things = things(request, before, values);
        if (!things.isEmpty()) {
            params.put("things", new JsonArray(things));
        }
        Request template = UsedRequest.withHoles(request.request(), values);
        Map<String, String> named = new TreeMap<>(values);
        named.remove(Logins.AUTH_TOKEN);
        String words = (who == null ? "nobody is logged in" : who.role().replace('_', ' ') + " is logged in")
                + (things.isEmpty() ? "" : "; " + things.size() + " requests were made before");
        return new Interaction(
                operation.id() + " answers " + request.response().status(),
                operation,
                new Given(words, params.build()),
                template,
                named,
                request.request(),
                request.response());
    }

    /** The requests that it builds on, each with a name for what it made. */
    private List<Json> things(UsedRequest request, List<UsedRequest> before, Map<String, String> values) {
        List<Json> things = new ArrayList<>();
        for (UsedRequest earlier : needed(request, before)) {
            String token = earlier.token();
            Who who = token == null ? null : people.apply(token);
            Request made = earlier.asJson();
            if (who == null || (made.body().length > 0 && !made.isJson())) {
                continue;
            }
            Request asked = UsedRequest.withHoles(made, values);
            String id = earlier.made();
            boolean isNew = id != null && !values.containsValue(id);
            String noun = earlier.operation().split("\\.", 2)[0].toUpperCase(Locale.ROOT);
            String name = noun + "_" + (things.size() + 1);
            JsonObject.Builder thing = JsonObject.builder()
                    .put("as", name)
                    .put("login", who.role())
                    .put("method", asked.method())
                    .put("path", asked.path());
            if (asked.isJson()) {
                thing.put("body", Json.parse(asked.body()));
            }
            things.add(thing.put("take", isNew ? Things.USUAL_TAKE : "/status").build());
            if (isNew && id != null) {
                values.put(name, id);
            }
        }
        return things;
    }

    /** From the last to the first: whoever wrote something that is spoken of, and what that speaks of in turn. */
    private static List<UsedRequest> needed(UsedRequest request, List<UsedRequest> before) {
        Set<String> spokenOf = request.allIds();
        List<UsedRequest> needed = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            UsedRequest earlier = before.get(i);
            if (!earlier.isWrite() || !earlier.response().isSuccess()) {
                continue;
            }
            String made = earlier.made();
            boolean counts = made == null
                    ? earlier.ids().stream().anyMatch(id -> spokenOf.contains(id) && isOf(earlier, id))
                    : spokenOf.contains(made);
            if (counts) {
                needed.add(earlier);
                spokenOf.addAll(earlier.ids());
            }
        }
        Collections.reverse(needed);
        return needed;
    }

    /** True when the id is of the very thing that the path is about, not just of an account around it. */
    private static boolean isOf(UsedRequest earlier, String id) {
        List<String> steps = Arrays.asList(earlier.request().path().split("/"));
        int account = steps.size() > 4 ? 4 : 3; // "", v2, accounts, ACCOUNT_ID
        return steps.stream().skip(account).anyMatch(id::equals);
    }
}
