package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Which devices are registered (delta sheet 5.3, decision R14). Nothing registers with a mock: a private key of the
 * stored device says so.
 */
final class DeviceStatus {
    /** True for a registered device; fixtures set it, and no change of the device touches it. */
    static final String REGISTERED = "pvt_registered";

    /** The query key that asks for it in lists of devices. */
    static final String ASKED = "with_status";

    private static final List<String> NEVER_REGISTERED =
            List.of("application", "cellphone", "sip_url", "landline", "smartphone");

    /** Kinds of devices that cannot register; a setting of the system. */
    private final List<String> never;

    DeviceStatus(World world) {
        Json set = new Settings(world).get("crossbar.devices", "not_registrable_device_types");
        this.never = set instanceof JsonArray kinds ? kinds.texts() : NEVER_REGISTERED;
    }

    /** All devices and their status; in 5.0 the registered ones, whatever the query says. */
    static Outcome list(Call call, Transaction transaction) {
        World world = transaction.world();
        DeviceStatus status = new DeviceStatus(world);
        if (call.does(Decision.DEVICES_TELL_THEIR_STATUS)) {
            return Listing.of(call, View.byId(world, call.account(), DeviceUsers.DEVICE))
                    .rows(entry -> status.row(entry.document()));
        }
        NavigableMap<String, Document> shelf = world.existing(call.account()).shelf(DeviceUsers.DEVICE);
        List<Json> registered = shelf.descendingMap().values().stream()
                .filter(device -> Json.of(true).equals(status.registered(device)))
                .<Json>map(device -> JsonObject.of("device_id", Json.of(device.id()), "registered", Json.of(true)))
                .toList();
        return Reply.rows(registered, null);
    }

    /** The rows of a list of devices, with the status where the query wants it. */
    static Row on(Call call, World world, Row row) {
        boolean asked = "true".equals(call.query().first(ASKED));
        if (!asked || !call.does(Decision.DEVICES_TELL_THEIR_STATUS)) {
            return row;
        }
        DeviceStatus status = new DeviceStatus(world);
        return row.with("registrable", device -> Json.of(status.isRegistrable(device)))
                .with("registered", status::registered);
    }

    private JsonObject row(Document device) {
        return JsonObject.builder()
                .put("device_id", device.id())
                .put("registrable", isRegistrable(device))
                .putIfPresent("registered", registered(device))
                .build();
    }

    private @Nullable Json registered(Document device) {
        return isRegistrable(device) ? Json.of(device.hidden().isTrue(REGISTERED)) : null;
    }

    private boolean isRegistrable(Document device) {
        return !never.contains(device.open().textOr("device_type", ""));
    }
}
