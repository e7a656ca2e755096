package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.kazoomock.junit.KazooLogin;
import io.github.kazoomock.junit.KazooMock;
import io.github.kazoomock.junit.KazooMockTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@KazooMockTest
class PhonebookTest {
    @Autowired
    private Phonebook phonebook;

    @Test
    void lists_who_is_there(KazooMock kazoo) {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        grace.http()
                .put(grace.path("users"), Map.of("first_name", "Zelda", "last_name", "New"))
                .expect(201);
        assertThat(phonebook.names(kazoo.apiRoot(), grace.token(), grace.accountId()))
                .contains("Grace", "Milo", "Zelda");
    }

    @Test
    void keeps_its_own_jackson() {
        assertThat(new tools.jackson.databind.ObjectMapper().version().toString()).isEqualTo("3.0.2");
    }

    /** What the mock is made of; this project has none of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.github.kazoomock.server.KazooServer",
                "io.github.kazoomock.json.Json",
                "com.networknt.schema.Schema",
                "com.nimbusds.jose.JWSObject",
                "org.pcollections.TreePMap",
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "kotlin.Unit"
            })
    void nothing_of_the_mock_is_on_the_class_path(String type) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
    }
}
