package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.pact.Broker;
import io.github.kazoomock.contracts.pact.BrokerCredentials;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a Pact Broker is asked. The environment's variables are those of Pact's own tools. */
final class BrokerOptions {
    @Option(
            names = "--broker-username",
            paramLabel = "NAME",
            defaultValue = "${env:PACT_BROKER_USERNAME}",
            description = "for brokers that want one, or PACT_BROKER_USERNAME")
    private @Nullable String username;

    @Option(
            names = "--broker-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:PACT_BROKER_PASSWORD}",
            description = "better PACT_BROKER_PASSWORD, since others see command lines")
    private @Nullable String password;

    @Option(
            names = "--broker-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:PACT_BROKER_TOKEN}",
            description = "better PACT_BROKER_TOKEN")
    private @Nullable String token;

    @Option(
            names = "--selector",
            paramLabel = "SELECTOR",
            description = "which versions of consumers: mainBranch=true, or branch=next,consumer=shop, or JSON; "
                    + "as often as needed (default: main branches, and what is deployed or released)")
    private List<String> selectors = List.of();

    @Option(names = "--pending", description = "pacts that never were fulfilled fail nobody (wants --provider-branch)")
    private boolean pending;

    @Option(
            names = "--provider-branch",
            paramLabel = "BRANCH",
            defaultValue = "",
            description = "the branch of what is verified")
    private String branch = "";

    BrokerCredentials credentials() {
        if (token != null && !token.isEmpty()) {
            return new BrokerCredentials.Bearer(token);
        }
        if (username != null && !username.isEmpty()) {
            return new BrokerCredentials.Basic(username, password == null ? "" : password);
        }
        return new BrokerCredentials.None();
    }

    Broker.Wanted wanted(String provider) {
        if (pending && branch.isEmpty()) {
            throw new UsageError("--pending wants --provider-branch, since a broker tells pending by branch");
        }
        List<JsonObject> wanted = selectors.isEmpty()
                ? List.of(
                        JsonObject.of("mainBranch", Json.of(true)), JsonObject.of("deployedOrReleased", Json.of(true)))
                : selectors.stream().map(BrokerOptions::selector).toList();
        return new Broker.Wanted(provider, wanted, pending, branch);
    }

    private static JsonObject selector(String text) {
        if (text.startsWith("{")) {
            try {
                return (JsonObject) Json.parse(text);
            } catch (JsonSyntaxException e) {
                throw new UsageError("--selector " + text + " is no JSON: " + e.getMessage());
            }
        }
        JsonObject.Builder selector = JsonObject.builder();
        for (String part : text.split(",")) {
            int sign = part.indexOf('=');
            if (sign < 1) {
                throw new UsageError("--selector " + text + ": '" + part + "' is not written as key=value");
            }
            String value = part.substring(sign + 1);
            boolean isFlag = value.equals("true") || value.equals("false");
            selector.put(part.substring(0, sign), isFlag ? Json.of(value.equals("true")) : Json.of(value));
        }
        return selector.build();
    }
}
