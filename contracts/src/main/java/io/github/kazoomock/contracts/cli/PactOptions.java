package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.pact.Broker;
import io.github.kazoomock.contracts.pact.PactFiles;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.pact.Pacts;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which interactions a command is about. */
final class PactOptions {
    @Parameters(
            paramLabel = "PACT",
            arity = "0..*",
            description = "Pact files (V2 to V4), folders of them, or the url of a Pact Broker or a pact")
    private List<String> places = List.of();

    @Option(
            names = "--operation",
            paramLabel = "ID",
            split = ",",
            description = "only these operations: menus.get, or menus for all of a noun")
    private List<String> operations = List.of();

    @Option(names = "--consumer", paramLabel = "NAME", split = ",", description = "only pacts of these consumers")
    private List<String> consumers = List.of();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "only pacts with this provider; what a broker calls KAZOO (default there: kazoo)")
    private @Nullable String provider;

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    /** True when the command line names any. */
    boolean isGiven() {
        return !places.isEmpty();
    }

    /**
     * Reads them all.
     *
     * @throws UsageError when something cannot be read, or nothing is left to try
     */
    List<PactInteraction> read() {
        if (places.isEmpty()) {
            throw new UsageError("say which pacts: files, folders, or the url of a broker");
        }
        Pacts pacts = places.stream().map(this::read).reduce(new Pacts(List.of(), 0), Pacts::plus);
        List<PactInteraction> all = pacts.interactions();
        String where = String.join(", ", places);
        if (all.isEmpty()) {
            throw new UsageError(where + (pacts.messages() == 0 ? " has no interactions" : " has messages only")
                    + ", so there is nothing to try");
        }
        if (provider != null) {
            all = kept(all, "--provider", List.of(provider), PactInteraction::provider);
        }
        all = kept(all, "--consumer", consumers, PactInteraction::consumer);
        return kept(all, "--operation", operations, PactInteraction::operation);
    }

    private Pacts read(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new Broker(broker.credentials())
                        .fetch(uri(place), broker.wanted(provider == null ? "kazoo" : provider))
                : PactFiles.read(Path.of(place));
    }

    private static URI uri(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError("'" + text + "' is no url");
        }
        if (uri.getRawUserInfo() != null) {
            throw new UsageError("the url of the broker has credentials in it; set PACT_BROKER_TOKEN, or "
                    + "PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD instead");
        }
        if (uri.getHost() == null) {
            throw new UsageError("'" + text + "' names no host");
        }
        return uri;
    }

    private static List<PactInteraction> kept(
            List<PactInteraction> all, String flag, List<String> wanted, Function<PactInteraction, String> what) {
        if (wanted.isEmpty()) {
            return all;
        }
        for (String each : wanted) {
            if (all.stream().noneMatch(one -> fits(what.apply(one), each, flag))) {
                String there = all.stream()
                        .map(what)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .limit(20)
                        .collect(Collectors.joining(", "));
                throw new UsageError(flag + " " + each + " fits no interaction; there are "
                        + (there.isEmpty() ? "none that say" : "those of " + there));
            }
        }
        return all.stream()
                .filter(one -> wanted.stream().anyMatch(each -> fits(what.apply(one), each, flag)))
                .toList();
    }

    private static boolean fits(String name, String wanted, String flag) {
        return name.equals(wanted) || (flag.equals("--operation") && name.startsWith(wanted + "."));
    }
}
