package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.Ready;
import io.github.kazoomock.server.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a command of {@code exec} finds in its environment: where the mock is and who can log in. */
final class CommandEnvironment {
    private static final String PREFIX = "KAZOO_MOCK_";
    private static final String API_ROOT = PREFIX + "API_ROOT";
    private static final String ADMIN_ROOT = PREFIX + "ADMIN_ROOT";

    /** Whose login has no role in its variables: the first of these that the fixture has. */
    private static final List<String> USUAL = List.of("account_admin", "reseller", "superduper_admin", "user");

    private static final List<Part> PARTS = List.of(
            new Part("USERNAME", Login::username),
            new Part("PASSWORD", Login::password),
            new Part("ACCOUNT_NAME", Login::accountName),
            new Part("ACCOUNT_ID", Login::accountId),
            new Part("API_KEY", Login::apiKey));

    private CommandEnvironment() {}

    private record Part(String name, Function<Login, String> value) {}

    /**
     * The environment of a command.
     *
     * <p>Settings of this mock are left out, since a mock that the command starts is another one; so is what an
     * {@code exec} around this one gave.
     *
     * @param environment what this process has
     * @param adminToken what the admin API asks for; empty for nothing
     */
    static Map<String, String> of(Map<String, String> environment, Ready ready, String adminToken) {
        Map<String, String> variables = new TreeMap<>(environment);
        Stream.of(Setting.values()).map(Setting::variable).forEach(variables::remove);
        Stream.concat(Stream.of(""), FirstLogins.ROLES.stream())
                .forEach(role -> PARTS.forEach(part -> variables.remove(variable(role, part))));
        variables.put(API_ROOT, ready.apiRoot());
        variables.put(ADMIN_ROOT, ready.adminRoot());
        if (!adminToken.isEmpty()) {
            variables.put(Setting.ADMIN_TOKEN.variable(), adminToken);
        }
        Map<String, Login> logins = FirstLogins.of(ready.logins());
        logins.forEach((role, login) -> put(role, login, variables));
        USUAL.stream()
                .flatMap(role -> Stream.ofNullable(logins.get(role)))
                .findFirst()
                .ifPresent(login -> put("", login, variables));
        return variables;
    }

    /** Lines that explain the variables. */
    static List<String> help() {
        Columns table = new Columns();
        table.row("  " + API_ROOT, "like http://127.0.0.1:40123/v2/");
        table.row("  " + ADMIN_ROOT, "like http://127.0.0.1:40123/__admin/");
        for (Part part : PARTS) {
            table.row("  " + variable("", part), "of an " + USUAL.get(0) + ", or who else can log in");
            FirstLogins.ROLES.forEach(role -> table.row("  " + variable(role, part), "of a login of that role"));
        }
        table.row("  " + Setting.ADMIN_TOKEN.variable(), "when there is one");
        return table.lines();
    }

    private static void put(String role, Login login, Map<String, String> variables) {
        PARTS.forEach(part -> variables.put(variable(role, part), part.value.apply(login)));
    }

    private static String variable(String role, Part part) {
        return PREFIX + (role.isEmpty() ? "" : role.toUpperCase(Locale.ROOT) + "_") + part.name;
    }
}
