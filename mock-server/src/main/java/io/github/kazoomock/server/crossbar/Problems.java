package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.evidence.Evidence.Kind;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;

/** The error catalogue: every refusal that more than one noun can answer with, body exact (core sheet 7.2). */
public final class Problems {
    static final String VALIDATION = "validation error";

    private Problems() {}

    /** No or no good token: "401-A". */
    public static Problem invalidCredentials() {
        return Problem.of(401, "invalid_credentials", "invalid credentials");
    }

    /** An expired token where that is told apart, and the alias without a caller: "401-B". */
    public static Problem expiredCredentials() {
        return new Problem(401, "invalid credentials", JsonObject.EMPTY);
    }

    /** An account id that means nothing: "401-C", or what KAZOO 5.0 says of it (decisions H1 and H2). */
    public static Problem unknownAccount(Profile profile, String id) {
        if (profile.does(Decision.UNKNOWN_ACCOUNT_IS_UNAUTHORIZED)) {
            return Problem.of(401, "invalid credentials", "invalid credentials");
        }
        if (id.isEmpty()) {
            return Problem.of(404, "bad identifier", "missing account_id");
        }
        return id.getBytes(StandardCharsets.UTF_8).length == 32
                ? badIdentifier(id)
                : Problem.of(404, "bad identifier", "invalid account_id '" + id + "'");
    }

    public static Problem forbidden() {
        return Problem.of(403, "forbidden", "forbidden");
    }

    /** A document, account or parent that is missing, deleted or of another type. */
    public static Problem badIdentifier(String id) {
        return Problem.of(404, "bad_identifier", "bad identifier", id);
    }

    /** The older spelling of a few nouns: the id in an array. */
    public static Problem badIdentifierList(String id) {
        return new Problem(404, "bad identifier", JsonArray.of(Json.of(id)));
    }

    public static Problem notFound() {
        return Problem.of(404, "not_found", "not found");
    }

    /** Nonsensical paging. */
    public static Problem faultyRequest(String text) {
        return Problem.of(404, "faulty_request", text);
    }

    public static Problem invalidMethod() {
        return Problem.of(405, "invalid_method", "method not allowed");
    }

    public static Problem conflict() {
        return Problem.of(409, "datastore_conflict", "conflicting documents");
    }

    public static Problem gone() {
        return new Problem(
                410, "gone", Json.of("API version 1 is not supported. Please upgrade your code to use version 2."));
    }

    public static Problem tooManyRequests() {
        return Problem.of(429, "too_many_requests", "too many requests");
    }

    public static Problem datastoreFault() {
        return Problem.of(503, "datastore_fault", "datastore fatal error");
    }

    /** A noun that stops without saying why. */
    public static Problem initFailed() {
        return new Problem(500, "init failed", null);
    }

    /** A mistake of the mock itself (decision H6). */
    public static Problem executionFailed() {
        return new Problem(500, "request execution failed", JsonObject.EMPTY);
    }

    /** An operation that the sandbox holds for too badly founded: the mock's own refusal, KAZOO has none like it. */
    static Problem belowMinGrade(Operation operation, Sandbox sandbox) {
        Kind own = operation.grade().kind();
        Kind least = sandbox.minGrade();
        return Problem.of(
                501,
                "below_min_grade",
                operation.id() + " is known from '" + operation.grade() + "', and kazoo-mock was told to refuse what is"
                        + " below '" + least.words() + "'; to lower the limit use --min-grade " + own.word()
                        + " (for a sandbox \"min_grade\": \"" + own.word() + "\"), to raise the grade --evidence FILE");
    }

    /** The schema of an endpoint is not there. */
    public static Problem schemaNotFound(String id) {
        String text = "schema " + id + " not found.";
        return Problem.of(500, text, text);
    }

    /**
     * Bad input, field by field.
     *
     * @param data field path to rule to details
     */
    public static Problem validation(JsonObject data) {
        return new Problem(400, VALIDATION, data);
    }
}
