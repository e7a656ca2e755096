package io.github.kazoomock.contracts.bench;

import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pact JVM's own way, as its documentation shows it: started by {@link VerifySpeed} only. */
@Provider("kazoo")
@PactFolder("${bench.pacts}")
class PactRunner {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeEach
    void target(PactVerificationContext context) {
        context.setTarget(new HttpTestTarget("127.0.0.1", port(), "/"));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void verify(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @State(VerifySpeed.STATE)
    Map<String, Object> state(Map<String, Object> params) throws IOException, InterruptedException {
        post("reset", "{}");
        String values = post("states", "{\"params\":" + Json.toJson(params).serialise() + "}");
        Map<String, Object> all = new LinkedHashMap<>();
        ((JsonObject) io.github.kazoomock.json.Json.parse(values))
                .forEach((name, value) -> all.put(name, String.valueOf(value.text())));
        return all;
    }

    private static int port() {
        return Integer.getInteger("bench.port", 0);
    }

    private static String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/__admin/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }
}
