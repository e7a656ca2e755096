package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.target.BaseUrl;
import io.github.kazoomock.contracts.target.CredentialsReader;
import io.github.kazoomock.contracts.target.Effect;
import io.github.kazoomock.contracts.target.LiveServer;
import io.github.kazoomock.contracts.target.LiveServer.Manners;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A server by url and credentials; mixed into every command that asks one. */
final class TargetOptions {
    private static final String SEEN = " Others on this machine may see it: --credentials keeps it to you.";

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "A server instead of the mock, as https://kazoo.example.com:8443/v2.")
    private @Nullable String target;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = {
                "JSON: username, password and account_name; or api_key; or auth_token.",
                "Else KAZOO_CREDENTIALS, such a file or its text; else KAZOO_USERNAME, KAZOO_PASSWORD and"
                        + " KAZOO_ACCOUNT_NAME; or KAZOO_API_KEY; or KAZOO_AUTH_TOKEN."
            })
    private @Nullable Path credentials;

    @Option(names = "--username", paramLabel = "NAME", description = "Who logs in, with --password and --account-name.")
    private @Nullable String username;

    @Option(names = "--password", paramLabel = "PASSWORD", description = "The password." + SEEN)
    private @Nullable String password;

    @Option(names = "--account-name", paramLabel = "NAME", description = "The account of the user.")
    private @Nullable String accountName;

    @Option(names = "--api-key", paramLabel = "KEY", description = "The API key of an account." + SEEN)
    private @Nullable String apiKey;

    @Option(names = "--auth-token", paramLabel = "TOKEN", description = "A token of somebody logged in." + SEEN)
    private @Nullable String authToken;

    @Option(
            names = "--dry-run",
            description = "Only say what would be sent to --target; send nothing at all, not even the login.")
    private boolean dryRun;

    @Option(
            names = "--read-only",
            description = "Send only GET to --target, beside the login, and make nothing there. What a request needs"
                    + " is taken from the lists of the account.")
    private boolean readOnly;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second at most; 0 for as fast as it goes"
                    + " (default: 5, for a server on this machine 0).")
    private @Nullable Double rate;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one answer may take (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--keep-going",
            description = "Go on when one answer does not come; only the third in a row ends the run.")
    private boolean keepGoing;

    @Option(
            names = "--allow",
            paramLabel = "EFFECT",
            split = ",",
            description = "Requests with effects beyond the scratch account are not sent unless you allow them:"
                    + " ${COMPLETION-CANDIDATES}.")
    private Set<Effect> allowed = Set.of();

    /** True when a server is named. */
    boolean isGiven() {
        return target != null;
    }

    /**
     * Looks for options that mean nothing without a server.
     *
     * @throws UsageError so that nobody believes in a dry run against the mock
     */
    void refuseWithout() {
        if (dryRun || readOnly || !flags().isEmpty() || credentials != null) {
            throw new UsageError("--dry-run, --read-only and credentials are for a server; name it with --target URL");
        }
    }

    /** The server that is named; empty for none. */
    String url() {
        return target == null ? "" : target;
    }

    /** True when somebody said who logs in. */
    boolean hasCredentials(Map<String, String> environment) {
        return credentials != null
                || !flags().isEmpty()
                || environment.entrySet().stream()
                        .anyMatch(each -> CredentialsReader.isVariable(each.getKey())
                                && !each.getValue().isBlank());
    }

    /** True when one missing answer does not end the run. */
    boolean isKeepGoing() {
        return keepGoing;
    }

    /** True when nothing is to be sent. */
    boolean isDryRun() {
        return dryRun;
    }

    /**
     * The server that is named; nothing is sent yet.
     *
     * @param out is told each request of a dry run
     * @throws UsageError when an option makes no sense, or there are no credentials
     */
    LiveServer server(Map<String, String> environment, Consumer<String> out) {
        if (target == null) {
            throw new UsageError("--target is missing; name a server like https://kazoo.example.com:8443/v2");
        }
        BaseUrl base = BaseUrl.of(target);
        double perSecond = rate != null ? rate : base.isLocal() ? 0 : Manners.MODEST;
        if (!(perSecond >= 0 && perSecond <= 1000)) {
            throw new UsageError("--rate " + perSecond + " makes no sense; use a number from 0 to 1000");
        }
        if (timeout < 1 || timeout > 3600) {
            throw new UsageError("--timeout " + timeout + " makes no sense; use seconds from 1 to 3600");
        }
        Manners manners = new Manners(readOnly, dryRun, allowed, perSecond, Duration.ofSeconds(timeout));
        return LiveServer.of(base, CredentialsReader.read(flags(), credentials, environment), manners, out);
    }

    private Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        add(flags, "username", username);
        add(flags, "password", password);
        add(flags, "account_name", accountName);
        add(flags, "api_key", apiKey);
        add(flags, "auth_token", authToken);
        return flags;
    }

    private static void add(Map<String, String> flags, String key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
