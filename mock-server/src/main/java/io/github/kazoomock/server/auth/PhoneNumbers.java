package io.github.kazoomock.server.auth;

import io.github.kazoomock.server.world.Index;
import java.util.List;
import java.util.Set;

/** How numbers lead to accounts (auth sheet 5). */
public final class PhoneNumbers {
    /** By E.164 number, which is the id of its document; only numbers that calls may reach. */
    public static final Index ASSIGNED = new Index(
            "phone_numbers/assigned",
            "phone_number",
            (account, document) -> inService(document.hidden().textOr("pvt_state", "in_service"))
                    ? List.of(document.id())
                    : List.of());

    private static final Set<String> REACHABLE = Set.of("in_service", "reserved", "port_in");

    private PhoneNumbers() {}

    private static boolean inService(String state) {
        return REACHABLE.contains(state);
    }
}
