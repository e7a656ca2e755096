package io.github.kazoomock.contracts.target;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Holes;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What we created on a server, and the rule that follows: a request that writes goes only into an account that is written
 * here, and no request has an {@link Effect} beyond it. Logins are free, and so is the creation of an account that was
 * announced. Whatever else there may be to say for a request, it is not sent.
 */
public final class Ledger {
    private static final String ACCOUNTS = "accounts";
    private static final String READ_ONLY = "read-only: it is no GET";

    /**
     * An account that we created, or tried to.
     *
     * @param id empty when the answer to its creation never came, or was a failure of the server
     * @param parent the id of the account above it
     */
    record Entry(String id, String name, String parent) {}

    /** Which requests are sent at all. */
    public enum Mode {
        READ_AND_WRITE,
        /** Only GET, and the login of the caller. */
        READ_ONLY
    }

    private final Mode mode;
    private final Set<Effect> allowed;
    private final Set<String> ownLogins = new HashSet<>();
    private final Set<String> foreign = new HashSet<>();
    private final Map<String, String> announced = new LinkedHashMap<>();
    private final Map<String, Entry> accounts = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final List<Entry> unsure = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private final Map<String, String> tokens = new HashMap<>();

    /** @param allowed effects that somebody said are fine */
    public Ledger(Mode mode, Set<Effect> allowed) {
        this.mode = mode;
        this.allowed = Set.copyOf(allowed);
    }

    /** Digest or API key with which the caller logs in; with other ones nobody does in read-only mode. */
    synchronized void ownLogin(Collection<String> secrets) {
        ownLogins.addAll(secrets);
    }

    /** An account that is not ours, whatever a server says. */
    synchronized void foreign(String accountId) {
        foreign.add(accountId);
    }

    /** An account of this name is going to be created below another. */
    synchronized void announce(String name, String parent) {
        announced.put(name, parent);
    }

    /** A token that belongs to an account of ours. */
    synchronized void ownToken(String token, String accountId) {
        tokens.put(token, accountId);
    }

    /** Why a request must not be sent, in words; empty when it may. */
    synchronized Optional<String> refusal(Request request) {
        Optional<Asked> understood = Asked.of(request);
        if (understood.isEmpty()) {
            return Optional.of("its path can be understood in several ways: " + request.path());
        }
        Asked asked = understood.get();
        Optional<String> effect = effect(asked);
        if (effect.isPresent()) {
            return effect;
        }
        if (mode == Mode.READ_ONLY) {
            boolean fine = asked.method().equals("GET") && !asked.writes();
            return fine || isOwnLogin(asked) ? Optional.empty() : Optional.of(READ_ONLY);
        }
        if (!asked.writes() || isLogin(asked)) {
            return Optional.empty();
        }
        return isOurs(asked)
                ? Optional.empty()
                : Optional.of("would touch what it did not create: " + asked.method() + " " + request.path());
    }

    /** The part of {@link #refusal} that holds whatever the ids in the path are. */
    Optional<String> refusalForAnyId(Request request) {
        return Asked.of(request).flatMap(asked -> {
            boolean fine = mode == Mode.READ_AND_WRITE || asked.method().equals("GET");
            return fine ? effect(asked) : Optional.of(READ_ONLY);
        });
    }

    private Optional<String> effect(Asked asked) {
        return Effect.of(asked)
                .filter(each -> !allowed.contains(each))
                .map(each ->
                        each.why() + "; if that is fine: --allow " + each.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isLogin(Asked asked) {
        return asked.is("PUT", "user_auth") || asked.is("PUT", "api_auth") || asked.is("POST", "auth", "tokeninfo");
    }

    private boolean isOwnLogin(Asked asked) {
        return isLogin(asked)
                && (ownLogins.contains(asked.data().textOr("credentials", ""))
                        || ownLogins.contains(asked.data().textOr("api_key", "")));
    }

    private boolean isOurs(Asked asked) {
        List<String> steps = asked.steps();
        if (isCreation(asked) && (asked.data().has("id") || asked.envelope().has("id"))) {
            return false; // an id that is taken makes KAZOO delete what is there (accounts sheet 5)
        }
        if (asked.is("PUT", ACCOUNTS)) {
            return tokens.containsKey(asked.token());
        }
        if (asked.method().equals("PUT") && isAnnounced(asked)) {
            return true;
        }
        if (steps.size() < 2 || !steps.get(0).equals(ACCOUNTS)) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            boolean ours = i + 1 < steps.size() && accounts.containsKey(steps.get(i + 1));
            if (steps.get(i).equals("account") || (steps.get(i).equals(ACCOUNTS) && !ours)) {
                return false;
            }
        }
        return !steps.get(steps.size() - 1).equals("move")
                || accounts.containsKey(asked.data().textOr("to", ""));
    }

    private boolean isAnnounced(Asked asked) {
        String parent = announced.get(asked.data().textOr("name", ""));
        return parent != null && asked.is("PUT", ACCOUNTS, parent);
    }

    private static boolean isCreation(Asked asked) {
        return asked.mayBe("PUT")
                && asked.steps().get(0).equals(ACCOUNTS)
                && asked.steps().size() <= 2;
    }

    /** Must be told before a request is sent: its answer may be lost. */
    synchronized void sending(Request request) {
        Asked.of(request)
                .filter(asked -> isCreation(asked) && asked.writes())
                .ifPresent(asked -> unsure.add(entry("", asked)));
    }

    /** Takes {@link #sending} back. */
    synchronized void notSent(Request request) {
        Asked.of(request).ifPresent(asked -> unsure.remove(entry("", asked)));
    }

    /** Must be told every answer. */
    synchronized void answered(Request request, Response response) {
        Optional<Asked> understood = Asked.of(request).filter(Asked::writes);
        if (understood.isEmpty()) {
            return;
        }
        Asked asked = understood.get();
        JsonObject data = response.json() instanceof JsonObject envelope ? envelope.object("data") : JsonObject.EMPTY;
        String id = data.textOr("id", "");
        if (isCreation(asked)) {
            created(asked, id, response);
        } else if (response.isSuccess() && asked.mayBe("PUT") && !id.isEmpty()) {
            String step = Holes.fillPath("/${ID}", Map.of("ID", id));
            documents.add(request.path().endsWith(step) ? request.path() : request.path() + step);
        }
        if (asked.mayBe("DELETE") && (response.isSuccess() || response.status() == 404)) {
            documents.remove(request.path());
            if (asked.steps().size() == 2) {
                gone.add(asked.steps().get(1));
            }
        }
    }

    private void created(Asked asked, String id, Response response) {
        Entry entry = entry("", asked);
        if (response.isSuccess() && id.length() == 32 && !foreign.contains(id)) {
            unsure.remove(entry);
            accounts.put(id, entry(id, asked));
        } else if (response.status() < 500) {
            unsure.remove(entry);
        }
    }

    private Entry entry(String id, Asked asked) {
        String name = asked.data().textOr("name", "");
        String own = tokens.getOrDefault(asked.token(), "");
        return new Entry(id, name, asked.steps().size() == 2 ? asked.steps().get(1) : own);
    }

    /** Accounts that are ours and not gone, the newest first. */
    synchronized List<Entry> accounts() {
        List<Entry> left = new ArrayList<>();
        accounts.values().stream().filter(each -> !gone.contains(each.id())).forEach(each -> left.add(0, each));
        return left;
    }

    /** An account is no longer there. */
    synchronized void gone(String accountId) {
        gone.add(accountId);
    }

    /** Accounts that may have been created, nobody knows with which id. */
    synchronized List<Entry> unsure() {
        return List.copyOf(unsure);
    }

    /** An account that was looked for: the id it has, or that it is not there. */
    synchronized void found(Entry entry, Optional<String> id) {
        unsure.remove(entry);
        id.ifPresent(each -> accounts.put(each, new Entry(each, entry.name(), entry.parent())));
    }

    /** Paths of documents made since the last call and not deleted, the newest first. */
    synchronized List<String> takeDocuments() {
        List<String> newest = new ArrayList<>();
        documents.forEach(each -> newest.add(0, each));
        documents.clear();
        return newest;
    }
}
