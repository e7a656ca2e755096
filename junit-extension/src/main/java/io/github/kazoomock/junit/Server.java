package io.github.kazoomock.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one server of a test run, in a class loader of its own: whatever is in its jar, the user's class path does not see
 * it, and the jar does not see the user's class path.
 */
final class Server implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final String JAR = "kazoo-mock.jar";
    private static final String ENTRY = "io.github.kazoomock.server.Embedded";

    private final Path jar;
    private final URLClassLoader loader;
    private final AutoCloseable running;
    private final Admin admin;
    private final AtomicLong names = new AtomicLong();
    private final ConcurrentMap<Object, String> bases = new ConcurrentHashMap<>();
    private final Pacts pacts = new Pacts();

    private Server(Path jar, URLClassLoader loader, Object running) {
        this.jar = jar;
        this.loader = loader;
        this.running = (AutoCloseable) running;
        Map<String, ?> ready = Json.object(((Supplier<?>) running).get().toString());
        this.admin = new Admin(new Wire(), URI.create(String.valueOf(ready.get("admin_root"))));
    }

    /**
     * Starts it on a free port of this machine.
     *
     * @throws KazooMockException when it does not start
     */
    static Server start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Path jar = unpacked();
            URLClassLoader loader = new URLClassLoader(
                    "kazoo-mock", new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            thread.setContextClassLoader(loader);
            Object running =
                    loader.loadClass(ENTRY).getMethod("start", Map.class).invoke(null, Map.of("KAZOO_MOCK_PORT", "0"));
            return new Server(jar, loader, running);
        } catch (InvocationTargetException e) {
            throw new KazooMockException("kazoo-mock did not start: " + e.getCause(), e);
        } catch (ReflectiveOperationException | IOException e) {
            throw new KazooMockException("kazoo-mock did not start: " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Path unpacked() throws IOException {
        try (InputStream in = Server.class.getResourceAsStream(JAR)) {
            if (in == null) {
                throw new KazooMockException("the jar of the JUnit extension has no " + JAR + ": build it with"
                        + " `mvn package`, which packs the server first");
            }
            Path jar = Files.createTempFile("kazoo-mock-", ".jar");
            jar.toFile().deleteOnExit();
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
            return jar;
        }
    }

    Admin admin() {
        return admin;
    }

    /** The contracts of this run, which are written when it is over. */
    Pacts pacts() {
        return pacts;
    }

    /** A name that no other sandbox has. */
    String nextName(String kind) {
        return kind + "-" + names.incrementAndGet();
    }

    /**
     * Makes a sandbox that begins as a fixture or a world, which is read once for all who ask for the same.
     *
     * @param start {@code fixture}, or {@code files} that are to be completed
     * @return what the mock says of the new one
     * @throws KazooMockException with everything that is wrong with the start; nothing is made then
     */
    Map<String, ?> fork(String name, Settings.Origin origin, Map<String, ?> start) {
        String base = base(origin, start);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", name, "sandbox", base));
        if (!origin.clock().isEmpty()) {
            body.put("clock", origin.clock()); // that of the base went on
        }
        return admin.post("sandboxes", body);
    }

    /** A sandbox that nobody writes to. */
    String base(Settings.Origin origin, Map<String, ?> start) {
        return bases.computeIfAbsent(Map.entry(origin, start), key -> {
            String name = nextName("base");
            Map<String, Object> body = origin.body(name);
            body.putAll(start);
            admin.post("sandboxes", body);
            return name;
        });
    }

    @Override
    public void close() {
        try {
            pacts.write();
            running.close();
            loader.close();
            Files.deleteIfExists(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new KazooMockException("kazoo-mock did not stop: " + e.getMessage(), e);
        }
    }
}
