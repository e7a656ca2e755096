package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be called: a device, a user by one of the user's devices, a number or a SIP address.
 *
 * @param id as it was asked for
 * @param leg what the leg to it says
 */
record DialledEndpoint(String id, JsonObject leg) {
    private static final String DESTINATION = "destination";

    /** What KAZOO takes for a telephone number; shorter than {@link #SHORTEST} it is an extension, whatever it is. */
    private static final Pattern NUMBER = Pattern.compile("\\+?1?\\d{10}|\\+[2-9]\\d{7,}|011\\d*|00\\d*");

    private static final int SHORTEST = 5;
    private static final Pattern SIP = Pattern.compile("sip:[^@\\s]+@[^@\\s]+");
    private static final int ID_LENGTH = 32;

    /** The phone of a device. */
    static DialledEndpoint device(String asked, Document device) {
        return device(asked, device.open()).with("authorizing_id", device.id()).with("authorizing_type", "device");
    }

    /** The phone of a user: the first device that is switched on; null when there is none. */
    static @Nullable DialledEndpoint user(Account account, String user) {
        return account.shelf("device").values().stream()
                .filter(device -> user.equals(device.open().text("owner_id")) && isOn(device))
                .findFirst()
                .map(device -> device(user, device))
                .orElse(null);
    }

    static boolean isOn(Document device) {
        return device.open().get("enabled") != JsonLiteral.FALSE;
    }

    private static DialledEndpoint device(String asked, JsonObject device) {
        String username = device.text("sip", "username");
        return new DialledEndpoint(
                asked,
                JsonObject.builder()
                        .put(DESTINATION, username == null ? asked : username)
                        .build());
    }

    static DialledEndpoint number(String number) {
        return new DialledEndpoint(number, JsonObject.of(DESTINATION, Json.of(number)));
    }

    private DialledEndpoint with(String key, String value) {
        return new DialledEndpoint(id, leg.with(Json.of(value), key));
    }

    /**
     * Finds who is meant.
     *
     * @param faults where those are named who cannot be called
     */
    record Resolution(Account account, Call call, Faults faults) {

        /** Null when nobody is meant; then mostly a fault tells why. */
        @Nullable
        DialledEndpoint of(Json asked, String field) {
            if (asked instanceof JsonObject device) {
                DialledEndpoint spelt = device(device.textOr("name", "device"), device);
                String name = device.text("name");
                return name == null ? spelt : spelt.with("callee_id_name", name);
            }
            String text = asked.text();
            String id = text == null ? "" : text;
            if (id.startsWith("sip:")) {
                return address(id, field);
            }
            if (id.length() == ID_LENGTH) {
                return document(id, field);
            }
            if (!id.isEmpty() && (id.length() < SHORTEST || NUMBER.matcher(id).matches())) {
                return number(id);
            }
            faults.add(field, "enum", "Value not a number, device or user ID, or SIP endpoint");
            return null;
        }

        private @Nullable DialledEndpoint address(String uri, String field) {
            if (SIP.matcher(uri).matches()) {
                return new DialledEndpoint(uri, JsonObject.of(DESTINATION, Json.of(uri.substring("sip:".length()))));
            }
            boolean newest = call.does(Decision.CONFERENCES_HAVE_VARS_AND_INVITE);
            faults.add(field, "not_found", newest ? "URI " + uri + " is invalid" : "ID " + uri + " not found");
            return null;
        }

        private @Nullable DialledEndpoint document(String id, String field) {
            Document device = account.get("device", id);
            if (device != null && isOn(device)) {
                return device(id, device);
            }
            Document user = account.get("user", id);
            if (user == null) {
                faults.add(field, "not_found", "ID " + id + " not found");
                return null;
            }
            DialledEndpoint phone = user(account, id);
            if (phone == null) {
                Json message = Json.of("user " + id + " failed to resolve to route-able destinations");
                faults.add(field, "minItems", JsonObject.of("message", message, "target", Json.of(1)));
                return null;
            }
            String name =
                    user.open().textOr("first_name", "") + " " + user.open().textOr("last_name", "");
            return phone.with("callee_id_name", name.strip());
        }
    }
}
