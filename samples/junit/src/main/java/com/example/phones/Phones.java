package com.example.phones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The phones of an account: logs in when it must, and asks again when KAZOO has a bad moment. */
public final class Phones {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI apiRoot;
    private final Login login;
    private String token = "";
    private String account = "";

    /**
     * How to log in.
     *
     * @param credentials the MD5 of {@code username:password}
     */
    public record Login(String credentials, String accountName) {}

    public Phones(URI apiRoot, Login login) {
        this.apiRoot = apiRoot;
        this.login = login;
    }

    /** The names of all phones. */
    public List<String> names() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        ask("GET", "devices?paginate=false", null).forEach(phone -> names.add(phone.path("name").asText()));
        return names;
    }

    /** Adds a phone; its id. */
    public String add(String name) throws IOException, InterruptedException {
        return ask("PUT", "devices", JSON.createObjectNode().put("name", name)).path("id").asText();
    }

    public void rename(String id, String name) throws IOException, InterruptedException {
        ask("PATCH", "devices/" + id, JSON.createObjectNode().put("name", name));
    }

    /** How many phones another account has. */
    public int countIn(String otherAccount) throws IOException, InterruptedException {
        return ask("GET", "/accounts/" + otherAccount + "/devices?paginate=false", null).size();
    }

    private JsonNode ask(String verb, String path, ObjectNode data) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            logIn();
        }
        HttpResponse<String> reply = send(verb, path, data);
        for (int i = 1; i < TRIES && (reply.statusCode() == 401 || reply.statusCode() >= 500); i++) {
            if (reply.statusCode() == 401) {
                logIn();
            }
            reply = send(verb, path, data);
        }
        return data(reply);
    }

    private void logIn() throws IOException, InterruptedException {
        ObjectNode data = JSON.createObjectNode()
                .put("credentials", login.credentials())
                .put("account_name", login.accountName());
        token = "";
        HttpResponse<String> reply = send("PUT", "/user_auth", data);
        account = data(reply).path("account_id").asText();
        token = JSON.readTree(reply.body()).path("auth_token").asText();
    }

    private HttpResponse<String> send(String verb, String path, ObjectNode data)
            throws IOException, InterruptedException {
        String below = path.startsWith("/") ? path.substring(1) : "accounts/" + account + "/" + path;
        HttpRequest.BodyPublisher body = data == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.createObjectNode().set("data", data).toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(apiRoot.resolve(below)).method(verb, body);
        request.header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("X-Auth-Token", token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode data(HttpResponse<String> reply) throws IOException {
        JsonNode body = JSON.readTree(reply.body());
        if (reply.statusCode() >= 300) {
            throw new Refused(reply.statusCode(), body.path("message").asText(), body.path("data"));
        }
        return body.path("data");
    }
}
