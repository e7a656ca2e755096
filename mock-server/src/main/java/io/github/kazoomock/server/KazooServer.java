package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureException;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.schemas.SchemaException;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.admin.Admin;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.http.HttpServer;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.FixtureWorld;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A mock KAZOO inside this JVM.
 *
 * <pre>{@code
 * try (KazooServer kazoo = KazooServer.builder().port(0).fixture("demo").start()) {
 *     URI api = kazoo.apiRoot();
 * }
 * }</pre>
 */
public final class KazooServer implements AutoCloseable {
    private final Settings settings;
    private final Fixture fixture;
    private final Sandbox sandbox;
    private final OperationTable table;
    private final HttpServer http;
    private final int port;

    private KazooServer(Settings settings, BiConsumer<Incoming, Answer> log) {
        this.settings = settings;
        Instant start = settings.clock();
        SchemaRegistry schemas = registry(settings);
        Tokens tokens = new Tokens();
        this.table = new OperationTable(Nouns.all(schemas, tokens));
        this.fixture = fixture(settings, schemas, table, start);
        long seed = settings.number(Setting.SEED);
        World world = FixtureWorld.of(fixture, table.types(), table.indexes(), seed, start);
        this.sandbox = new Sandbox(
                "default",
                settings.profile(),
                settings.options(),
                settings.isOn(Setting.LEGACY),
                new SandboxClock(start, Instant::now),
                seed,
                world,
                Nouns.reactions());
        Crossbar crossbar = new Crossbar(table, new Identities(tokens));
        Admin admin = new Admin(sandbox, settings.text(Setting.FIXTURE));
        this.http = new HttpServer(in -> admin.handles(in) ? admin.answer(in) : crossbar.answer(in, sandbox), log);
        this.port = listen();
    }

    private int listen() {
        String host = settings.text(Setting.HOST);
        int wanted = settings.port();
        try {
            return http.start(host, wanted);
        } catch (RuntimeException e) {
            http.close();
            throw settings.wrong(
                    Setting.PORT,
                    "cannot listen on " + host + " (" + reason(e) + "); choose another or 0 for a free one");
        }
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static SchemaRegistry registry(Settings settings) {
        SchemaRegistry bundled = SchemaRegistry.bundled();
        @Nullable Path folder = settings.schemas().orElse(null);
        try {
            return folder == null ? bundled : bundled.withFolder(folder);
        } catch (SchemaException e) {
            throw settings.wrong(Setting.SCHEMAS, String.join("; ", e.problems()));
        }
    }

    private static Fixture fixture(Settings settings, SchemaRegistry schemas, OperationTable table, Instant start) {
        try {
            return Fixtures.load(settings.text(Setting.FIXTURE), schemas, table.documentSchemas(), start);
        } catch (FixtureException e) {
            throw settings.wrong(Setting.FIXTURE, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    /** Begins to set up a server; what is not set has the value that {@link Setting} names. */
    public static Builder builder() {
        return new Builder();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Where the API is, ending in a slash: {@code http://127.0.0.1:8000/v2/}. */
    public String apiRoot() {
        return root() + "/v2/";
    }

    /** Where the mock's own API is: {@code http://127.0.0.1:8000/__admin/}. */
    public String adminRoot() {
        return root() + "/__admin/";
    }

    private String root() {
        String host = settings.text(Setting.HOST);
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Who can log in, as the fixture says. */
    public List<Login> logins() {
        return Logins.of(fixture);
    }

    /** Back to the fixture, at once for every request. */
    public void reset() {
        sandbox.reset();
    }

    /** Writes the world as it is as a fixture. */
    public void save(Path folder) {
        Fixtures.save(SavedWorld.of(sandbox.world(), table), folder);
    }

    /** The world as it is, for our own tests. */
    World world() {
        return sandbox.world();
    }

    /** Every operation that is served. */
    public OperationTable operations() {
        return table;
    }

    @Override
    public void close() {
        http.close();
        settings.path(Setting.SAVE).ifPresent(this::save);
    }

    /** Sets up and starts a server; each method is one {@link Setting}. */
    public static final class Builder {
        private final Map<Setting, String> values = new EnumMap<>(Setting.class);
        private BiConsumer<Incoming, Answer> log = (in, answer) -> {};

        private Builder() {}

        /** Any setting by its text, as on the command line. */
        public Builder with(Setting setting, String value) {
            values.put(setting, value);
            return this;
        }

        public Builder host(String address) {
            return with(Setting.HOST, address);
        }

        /** The port; 0 for a free one. */
        public Builder port(int number) {
            return with(Setting.PORT, Integer.toString(number));
        }

        /** The starting world: a pack's name or a folder. */
        public Builder fixture(String nameOrFolder) {
            return with(Setting.FIXTURE, nameOrFolder);
        }

        /** Which KAZOO to imitate. */
        public Builder profile(String name) {
            return with(Setting.PROFILE, name);
        }

        /** Whether paths answer that newest KAZOO no longer has. */
        public Builder legacy(boolean on) {
            return with(Setting.LEGACY, on ? "on" : "off");
        }

        /** Same seed and same requests: same ids. */
        public Builder seed(long number) {
            return with(Setting.SEED, Long.toString(number));
        }

        /** Where the clock starts. */
        public Builder clock(Instant start) {
            return with(Setting.CLOCK, start.toString());
        }

        /** A folder of schemas that replace or extend the built-in ones by id. */
        public Builder schemas(Path folder) {
            return with(Setting.SCHEMAS, folder.toString());
        }

        /** A folder to write the world to when the server is closed. */
        public Builder save(Path folder) {
            return with(Setting.SAVE, folder.toString());
        }

        /** Behaviour to switch on, separated by commas. */
        public Builder options(String words) {
            return with(Setting.OPTIONS, words);
        }

        /** Told of every request and its answer. */
        public Builder log(BiConsumer<Incoming, Answer> listener) {
            log = listener;
            return this;
        }

        /**
         * Starts it.
         *
         * @throws SettingException when a setting makes no sense; nothing is started then
         */
        public KazooServer start() {
            return new KazooServer(new Settings(values), log);
        }
    }
}
