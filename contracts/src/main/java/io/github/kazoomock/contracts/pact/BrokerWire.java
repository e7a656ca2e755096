package io.github.kazoomock.contracts.pact;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** HTTP to a broker. Redirects are not followed, because they might carry the credentials elsewhere. */
final class BrokerWire {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final BrokerCredentials credentials;

    BrokerWire(BrokerCredentials credentials) {
        this.credentials = credentials;
    }

    byte[] get(URI broker, URI address) {
        HttpResponse<byte[]> answer = send(broker, HttpRequest.newBuilder(address));
        if (answer.statusCode() != 200) {
            throw new UsageError(
                    address + " answers " + answer.statusCode() + "; give the address of a broker or a pact");
        }
        return answer.body();
    }

    byte[] post(URI broker, URI address, JsonObject body, String provider) {
        HttpResponse<byte[]> answer = send(
                broker,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body.utf8())));
        if (answer.statusCode() == 404) {
            throw new UsageError("the broker " + broker + " knows no provider '" + provider
                    + "'; say with --provider how it calls KAZOO");
        }
        if (answer.statusCode() != 200) {
            throw new UsageError("the broker " + broker + " refuses these selectors: " + answer.statusCode() + " "
                    + BodyFindings.shortened(new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(URI broker, HttpRequest.Builder request) {
        request.timeout(ANSWERING).header("Accept", "application/hal+json, application/json");
        URI address = request.build().uri();
        if (isSame(broker, address)) {
            credentials.header().ifPresent(value -> request.header("Authorization", value));
        }
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Unreachable(address + " does not answer: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new Unreachable(address + " does not let us in (" + status + "); set PACT_BROKER_TOKEN, or "
                    + "PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD");
        }
        if (status >= 300 && status < 400) {
            throw new UsageError(address + " answers " + status + " and points to "
                    + answer.headers().firstValue("location").orElse("nothing") + "; give that address");
        }
        if (status >= 500) {
            throw new Unreachable(address + " is ill: it answers " + status);
        }
        return answer;
    }

    private static boolean isSame(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getHost(), other.getHost())
                && one.getPort() == other.getPort();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
