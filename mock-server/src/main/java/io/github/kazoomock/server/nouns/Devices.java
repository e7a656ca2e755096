package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.World;
import java.util.Optional;

/** Devices of an account (pbx sheet 2, delta sheet 5.3). */
final class Devices {
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

    private Devices() {}

    static Noun noun(SchemaRegistry schemas) {
        DeviceActions actions = new DeviceActions(schemas);
        return Crud.of("devices", DeviceUsers.DEVICE, schemas)
                .row(ROW)
                .list(Devices::list)
                .query("list", DeviceStatus.ASKED)
                .checks(new DeviceChecks())
                .index(DeviceUsers.ANY)
                .index(DeviceUsers.GUEST)
                .index(MobileNumber.NUMBER)
                .index(DeviceChecks.MAC_ADDRESS)
                .index(SipCredentials.USERNAME)
                .index(SipCredentials.IP)
                .lookupFirst(Verb.POST)
                .also(Operation.of("devices.status", Verb.GET, "devices/status")
                        .shape(Operation.Shape.LIST)
                        .evidence(Evidence.seed("js-sdk: device.getStatus"), Evidence.sheet("delta 5.3"))
                        .handler(DeviceStatus::list))
                .also(actions.action())
                .also(DeviceActions.sync())
                .evidence(Evidence.sheet("pbx 2"), Evidence.sheet("delta 5.3"))
                .noun();
    }

    private static Reply list(Call call, World world, Row row) {
        Optional<String> user = call.context("users");
        if (user.isEmpty()) {
            return Listing.of(call, View.byId(world, call.account(), DeviceUsers.DEVICE))
                    .rows(DeviceStatus.on(call, world, row));
        }
        View used = View.byKey(world, DeviceUsers.ANY, Index.key(call.account(), user.get()));
        Row rowOfUser = ROW_OF_USER.with(
                "hotdesked", device -> Json.of(!user.get().equals(device.open().text("owner_id"))));
        return Listing.of(call, used).rows(DeviceStatus.on(call, world, rowOfUser));
    }
}
