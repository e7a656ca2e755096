package io.github.kazoomock.contracts.record;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Hands over every exchange that passes through WireMock, before the client has the answer. */
final class Tap implements ServeEventListener {
    private final Consumer<Exchange> listener;

    Tap(Consumer<Exchange> listener) {
        this.listener = listener;
    }

    @Override
    public String getName() {
        return "kazoo-mock-tap";
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        LoggedRequest request = event.getRequest();
        LoggedResponse response = event.getResponse();
        String url = request.getUrl();
        int mark = url.indexOf('?');
        Instant time = request.getLoggedDate().toInstant();
        listener.accept(new Exchange(
                time,
                request.getMethod().getName(),
                mark < 0 ? url : url.substring(0, mark),
                mark < 0 ? "" : url.substring(mark + 1),
                headers(request.getHeaders()),
                body(request.getBody()),
                response.getStatus(),
                headers(response.getHeaders()),
                body(response.getBody()),
                Duration.between(time, Instant.now())));
    }

    private static Body body(byte[] bytes) {
        return bytes == null || bytes.length == 0 ? new Body.None() : new Body.OfBytes(bytes);
    }

    private static Map<String, String> headers(HttpHeaders headers) {
        Map<String, String> all = new TreeMap<>();
        if (headers != null) {
            for (HttpHeader header : headers.all()) {
                all.put(header.key().toLowerCase(Locale.ROOT), String.join(", ", header.values()));
            }
        }
        return all;
    }
}
