package io.github.kazoomock.contracts.record;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Keeps from the server what a client wants of its connection to the proxy: a server that took up the offer of HTTP/2, as
 * Java's client makes it, would answer the proxy in a way that it does not understand.
 */
final class PlainRequests implements StubRequestFilterV2 {
    @Override
    public String getName() {
        return "kazoo-mock-plain-requests";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        RequestWrapper.Builder plain =
                RequestWrapper.create().removeHeader("Upgrade").removeHeader("HTTP2-Settings");
        boolean isBare = request.containsHeader("Content-Length") && !request.containsHeader("Content-Type");
        if (request.getMethod().equals(RequestMethod.OPTIONS) && isBare) {
            plain.addHeader("Content-Type", "text/plain"); // WireMock's own client sends no body of no type
        }
        return RequestFilterAction.continueWith(plain.wrap(request));
    }
}
