package com.example;

import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

/** Knows the users of an account. */
@Service
public class Phonebook {
    private final RestClient.Builder clients;

    Phonebook(RestClient.Builder clients) {
        this.clients = clients;
    }

    public List<String> names(URI kazoo, String token, String account) {
        Users users = clients.build()
                .get()
                .uri(kazoo.resolve("accounts/" + account + "/users?paginate=false"))
                .header("X-Auth-Token", token)
                .retrieve()
                .body(Users.class);
        return users == null ? List.of() : users.data().stream().map(User::first_name).toList();
    }

    record Users(List<User> data) {}

    record User(String first_name) {}
}
