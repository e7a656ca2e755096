package io.github.kazoomock.junit;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** A sandbox and the mock that tests see of it; JUnit closes it with the context that it belongs to. */
final class Cell implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Server server;
    private final String name;
    private final KazooMock mock;
    private final Set<String> blamed = new HashSet<>();

    private Cell(Server server, String name, KazooMock mock) {
        this.server = server;
        this.name = name;
        this.mock = mock;
    }

    /** A sandbox that begins as the fixture. */
    static Cell of(Server server, Settings.Origin origin) {
        String name = server.nextName("test");
        return cell(server, name, origin, server.fork(name, origin, Map.of("fixture", origin.fixture())));
    }

    /** A sandbox that begins as another one is now, its clock included. */
    static Cell copy(Server server, Settings.Origin origin, Cell other) {
        String name = server.nextName("test");
        return cell(
                server, name, origin, server.admin().post("sandboxes", Map.of("name", name, "sandbox", other.name)));
    }

    private static Cell cell(Server server, String name, Settings.Origin origin, Map<String, ?> made) {
        return new Cell(server, name, new KazooMock(server, name, origin, made));
    }

    KazooMock mock() {
        return mock;
    }

    /**
     * What is left to say when a test is over.
     *
     * @throws AssertionError when the test passed and strictness found something
     */
    void finish(ExtensionContext context, Settings settings) {
        List<String> problems = settings.strict().isEmpty() ? List.of() : problems(settings.strict());
        Optional<Throwable> failure =
                context.getExecutionException().filter(thrown -> !(thrown instanceof TestAbortedException));
        if (failure.isEmpty() && problems.isEmpty()) {
            return;
        }
        mock.dropPacts();
        List<String> complaints = new ArrayList<>(problems);
        try {
            Path folder = Report.write(mock, context, settings.report());
            context.publishReportEntry("kazoo-mock", folder.toString());
            complaints.add(StrictWords.of(folder));
        } catch (KazooMockException | UncheckedIOException e) {
            complaints.add("There is no report: " + e.getMessage()); // which must not hide why the test failed
        }
        AssertionError complaint = new AssertionError(String.join("\n", complaints));
        if (failure.isEmpty()) {
            throw complaint;
        }
        failure.get().addSuppressed(complaint);
    }

    /** What nobody was told of yet: tests that share a sandbox are not blamed twice. */
    private synchronized List<String> problems(Set<Strict> strict) {
        List<String> problems = new ArrayList<>();
        if (strict.contains(Strict.UNSERVED_REQUESTS)) {
            mock.requests().stream()
                    .filter(request -> !request.isServed())
                    .filter(request -> blamed.add("request " + request.id() + request.time()))
                    .forEach(request -> problems.add(StrictWords.of(request)));
        }
        if (strict.contains(Strict.UNFIRED_FAULTS)) {
            mock.faults().armed().stream()
                    .filter(fault -> fault.hits() == 0)
                    .filter(fault -> blamed.add("fault " + fault.id()))
                    .forEach(fault -> problems.add(StrictWords.of(fault)));
        }
        return problems;
    }

    @Override
    public void close() {
        mock.writePacts();
        server.admin().delete("sandboxes/" + name);
    }
}
