package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.stream.Stream;

/** Who uses a device: its owner, and whoever is logged in to it at present (pbx sheet 2.2 and 18). */
final class DeviceUsers {
    static final String DEVICE = "device";

    /** Owner and guests. */
    static final Index ANY = new Index(
            "devices/user",
            DEVICE,
            (account, device) -> Stream.concat(
                            Stream.ofNullable(device.open().text("owner_id")), guests(device).stream())
                    .distinct()
                    .map(user -> Index.key(account, user))
                    .toList());

    /** Guests alone. */
    static final Index GUEST = new Index(
            "devices/guest",
            DEVICE,
            (account, device) -> guests(device).stream()
                    .map(user -> Index.key(account, user))
                    .toList());

    private DeviceUsers() {}

    /** The ids of the users that are logged in to a device. */
    static List<String> guests(Document device) {
        return device.open().object("hotdesk", "users").keys();
    }
}
