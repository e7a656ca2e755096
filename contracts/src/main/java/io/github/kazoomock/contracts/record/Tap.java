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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Hands over every exchange that passes through WireMock, before the client has the answer. */
final class Tap implements ServeEventListener {
    private final Consumer<Exchange> listener;
    private final Runnable answered;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param answered told of each exchange once more, when the client has its answer */
    Tap(Consumer<Exchange> listener, Runnable answered) {
        this.listener = listener;
        this.answered = answered;
    }

    @Override
    public String getName() {
        return "kazoo-mock-tap";
    }

    @Override
    public void beforeMatch(ServeEvent event, Parameters parameters) {
        underWay.incrementAndGet();
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
        underWay.decrementAndGet();
        answered.run();
    }

    /** True when every client has its answer. */
    boolean isIdle() {
        return underWay.get() == 0;
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
