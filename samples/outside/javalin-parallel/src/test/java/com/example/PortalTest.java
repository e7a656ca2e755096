package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.kazoomock.junit.KazooLogin;
import io.github.kazoomock.junit.KazooMock;
import io.github.kazoomock.junit.KazooMockExtension;
import io.github.kazoomock.junit.KazooMockNamed;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.jetty.util.Jetty;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTest {
    @RegisterExtension
    static final KazooMockExtension KAZOO = KazooMockExtension.builder().build();

    @RegisterExtension
    static final KazooMockExtension OLD =
            KazooMockExtension.builder().named("old").profile("kazoo-5.0").build();

    @RepeatedTest(8)
    void shows_the_devices_of_its_own_kazoo(KazooMock kazoo, @KazooMockNamed("old") KazooMock old)
            throws IOException, InterruptedException {
        KazooLogin grace = kazoo.login("grace", "Harbor Dental Group");
        KazooLogin oldGrace = old.login("grace", "Harbor Dental Group");
        grace.http().put(grace.path("devices"), Map.of("name", "Only here")).expect(201);
        try (Portal portal = new Portal(kazoo.apiRoot(), grace.token(), grace.accountId());
                Portal other = new Portal(old.apiRoot(), oldGrace.token(), oldGrace.accountId())) {
            assertTrue(devices(portal).contains("Only here"));
            assertFalse(devices(other).contains("Only here"));
        }
    }

    @Test
    void keeps_its_own_javalin_and_jetty() {
        assertTrue(Jetty.VERSION.startsWith("11."), Jetty.VERSION);
        assertEquals("app", Javalin.class.getClassLoader().getName());
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
                "org.jspecify.annotations.Nullable"
            })
    void nothing_of_the_mock_is_on_the_class_path(String type) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
    }

    private static String devices(Portal portal) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(portal.root().resolve("devices")).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
