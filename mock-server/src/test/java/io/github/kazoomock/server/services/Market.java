package io.github.kazoomock.server.services;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A running server with somebody who sells, somebody who buys, and clients of their admins; plans are the trader's
 * unless said otherwise:
 *
 * <pre>
 * Crown (master, superduper) > Trader (reseller) > Stall > Cart
 *                            > Kiosk
 * </pre>
 */
final class Market implements AutoCloseable {
    /** Desk phones, with an activation charge, and mailboxes. */
    static final String PHONES = plan("crown/trader", "phones");

    /** Users and accounts, those of descendants included. */
    static final String PEOPLE = plan("crown/trader", "people");

    /** A plan of the master. */
    static final String DIRECT = plan("crown", "direct");

    private final KazooServer server;

    private Market(KazooServer server) {
        this.server = server;
    }

    static Market open(Path folder) {
        return open(folder, "kazoo-5");
    }

    static Market open(Path folder, String profile) {
        return open(folder, profile, "{}");
    }

    /** @param services the section {@code default} of the system settings of services */
    static Market open(Path folder, String profile, String services) {
        write(folder, "fixture.json", "{'description': 'market'}");
        write(folder, "system_config/services.json", "{'default': " + services + "}");
        account(folder, "crown", "Crown", ", 'pvt_superduper_admin': true, 'pvt_reseller': true");
        account(folder, "crown/kiosk", "Kiosk", "");
        account(folder, "crown/trader", "Trader", ", 'pvt_reseller': true");
        account(folder, "crown/trader/stall", "Stall", "");
        account(folder, "crown/trader/stall/cart", "Cart", "");
        write(
                folder,
                "crown/service_plans.json",
                "{'direct': {'id': '" + DIRECT
                        + "', 'name': 'Direct', 'plan': {'limits': {'twoway_trunks': {'rate': 20}}}}}");
        write(
                folder,
                "crown/trader/service_plans.json",
                "{'phones': {'id': '" + PHONES
                        + "', 'name': 'Phones', 'description': 'Desk phones', 'category': 'base', 'plan': {'devices':"
                        + " {'sip_device': {'name': 'SIP Device', 'rate': 5, 'activation_charge': 10}}, 'voicemails':"
                        + " {'mailbox': {'rate': 1}}}}, 'people': {'id': '" + PEOPLE
                        + "', 'name': 'People', 'plan': {'users': {'_all': {'as': 'user', 'rate': 2, 'cascade':"
                        + " true}}}}}");
        return new Market(KazooServer.builder()
                .port(0)
                .fixture(folder.toString())
                .profile(profile)
                .start());
    }

    private static String plan(String folder, String key) {
        return Hash.md5(folder + "/service_plans/" + key);
    }

    private static void account(Path folder, String path, String name, String more) {
        String realm = name.toLowerCase(Locale.ROOT) + ".example.com";
        write(
                folder,
                path + "/account.json",
                "{'name': '" + name + "', 'realm': '" + realm + "', 'timezone': 'UTC'" + more + "}");
        write(folder, path + "/users.json", "{'admin': " + user("admin", "admin") + "}");
    }

    /** A user whose password is the name. */
    static String user(String name, String level) {
        return String.format(
                "{'username': '%1$s', 'password': '%1$s', 'first_name': '%1$s', 'last_name': 'Doe',"
                        + " 'priv_level': '%2$s'}",
                name, level);
    }

    private static void write(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KazooServer server() {
        return server;
    }

    void reset() {
        server.reset();
        clock("2026-05-16T10:20:30Z");
    }

    /** Stops the clock at a moment. */
    void clock(String instant) {
        TestClient.of(server).send("POST", "/__admin/clock", "{\"set\":\"" + instant + "\",\"frozen\":true}");
    }

    /** A client of the admin of an account. */
    Client as(String account) {
        return new Client(this, TestClient.of(server).login(login(account)));
    }

    String id(String account) {
        return login(account).accountId();
    }

    private Login login(String account) {
        return server.logins().stream()
                .filter(login -> login.accountName().equals(account))
                .findFirst()
                .orElseThrow();
    }

    /** JSON with single quotes, which is easier to read in Java. */
    static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    static JsonArray array(String text) {
        return (JsonArray) Json.parse(text.replace('\'', '"'));
    }

    /** Asks about accounts by name: {@code get("Stall", "services")}. */
    record Client(Market market, TestClient client) {
        Response get(String account, String path) {
            return client.get(path(account, path));
        }

        Response put(String account, String path, String data) {
            return client.put(path(account, path), json(data));
        }

        Response post(String account, String path, String data) {
            return client.post(path(account, path), json(data));
        }

        Response patch(String account, String path, String data) {
            return client.patch(path(account, path), json(data));
        }

        Response delete(String account, String path) {
            return client.delete(path(account, path));
        }

        Response send(String method, String account, String path, String body) {
            return client.send(method, path(account, path), body.replace('\'', '"'));
        }

        private String path(String account, String path) {
            return "accounts/" + market.id(account) + (path.isEmpty() ? "" : "/" + path);
        }
    }

    /** `data` of a list. */
    static JsonArray rows(Response response) {
        return response.body().array("data");
    }

    @Override
    public void close() {
        server.close();
    }
}
