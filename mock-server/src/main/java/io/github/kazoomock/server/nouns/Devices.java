package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Evidence;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.World;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Devices of an account (pbx sheet 2, delta sheet 5.3). */
final class Devices {
    private static final String TYPE = "device";

    /** By who uses it: its owner, and whoever is logged in to it at present. */
    private static final Index USER = new Index(
            "devices/user",
            TYPE,
            (account, device) -> Stream.concat(
                            Stream.ofNullable(device.open().text("owner_id")),
                            device.open().object("hotdesk", "users").keys().stream())
                    .distinct()
                    .map(user -> Index.key(account, user))
                    .toList());

    private static final Row ROW = Row.of("name", "owner_id", "enabled", "mobile", "call_recording")
            .from("username", "sip", "username")
            .or("mac_address", Json.of(""))
            .or("device_type", Json.of("sip_device"))
            .features()
            .flags();

    private static final Row ROW_OF_USER = Row.of("name")
            .or("mac_address", Json.of(""))
            .with("owner_id", device -> device.open().get("owner_id"))
            .with("enabled", device -> device.open().get("enabled"))
            .or("device_type", Json.of("sip_device"))
            .with("call_recording", device -> device.open().get("call_recording"));

    /** Kinds of devices that never register. */
    private static final Set<String> NEVER_REGISTERED =
            Set.of("application", "cellphone", "sip_url", "landline", "smartphone");

    private Devices() {}

    static Noun noun(SchemaRegistry schemas) {
        return Crud.of("devices", TYPE, schemas)
                .row(ROW)
                .list(Devices::list)
                .checks(new DeviceChecks())
                .index(USER)
                .index(DeviceChecks.MAC_ADDRESS)
                .index(SipCredentials.USERNAME)
                .index(SipCredentials.IP)
                .lookupFirst(Verb.POST)
                .evidence(Evidence.sheet("pbx 2"), Evidence.sheet("delta 5.3"))
                .noun();
    }

    private static Reply list(Call call, World world, Row row) {
        Optional<String> user = call.context("users");
        if (user.isEmpty()) {
            return Listing.of(call, View.byId(world, call.account(), TYPE)).rows(withStatus(call, row));
        }
        View used = View.byKey(world, USER, Index.key(call.account(), user.get()));
        Row rowOfUser = ROW_OF_USER.with(
                "hotdesked", device -> Json.of(!user.get().equals(device.open().text("owner_id"))));
        return Listing.of(call, used).rows(withStatus(call, rowOfUser));
    }

    /** Nothing registers with a mock, so nothing that could is registered. */
    private static Row withStatus(Call call, Row row) {
        boolean asked = "true".equals(call.query().first("with_status"));
        if (!asked || !call.does(Decision.DEVICES_TELL_THEIR_STATUS)) {
            return row;
        }
        return row.with("registrable", device -> Json.of(isRegistrable(device)))
                .with("registered", Devices::registered);
    }

    private static @Nullable Json registered(Document device) {
        return isRegistrable(device) ? Json.of(false) : null;
    }

    private static boolean isRegistrable(Document device) {
        JsonObject open = device.open();
        return !NEVER_REGISTERED.contains(open.textOr("device_type", ""));
    }
}
