package io.github.kazoomock.contracts.pact;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import java.net.URI;
import java.util.List;

/**
 * Pacts of a Pact Broker, found by its links: {@code pb:provider-pacts-for-verification} takes selectors of consumer
 * versions and names the pacts. An address that gives a pact itself is read as that.
 */
public final class Broker {
    private static final String FOR_VERIFICATION = "pb:provider-pacts-for-verification";

    private final BrokerWire wire;

    /**
     * What is asked for.
     *
     * @param provider as the broker knows it
     * @param selectors of consumer versions, as the broker defines them; none for what it thinks usual
     * @param pending whether pacts that never were fulfilled are told apart, so that they fail nobody
     * @param providerVersionBranch of what is verified, which pending pacts need; empty for none
     */
    public record Wanted(String provider, List<JsonObject> selectors, boolean pending, String providerVersionBranch) {
        public Wanted {
            selectors = List.copyOf(selectors);
        }
    }

    /** A broker that wants these credentials. */
    public Broker(BrokerCredentials credentials) {
        this.wire = new BrokerWire(credentials);
    }

    /**
     * Fetches pacts.
     *
     * @throws UsageError when the address is no broker, or it knows no such provider, or a pact cannot be read
     * @throws Unreachable when it does not answer, or does not let us in
     */
    public Pacts fetch(URI address, Wanted wanted) {
        byte[] index = wire.get(address, address);
        JsonObject root = object(address, index);
        if (root.has("interactions") || root.has("messages")) {
            return PactReading.read(address.toString(), index, false);
        }
        String link = root.object("_links", FOR_VERIFICATION).textOr("href", "");
        if (link.isEmpty()) {
            throw new UsageError(address + " is neither a Pact Broker (no link " + FOR_VERIFICATION
                    + ") nor a pact; give the address of the broker's index");
        }
        URI list = resolved(address, link.replace("{provider}", BrokerWire.encoded(wanted.provider())));
        JsonObject found = object(list, wire.post(address, list, body(wanted), wanted.provider()));
        Pacts all = new Pacts(List.of(), 0);
        for (Json each : found.object("_embedded").array("pacts")) {
            if (each instanceof JsonObject pact) {
                all = all.plus(read(address, list, pact));
            }
        }
        return all;
    }

    private Pacts read(URI address, URI list, JsonObject pact) {
        String href = pact.object("_links", "self").textOr("href", "");
        if (href.isEmpty()) {
            throw new UsageError(list + " names a pact without the link self");
        }
        URI self = resolved(list, href);
        boolean pending = pact.isTrue("verificationProperties", "pending");
        return PactReading.read(self.toString(), wire.get(address, self), pending);
    }

    private static JsonObject body(Wanted wanted) {
        JsonObject.Builder body = JsonObject.builder();
        body.put("consumerVersionSelectors", new JsonArray(List.<Json>copyOf(wanted.selectors())));
        body.put("includePendingStatus", wanted.pending());
        if (!wanted.providerVersionBranch().isEmpty()) {
            body.put("providerVersionBranch", wanted.providerVersionBranch());
        }
        return body.build();
    }

    private static URI resolved(URI from, String link) {
        try {
            return from.resolve(link);
        } catch (IllegalArgumentException e) {
            throw new UsageError(from + " has a link that is none: " + link);
        }
    }

    private static JsonObject object(URI from, byte[] text) {
        try {
            if (Json.parse(text) instanceof JsonObject object) {
                return object;
            }
        } catch (io.github.kazoomock.json.JsonSyntaxException e) {
            throw new UsageError(from + " does not give JSON: " + e.getMessage() + "; is it a Pact Broker?");
        }
        throw new UsageError(from + " does not give a JSON object; is it a Pact Broker?");
    }
}
