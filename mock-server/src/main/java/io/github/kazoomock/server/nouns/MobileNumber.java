package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import java.util.List;

/** The number of a mobile device, which is one of KAZOO's numbers and belongs to nobody else (pbx sheet 2.4). */
final class MobileNumber {
    static final Index NUMBER = new Index("devices/mobile_number", "device", (account, device) -> {
        String number = device.open().text("mobile", "mdn");
        return number == null || number.isEmpty() || !isMobile(device.open().text("device_type"))
                ? List.of()
                : List.of(E164.of(number));
    });

    private static final String FIELD = "mobile.mdn";

    private MobileNumber() {}

    static void check(Draft draft) {
        Document before = draft.before();
        String stored = before == null ? null : before.open().text("device_type");
        if (!isMobile(stored == null ? draft.open().text("device_type") : stored)) {
            return;
        }
        String number = draft.open().text("mobile", "mdn");
        if (number == null || number.isEmpty()) {
            draft.faults().add(FIELD, "required", "Field is required but missing");
            return;
        }
        String full = E164.of(number);
        String known = before == null ? null : before.open().text("mobile", "mdn");
        if (known != null && full.equals(E164.of(known))) {
            return;
        }
        if (before != null && !draft.call().knownCaller().superduper()) {
            draft.faults().add(FIELD, "invalid", "Mobile Device Number cannot be changed", Json.of(number));
        } else if (PhoneNumber.find(draft.transaction().world(), full) != null || draft.isTaken(NUMBER, full)) {
            draft.faults().add(FIELD, "unique", "Mobile Device Number already exists in the system", Json.of(full));
        }
    }

    private static boolean isMobile(@org.jspecify.annotations.Nullable String type) {
        return "mobile".equals(type);
    }
}
