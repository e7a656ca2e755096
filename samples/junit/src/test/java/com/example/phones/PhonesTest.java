package com.example.phones;

import static io.github.kazoomock.junit.World.admin;
import static io.github.kazoomock.junit.World.ownedBy;
import static io.github.kazoomock.junit.World.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.kazoomock.junit.KazooMock;
import io.github.kazoomock.junit.KazooMockTest;
import io.github.kazoomock.junit.KazooRequest;
import io.github.kazoomock.junit.Requests;
import io.github.kazoomock.junit.Strict;
import io.github.kazoomock.junit.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@KazooMockTest(
        fixture = "empty",
        strict = {Strict.UNSERVED_REQUESTS, Strict.UNFIRED_FAULTS})
class PhonesTest {
    private static final World WORLD = world()
            .reseller("Acme")
            .account("Hooli")
            .user("alice", admin())
            .device("Desk", ownedBy("alice"))
            .account("Pied Piper")
            .device("Router");

    private KazooMock kazoo;
    private Phones phones;

    @BeforeEach
    void start(KazooMock mock) {
        kazoo = mock.given(WORLD);
        // printf alice:alice | md5sum
        phones = new Phones(kazoo.apiRoot(), new Phones.Login("ebc6adcddf278617acfea9e928a9e436", "Hooli"));
    }

    @Test
    void happy_path() throws IOException, InterruptedException {
        phones.add("Kitchen");
        assertEquals(List.of("Desk", "Kitchen"), phones.names().stream().sorted().toList());
    }

    @Test
    void permission() {
        String stranger = kazoo.account("Pied Piper").id();
        Refused refused = assertThrows(Refused.class, () -> phones.countIn(stranger));
        assertEquals(403, refused.status());
    }

    @Test
    void validation_error() {
        Refused refused = assertThrows(Refused.class, () -> phones.add(""));
        assertEquals(400, refused.status());
        assertEquals(
                "String must be at least 1 characters",
                refused.data().at("/name/minLength/message").asText());
    }

    @Test
    void expired_token_by_the_clock() throws IOException, InterruptedException {
        phones.add("Kitchen");
        kazoo.clock().advance(Duration.ofHours(2));
        assertEquals(2, phones.names().size());
    }

    @Test
    void retry_on_a_fault() throws IOException, InterruptedException {
        kazoo.faults().fail("devices.list", 503, 2);
        assertEquals(List.of("Desk"), phones.names());
        assertEquals(2, kazoo.faults().armed().get(0).hits());
    }

    @Test
    void what_was_changed() throws IOException, InterruptedException {
        String id = phones.add("Kitchen");
        phones.rename(id, "Lobby");
        KazooRequest renamed =
                kazoo.requests(Requests.any().operation("devices.patch")).get(0);
        assertEquals("Kitchen", renamed.at("documents.0.before.name"));
        assertEquals("Lobby", renamed.at("documents.0.after.name"));
    }
}
