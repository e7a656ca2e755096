package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What saving a device does besides the schema (pbx sheet 2.4, delta sheet 5.3). */
final class DeviceChecks implements Checks {
    static final Index MAC_ADDRESS = new Index("devices/mac_address", "device", (account, device) -> {
        String address = device.open().textOr("mac_address", "");
        return address.isEmpty() ? List.of() : List.of(Index.key(account, macAddress(address)));
    });

    @Override
    public Draft prepare(Draft draft) {
        Draft next = draft.withText(DeviceChecks::macAddress, "mac_address")
                .withText(brand -> brand.toLowerCase(Locale.ROOT), "provision", "endpoint_brand")
                .withText(E164::of, "caller_id", "emergency", "number");
        next = next.withOpen(trimmed(withoutEmptyKeys(next.open())));
        next = ForwardFailover.setAside(SipCredentials.withoutOwnRealm(next));
        MobileNumber.check(next);
        checkMacAddress(next);
        SipCredentials.check(next);
        checkDeviceType(next);
        return next;
    }

    @Override
    public Draft complete(Draft draft) {
        checkFailover(draft);
        return ForwardFailover.putBack(draft.withOpen(draft.open().without("sync")));
    }

    private static String macAddress(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    }

    /** Flags are kept as a list of trimmed texts; a value of another type does not survive. */
    private static JsonObject trimmed(JsonObject device) {
        Json flags = device.get("outbound_flags");
        if (flags == null) {
            return device;
        }
        List<Json> kept = flags instanceof JsonArray array
                ? array.values().stream().map(DeviceChecks::trimmed).toList()
                : List.of();
        return device.with(new JsonArray(kept), "outbound_flags");
    }

    private static Json trimmed(Json flag) {
        String text = flag.text();
        return text == null ? flag : Json.of(text.strip());
    }

    private static JsonObject withoutEmptyKeys(JsonObject device) {
        JsonObject next = device;
        for (String kind : List.of("combo_keys", "feature_keys")) {
            JsonObject keys = device.object("provision", kind);
            JsonObject used = keys.filterKeys(key -> keys.get(key) != JsonLiteral.NULL);
            next = used.size() == keys.size() ? next : next.with(used, "provision", kind);
        }
        return next;
    }

    private static void checkMacAddress(Draft draft) {
        String address = draft.open().textOr("mac_address", "");
        if (!address.isEmpty()
                && draft.isTaken(MAC_ADDRESS, Index.key(draft.call().account(), address))) {
            draft.faults().add("mac_address", "unique", "MAC address already in use", Json.of(address));
        }
    }

    private static void checkDeviceType(Draft draft) {
        Document before = draft.before();
        if (before == null || isSuperduper(draft)) {
            return;
        }
        @Nullable Json type = draft.open().get("device_type");
        String cause = type == null ? "" : type.text();
        if (cause != null && !cause.equals(before.open().textOr("device_type", ""))) {
            draft.faults().add("device_type", "invalid", "Not authorized to change type of device", Json.of(cause));
        }
    }

    private static void checkFailover(Draft draft) {
        JsonObject failover = draft.open().object("call_failover");
        String number = failover.text("number");
        if (!draft.call().does(Decision.FAILOVER_IS_NO_FORWARDING)
                || !failover.isTrue("enabled")
                || (number != null && !number.isEmpty())) {
            return;
        }
        String message = "Call failover number cannot be empty when call failover is enabled";
        if (number == null) {
            draft.faults().add("call_failover.number", "required", message);
        } else {
            draft.faults().add("call_failover.number", "required", message, Json.of(number));
        }
    }

    private static boolean isSuperduper(Draft draft) {
        return draft.call().knownCaller().superduper();
    }
}
