package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One HTTP interaction of a pact file, of any version. */
public final class PactInteraction {
    private final String source;
    private final String consumer;
    private final String provider;
    private final String description;
    private final boolean pending;
    private final List<State> states;
    private final JsonObject comments;
    private final Pact pact;
    private final SynchronousHttp http;

    PactInteraction(
            String source, Pact pact, boolean pending, List<State> states, JsonObject comments, SynchronousHttp http) {
        this.source = source;
        this.consumer = String.valueOf(pact.getConsumer().getName());
        this.provider = String.valueOf(pact.getProvider().getName());
        this.description = http.getDescription();
        this.pending = pending || http.getPending();
        this.states = List.copyOf(states);
        this.comments = comments;
        this.pact = pact;
        this.http = http;
    }

    /** The file or address that it comes from. */
    public String source() {
        return source;
    }

    public String consumer() {
        return consumer;
    }

    public String provider() {
        return provider;
    }

    public String description() {
        return description;
    }

    /** Its failure is no failure yet. */
    public boolean isPending() {
        return pending;
    }

    public List<State> states() {
        return states;
    }

    /** The operation's id, as our exports say it; empty for others. */
    public String operation() {
        return comments.object("kazoo").textOr("operation", "");
    }

    /** The operation's grade in words, as our exports say it; empty for others. */
    public String grade() {
        return comments.object("kazoo").textOr("grade", "");
    }

    /** What in the examples is a provider state's value: {@code MENU_ID} and the id in the example; empty for others. */
    public Map<String, String> exampleValues() {
        Map<String, String> values = new LinkedHashMap<>();
        comments.object("kazoo", "values").forEach((name, value) -> {
            String text = value.text();
            values.put(name, text == null ? value.toString() : text);
        });
        return values;
    }

    /** The request as it is written. */
    public Request exampleRequest() {
        return Requests.of(http.getRequest());
    }

    /** The response as it is written. */
    public Response exampleResponse() {
        return Responses.of(http.getResponse());
    }

    /** The request's method and path as written. */
    public String line() {
        return http.getRequest().getMethod() + " " + http.getRequest().getPath();
    }

    /**
     * The request to send: what its generators make of it.
     *
     * @param values of the provider states
     * @throws PactProblem when a generator needs a value that no state gave, or cannot do its work
     */
    public Request request(Map<String, Json> values) {
        return Requests.generated(http.getRequest(), values);
    }

    /**
     * What is wrong with a response; empty when it is as agreed.
     *
     * @param values of the provider states
     * @throws PactProblem when they cannot be compared
     */
    public List<Finding> compare(Response actual, Map<String, Json> values) {
        return Comparison.of(http, pact, actual, values);
    }
}
