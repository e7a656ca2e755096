package com.example;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A portal that passes the devices of one account on. */
public final class Portal implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Javalin app;

    public Portal(URI kazoo, String token, String account) {
        HttpRequest devices = HttpRequest.newBuilder(kazoo.resolve("accounts/" + account + "/devices?paginate=false"))
                .header("X-Auth-Token", token)
                .build();
        app = Javalin.create(config -> config.showJavalinBanner = false)
                .get("/devices", context -> context.result(ask(devices)))
                .start(0);
    }

    private String ask(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + app.port() + "/");
    }

    @Override
    public void close() {
        app.stop();
    }
}
