package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kazoomock.junit.KazooLogin;
import io.github.kazoomock.junit.KazooMock;
import io.github.kazoomock.junit.KazooMockTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KazooMockTest
class DeviceNamesTest {
    @Test
    void reads_what_kazoo_answers(KazooMock kazoo) throws IOException {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        grace.http().put(grace.path("devices"), Map.of("name", "Fax in the attic")).expect(201);
        String reply = grace.http().get(grace.path("devices") + "?paginate=false").expect(200).text();
        assertTrue(DeviceNames.of(reply).contains("Fax in the attic"));
    }

    @Test
    void keeps_its_own_jackson() {
        assertEquals("2.10.5", new ObjectMapper().version().toString());
    }

    /** What the mock is made of; this project has none of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.github.kazoomock.server.KazooServer",
                "io.github.kazoomock.json.Json",
                "tools.jackson.databind.ObjectMapper",
                "com.networknt.schema.Schema",
                "com.nimbusds.jose.JWSObject",
                "org.pcollections.TreePMap",
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "kotlin.Unit",
                "org.slf4j.Logger",
                "org.jspecify.annotations.Nullable"
            })
    void nothing_of_the_mock_is_on_the_class_path(String type) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
    }
}
