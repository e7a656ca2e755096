package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.util.List;

/** Who is logged in to whose phone (pbx sheet 18); phones change that, not this API. */
final class Hotdesks {
    private Hotdesks() {}

    static Noun noun() {
        return Noun.of(
                "hotdesks",
                Operation.of("hotdesks.list", Verb.GET, "hotdesks")
                        .at("/accounts/{ACCOUNT_ID}/hotdesks")
                        .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/hotdesks")
                        .at("/accounts/{ACCOUNT_ID}/devices/{DEVICE_ID}/hotdesks")
                        .shape(Operation.Shape.LIST)
                        .evidence(Evidence.sheet("pbx 18"))
                        .handler(Hotdesks::list));
    }

    private static Outcome list(Call call, Transaction transaction) {
        World world = transaction.world();
        String above = call.nouns().get(call.nouns().size() - 2).name();
        if (above.equals("users")) {
            String user = call.context("users").orElse("");
            View devices = View.byKey(world, DeviceUsers.GUEST, Index.key(call.account(), user));
            return Listing.whole(call, devices).rows(Hotdesks::device);
        }
        if (above.equals("devices")) {
            View guests = guests(world, call.account(), call.context("devices").orElse(""));
            return Listing.whole(call, guests).rows(UserFeatures.ROW);
        }
        return Listing.of(call, new GuestsView(world, call.account())).rows(Hotdesks::device);
    }

    private static JsonObject device(View.Entry entry) {
        Document device = entry.document();
        return JsonObject.builder()
                .put("device_id", device.id())
                .putIfPresent("device_name", device.open().get("name"))
                .build();
    }

    /** The users of a device that are there, by id. */
    private static View guests(World world, String account, String device) {
        Document known = world.existing(account).get(DeviceUsers.DEVICE, device);
        return View.ofIds(world, account, "user", known == null ? List.of() : DeviceUsers.guests(known));
    }
}
