package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let through: routed, authenticated, authorised.
 *
 * @param verb the effective verb, after tunnelling
 * @param nouns the path; the last one is asked, the others are context
 * @param caller null for anonymous operations
 * @param accountId the account in the path; null when there is none
 * @param replyType the content type that was agreed on for the reply
 * @param token the token as it was sent, also when it is no good; null when none was sent
 */
public record Call(
        Incoming in,
        Sandbox sandbox,
        Operation operation,
        Verb verb,
        List<PathNoun> nouns,
        Envelope envelope,
        Query query,
        @Nullable Caller caller,
        @Nullable String accountId,
        @Nullable String token,
        String replyType,
        String requestId,
        Instant now) {

    /** The arguments of the noun that is asked. */
    public List<String> arguments() {
        return nouns.get(nouns.size() - 1).arguments();
    }

    /** One argument of the noun that is asked, counted from 0. */
    public String argument(int index) {
        return arguments().get(index);
    }

    /** The first argument of an earlier noun of the path: the user in {@code users/ID/devices}. */
    public Optional<String> context(String noun) {
        return nouns.subList(0, nouns.size() - 1).stream()
                .filter(known -> known.name().equals(noun) && !known.arguments().isEmpty())
                .map(known -> known.arguments().get(0))
                .findFirst();
    }

    /** The {@code data} of the body, as an object. */
    public JsonObject data() {
        return envelope.object();
    }

    public Options options() {
        return new Options(envelope, query);
    }

    /**
     * The account in the path; only a superduper admin gets here without one, and finds no database then (core sheet 2).
     *
     * @throws Refusal with 503 when the path names no account
     */
    public String account() {
        if (accountId == null) {
            throw Problems.datastoreFault().refusal();
        }
        return accountId;
    }

    /**
     * Who asks.
     *
     * @throws IllegalStateException for an anonymous operation
     */
    public Caller knownCaller() {
        if (caller == null) {
            throw new IllegalStateException(operation.id() + " is anonymous");
        }
        return caller;
    }

    /** True when the client wants a table instead of JSON (core sheet 6.6). */
    public boolean wantsCsv() {
        return verb == Verb.GET && MediaTypes.isCsv(replyType);
    }

    /** True when the client is willing to pay; any of three places will do (core sheet 7.5). */
    public boolean acceptsCharges() {
        return acceptsCharges(envelope, query);
    }

    static boolean acceptsCharges(Envelope envelope, Query query) {
        String name = "accept_charges";
        return Stream.of(envelope.object().get(name), envelope.root().get(name))
                        .anyMatch(said -> said == JsonLiteral.TRUE
                                || (said instanceof JsonText text
                                        && text.value().equals("true")))
                || "true".equals(query.first(name));
    }

    /** Files in the body. */
    public List<Upload> uploads() {
        return envelope.uploads();
    }

    /** Private keys of a document with who saves it, which filters can ask for. */
    public JsonObject signed(JsonObject hidden) {
        JsonObject signed = hidden.with(Json.of(requestId), "pvt_request_id");
        if (caller == null) {
            return signed;
        }
        signed = signed.with(Json.of(true), "pvt_is_authenticated")
                .with(Json.of(caller.accountId()), "pvt_auth_account_id");
        return caller.ownerId() == null ? signed : signed.with(Json.of(caller.ownerId()), "pvt_auth_user_id");
    }

    /** True when the sandbox's profile behaves as the decision is named. */
    public boolean does(Decision decision) {
        return sandbox.profile().does(decision);
    }
}
