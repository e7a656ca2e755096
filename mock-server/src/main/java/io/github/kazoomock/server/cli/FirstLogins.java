package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Login;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One login of each role: the first that the fixture has. */
final class FirstLogins {
    /** Who may do most comes first. */
    static final List<String> ROLES = List.of("superduper_admin", "reseller", "account_admin", "user");

    private FirstLogins() {}

    /** By role, in the order of {@link #ROLES}; a role that nobody has is missing. */
    static Map<String, Login> of(List<Login> logins) {
        Map<String, Login> firsts = new LinkedHashMap<>();
        for (String role : ROLES) {
            logins.stream()
                    .filter(login -> login.role().equals(role))
                    .findFirst()
                    .ifPresent(login -> firsts.put(role, login));
        }
        return firsts;
    }
}
