package io.github.kazoomock.junit;

import static io.github.kazoomock.junit.World.admin;
import static io.github.kazoomock.junit.World.ago;
import static io.github.kazoomock.junit.World.id;
import static io.github.kazoomock.junit.World.ownedBy;
import static io.github.kazoomock.junit.World.with;
import static io.github.kazoomock.junit.World.world;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@KazooMockTest(fixture = "empty")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class WorldTest {
    private static final World ACME = world().reseller("Acme")
            .user("rita", admin())
            .account("Hooli")
            .user("alice", admin())
            .user("bob")
            .device("Desk phone", ownedBy("alice"), with("sip.username", "alice_desk"))
            .account("Pied Piper", with("timezone", "Europe/Berlin"))
            .subaccount("Bachmanity")
            .user("erlich", admin());

    @Test
    void what_was_said_is_there(KazooMock kazoo) {
        kazoo.given(ACME);
        KazooAccount hooli = kazoo.account("Hooli");
        assertThat(kazoo.accounts())
                .extracting(KazooAccount::name)
                .containsExactly("Master", "Acme", "Hooli", "Pied Piper", "Bachmanity");
        assertThat(hooli.parentId()).contains(kazoo.account("Acme").id());
        assertThat(kazoo.account("Bachmanity").parentId())
                .contains(kazoo.account("pied-piper.example.com").id());
        KazooHttp alice = kazoo.login("alice", "Hooli").http();
        KazooReply devices = alice.get(hooli.path("devices")).expect(200);
        assertThat(devices.textAt("data.0.name")).isEqualTo("Desk phone");
        KazooReply device =
                alice.get(hooli.path("devices/" + devices.textAt("data.0.id"))).expect(200);
        assertThat(device.textAt("data.sip.username")).isEqualTo("alice_desk");
        assertThat(device.textAt("data.owner_id"))
                .isEqualTo(kazoo.login("alice", "Hooli").userId());
        assertThat(kazoo.http()
                        .get("accounts/" + kazoo.account("Pied Piper").id())
                        .textAt("data.timezone"))
                .isEqualTo("Europe/Berlin");
    }

    @Test
    void roles_follow_from_it(KazooMock kazoo) {
        kazoo.given(ACME);
        assertThat(kazoo.login("superduper_admin").username()).isEqualTo("admin");
        assertThat(kazoo.login("reseller").username()).isEqualTo("rita");
        assertThat(kazoo.login("account_admin").username()).isEqualTo("alice");
        assertThat(kazoo.login("user").username()).isEqualTo("bob");
    }

    @Test
    void users_have_their_name_as_password(KazooMock kazoo) {
        kazoo.given(ACME);
        kazoo.anonymous()
                .put("user_auth", Map.of("credentials", md5("bob:bob"), "account_name", "Hooli"))
                .expect(201);
    }

    @Test
    void it_is_a_value() {
        World base = world().account("Hooli");
        World more = base.user("alice");
        assertThat(base.files()).doesNotContainKey("master/hooli/users.json");
        assertThat(more.files()).containsKey("master/hooli/users.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices", "users", "vmboxes", "callflows"})
    void a_document_of_which_nothing_is_said_is_made_valid(String noun, KazooMock kazoo) {
        kazoo.given(world().account("Hooli").document(noun, "one").document(noun, "two"));
        assertThat(kazoo.http()
                        .get(kazoo.account("Hooli").path(noun))
                        .expect(200)
                        .listAt("data"))
                .hasSize(2);
    }

    @Test
    void times_references_and_system_configs_are_those_of_fixtures(KazooMock kazoo) {
        kazoo.given(world().systemConfig("crossbar.accounts", with("default.allow_move", "tree"))
                .account("Hooli", with("pvt_created", ago("30d")))
                .user("alice")
                .callflow("main", with("numbers", List.of("2001")), with("owner_id", id("users", "alice"))));
        assertThat(kazoo.http().get(kazoo.account("Hooli").path("callflows")).textAt("data.0.owner_id"))
                .isEqualTo(kazoo.login("alice", "Hooli").userId());
    }

    @Test
    void a_mistake_is_told_and_costs_nothing(KazooMock kazoo) {
        kazoo.given(ACME);
        World wrong = world().account("Hooli").device("desk", ownedBy("nobody"), with("enabled", List.of()));
        assertThatExceptionOfType(KazooMockException.class)
                .isThrownBy(() -> kazoo.given(wrong))
                .withMessageContaining("master/hooli/devices.json#/desk/owner_id: 'users/nobody' does not exist")
                .withMessageContaining("/desk/enabled");
        assertThat(kazoo.account("Acme").name()).isEqualTo("Acme");
    }

    @Nested
    class Documents_of_a_schema {
        @Test
        void are_accepted_whatever_their_size(KazooMock kazoo) {
            kazoo.given(ACME);
            KazooHttp alice = kazoo.login("alice", "Hooli").http();
            String users = kazoo.account("Hooli").path("users");
            kazoo.documents("users").all().limit(8).forEach(sample -> {
                Map<String, Object> user = new TreeMap<>(sample);
                user.remove("username"); // asks for a password, which no schema says
                KazooReply made = alice.put(users, user);
                if (made.status() != 201) {
                    throw new AssertionError(made + " of " + user);
                }
                alice.delete(users + "/" + made.textAt("data.id")).expect(200);
            });
        }

        @Test
        void are_the_same_for_the_same_seed(KazooMock kazoo) {
            assertThat(kazoo.documents("devices").typical(5))
                    .isEqualTo(kazoo.documents("devices").typical(5));
            assertThat(kazoo.documents("devices").minimal()).containsOnlyKeys("name");
            assertThat(kazoo.documents("devices").maximal()).containsKeys("sip", "media", "call_forward");
        }
    }

    private static String md5(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("MD5")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
