package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.AccountIndexes;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a device proves who it is: nobody else may do so in the same way (pbx sheet 2.4). */
final class SipCredentials {
    private static final String PASSWORD = "password";
    private static final String BY_ADDRESS = "ip";

    /** By realm, if the device names one, and by account. */
    static final Index USERNAME = new Index("devices/sip_username", "device", (account, device) -> {
        String username = device.open().text("sip", "username");
        String realm = device.open().text("sip", "realm");
        if (username == null || username.isEmpty()) {
            return List.of();
        }
        return realm == null
                ? List.of(inAccount(account, username), inRealmOf(account, username))
                : List.of(inAccount(account, username), inRealm(realm, username));
    });

    static final Index IP = new Index("devices/sip_ip", "device", (account, device) -> {
        String ip = device.open().text("sip", "ip");
        return ip == null || !BY_ADDRESS.equals(device.open().text("sip", "method")) ? List.of() : List.of(ip);
    });

    private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");

    private SipCredentials() {}

    /** The account's own realm is not stored, so that a device follows when the account gets another. */
    static Draft withoutOwnRealm(Draft draft) {
        String realm = draft.open().text("sip", "realm");
        return realm != null && realm.equalsIgnoreCase(realmOfAccount(draft))
                ? draft.withOpen(draft.open().without("sip", "realm"))
                : draft;
    }

    static void check(Draft draft) {
        Json method = draft.open().at("sip", "method");
        String name = method == null ? PASSWORD : method.text();
        if (BY_ADDRESS.equals(name)) {
            checkIp(draft);
        } else if (PASSWORD.equals(name)) {
            checkUsername(draft);
        } else if (method != null && !draft.call().does(Decision.SIP_METHODS_ARE_LEFT_TO_THE_SCHEMA)) {
            JsonObject details = JsonObject.builder()
                    .put("message", "SIP authentication method is invalid")
                    .put("target", JsonArray.of(Json.of(PASSWORD), Json.of(BY_ADDRESS)))
                    .put("cause", method)
                    .build();
            draft.faults().add("sip.method", "enum", details);
        }
    }

    private static void checkIp(Draft draft) {
        String ip = draft.open().text("sip", "ip");
        if (ip == null) {
            draft.faults().add("sip.ip", "type", "Must be a valid IPv4 RFC 791");
        } else if (!IPV4.matcher(ip).matches()) {
            draft.faults().add("sip.ip", "type", "Must be a valid IPv4 RFC 791", Json.of(ip));
        } else if (draft.isTaken(IP, ip)) {
            draft.faults().add("sip.ip", "unique", "SIP IP already in use", Json.of(ip));
        }
    }

    private static void checkUsername(Draft draft) {
        String username = draft.open().text("sip", "username");
        if (username == null || username.isEmpty()) {
            return;
        }
        if (rivals(draft, username).stream().anyMatch(key -> draft.isTaken(USERNAME, key))) {
            draft.faults().add("sip.username", "unique", "SIP credentials already in use", Json.of(username));
        }
    }

    /** The keys under which another device would answer to the same name. */
    private static List<String> rivals(Draft draft, String username) {
        World world = draft.transaction().world();
        String own = draft.open().text("sip", "realm");
        String realm = own == null ? realmOfAccount(draft) : own;
        List<String> keys = new ArrayList<>(List.of(inAccount(draft.call().account(), username)));
        if (realm != null) {
            keys.add(inRealm(realm, username));
            Ref owner = world.first(AccountIndexes.REALM, realm.toLowerCase(Locale.ROOT));
            if (owner != null) {
                keys.add(inRealmOf(owner.account(), username));
            }
        }
        return keys;
    }

    private static @Nullable String realmOfAccount(Draft draft) {
        String account = draft.call().account();
        return draft.transaction().existing(account).document().open().text("realm");
    }

    private static String inAccount(String account, String username) {
        return Index.key("account", account, username.toLowerCase(Locale.ROOT));
    }

    private static String inRealm(String realm, String username) {
        return Index.key("realm", realm.toLowerCase(Locale.ROOT), username.toLowerCase(Locale.ROOT));
    }

    private static String inRealmOf(String account, String username) {
        return Index.key("realm_of", account, username.toLowerCase(Locale.ROOT));
    }
}
