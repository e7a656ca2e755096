package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.check.ConsumerCheck;
import io.github.kazoomock.schemas.Draft202012;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.export.OpenApi;
import io.github.kazoomock.server.export.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the contracts of the API. The same settings give the same bytes. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes Pact V4, OpenAPI 3.1, WireMock stubs and JSON Schema bundles, made from the operation table,"
                        + " the schemas and real replies. The same settings give the same bytes.")
final class ExportCommand implements Callable<Integer> {
    /** What can be written. */
    enum Kind {
        PACT,
        OPENAPI,
        WIREMOCK,
        SCHEMAS
    }

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder to write to")
    Path out = Path.of("");

    @Option(names = "--only", paramLabel = "KIND", split = ",", description = "some of ${COMPLETION-CANDIDATES} (all)")
    Set<Kind> only = Set.of(Kind.values());

    @Option(names = "--noun", paramLabel = "NOUN", split = ",", description = "only these nouns, like users,devices")
    Set<String> nouns = Set.of();

    @Option(
            names = "--operation",
            paramLabel = "ID",
            split = ",",
            description = "only these operations, like users.get")
    Set<String> operations = Set.of();

    @Option(
            names = "--used-by",
            paramLabel = "FILE",
            split = ",",
            description = "only what these consumers use: pacts, HAR files, or folders of them")
    List<Path> usedBy = List.of();

    @Option(
            names = "--consumer",
            paramLabel = "NAME",
            defaultValue = "kazoo-client",
            description = "the consumer that the Pact names (${DEFAULT-VALUE})")
    String consumer = "";

    @Mixin
    MockOptions mock = new MockOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Exporter exporter = mock.with(KazooServer.Builder::exporter);
        Map<String, byte[]> files;
        try {
            Scope scope = scope();
            files = files(exporter, scope);
            exporter.problems(scope.of(exporter.table()))
                    .forEach((operation, why) ->
                            spec.commandLine().getErr().println("left out: " + operation + ": " + why));
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
        files.forEach(this::write);
        spec.commandLine().getOut().println("wrote " + files.size() + " files to " + out);
        return ExitCode.FINE;
    }

    /** What consumers use counts as named. */
    private Scope scope() {
        Set<String> wanted = new TreeSet<>(operations);
        if (!usedBy.isEmpty()) {
            Set<String> used = ConsumerCheck.of(mock.profile(), mock.servesLegacy())
                    .check(usedBy)
                    .used()
                    .operations();
            if (used.isEmpty()) {
                throw new UsageError("--used-by: nothing in it is served; `kazoo-mock contracts check` says why");
            }
            wanted.addAll(used);
        }
        return new Scope(nouns, wanted);
    }

    private Map<String, byte[]> files(Exporter exporter, Scope scope) {
        Map<String, byte[]> files = new TreeMap<>();
        if (only.contains(Kind.PACT)) {
            String name = consumer.replaceAll("[^A-Za-z0-9._-]", "_") + "-kazoo.json";
            files.put("pacts/" + name, exporter.pact(consumer, scope).pretty());
        }
        if (only.contains(Kind.OPENAPI)) {
            files.put("openapi.json", OpenApi.of(exporter, scope).pretty());
        }
        if (only.contains(Kind.WIREMOCK)) {
            files.put("wiremock/mappings/kazoo.json", exporter.stubs(scope).pretty());
        }
        if (only.contains(Kind.SCHEMAS)) {
            Draft202012 bundles = new Draft202012(exporter.schemas());
            exporter.schemas()
                    .ids()
                    .forEach(id -> files.put(
                            "schemas/" + id + ".json", bundles.bundle(id).pretty()));
        }
        return files;
    }

    private void write(String name, byte[] content) {
        Path file = out.resolve(name);
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, content);
        } catch (IOException e) {
            throw new UsageError("--out: " + file + " cannot be written; use a folder that can be");
        }
    }
}
