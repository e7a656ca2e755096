package io.github.kazoomock.contracts.target;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.StateProblem;
import io.github.kazoomock.server.export.States;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Provider states on a live server: logins as people of the scratch account or as the caller, things and documents made
 * through the API. Fixtures and snapshots mean nothing here.
 */
public final class LiveStates implements Establishing {
    private final ScratchAccounts accounts;
    private final States states;
    private final Predicate<String> creatable;
    private final Set<String> hopeless = new HashSet<>();
    private boolean isFresh = true;
    private boolean isSpoilt;

    /** @param creatable tells whether documents of a noun can be made by PUT */
    public LiveStates(HttpTarget target, ScratchAccounts accounts, Predicate<String> creatable) {
        this.accounts = accounts;
        this.states = new States(target, accounts);
        this.creatable = creatable;
    }

    @Override
    public void check(int status, Set<String> values) {
        // what is missing can be made, or the state says why not
    }

    /** A state that is refused is tried once more in a fresh account: something of before may be in its way. */
    @Override
    public Map<String, String> establish(Given given) {
        Given wanted = withoutDocuments(given);
        roles(wanted).forEach(this::needs);
        boolean wasFresh = isFresh;
        isFresh = false;
        isSpoilt = spoils(wanted);
        try {
            return states.establish(wanted);
        } catch (StateProblem e) {
            String things = wanted.params().array("things").toString();
            if (wasFresh || !hopeless.add(things)) {
                throw e;
            }
            accounts.renew();
            return states.establish(wanted);
        }
    }

    @Override
    public boolean isSpoiltBy(Request request) {
        return accounts.isSpoiltBy(request);
    }

    @Override
    public void tidy() {
        if (isSpoilt) {
            startAnew();
        } else {
            accounts.tidy();
        }
    }

    /** True when a thing changes what the next state would rely on. */
    private boolean spoils(Given given) {
        Map<String, String> values = accounts.values();
        return given.params().array("things").values().stream()
                .map(JsonObject.class::cast)
                .filter(thing -> thing.has("path"))
                .map(thing ->
                        Request.of(thing.textOr("method", "PUT"), Holes.fillPath(thing.textOr("path", ""), values)))
                .anyMatch(accounts::isSpoiltBy);
    }

    /** A fresh account from here on. */
    @Override
    public void startAnew() {
        accounts.renew();
        isSpoilt = false;
        isFresh = true;
    }

    private void needs(String role) {
        if (accounts.token(role) == null) {
            throw new NotSent("it needs a login as " + role + ", and these credentials are none");
        }
    }

    private static Set<String> roles(Given given) {
        Set<String> roles = new LinkedHashSet<>();
        String login = given.params().text("login");
        if (login != null) {
            roles.add(login);
        }
        given.params().array("things").forEach(thing -> {
            if (thing instanceof JsonObject wanted) {
                roles.add(wanted.textOr("login", Logins.ACCOUNT_ADMIN));
            }
        });
        return roles;
    }

    /** Documents are made before things, since things may need them. */
    private Given withoutDocuments(Given given) {
        JsonArray documents = given.params().array("documents");
        List<Json> things = new ArrayList<>();
        int number = 0;
        for (Json each : documents) {
            things.add(thing((JsonObject) each, ++number));
        }
        things.addAll(given.params().array("things").values());
        JsonObject params = given.params().without("documents").without("things");
        return new Given(
                given.words(), things.isEmpty() ? params : params.with(new JsonArray(List.copyOf(things)), "things"));
    }

    private JsonObject thing(JsonObject document, int number) {
        String noun = document.textOr("noun", "");
        String account = document.textOr("account_id", "${ACCOUNT_ID}");
        if (!account.equals("${ACCOUNT_ID}")) {
            throw new NotSent("a document of account " + account + " cannot be put into a live server");
        }
        if (document.has("id") && !document.has("as")) {
            throw new NotSent("on a live server nobody chooses the id of " + noun + "; name it with \"as\"");
        }
        if (!creatable.test(noun)) {
            throw new NotSent("no API creates " + noun);
        }
        return JsonObject.builder()
                .put("as", document.textOr("as", "DOCUMENT_" + number))
                .put("method", "PUT")
                .put("path", "/v2/accounts/${ACCOUNT_ID}/" + noun)
                .put("data", document.object("data"))
                .build();
    }
}
