package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.provider.ProviderResponse;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.export.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pact's responses as ours, and ours as Pact's. */
final class Responses {
    private Responses() {}

    static Response of(IResponse response) {
        Map<String, String> headers = new TreeMap<>();
        response.getHeaders()
                .forEach((name, each) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", each)));
        return new Response(response.getStatus(), headers, Requests.bytes(response.getBody()));
    }

    /** The interaction with what is expected after its generators. */
    static SynchronousHttp expected(SynchronousHttp interaction, Map<String, Json> values) {
        IResponse generated = DefaultResponseGenerator.INSTANCE.generateResponse(
                interaction.getResponse(), Requests.context(values), GeneratorTestMode.Provider, List.of(), Map.of());
        return generated instanceof HttpResponse response
                ? new SynchronousHttp(
                        interaction.getDescription(),
                        interaction.getProviderStates(),
                        interaction.getRequest(),
                        response)
                : interaction;
    }

    static ProviderResponse actual(Response response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        String written = response.headers().getOrDefault("content-type", "");
        ContentType type = written.isEmpty() ? ContentType.getUNKNOWN() : ContentType.fromString(written);
        OptionalBody body =
                response.body().length == 0 ? OptionalBody.empty() : OptionalBody.body(response.body(), type);
        return new ProviderResponse(response.status(), headers, type, body);
    }
}
