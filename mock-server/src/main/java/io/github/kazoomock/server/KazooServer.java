package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureException;
import io.github.kazoomock.fixtures.FixtureSource;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.admin.Admin;
import io.github.kazoomock.server.admin.Version;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.export.Exporter;
import io.github.kazoomock.server.http.HttpServer;
import io.github.kazoomock.server.journal.Journals;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.SandboxClock;
import io.github.kazoomock.server.sandbox.Sandboxes;
import io.github.kazoomock.server.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
    private final Sandboxes sandboxes;
    private final OperationTable table;
    private final Admin admin;
    private final HttpServer http;
    private final int port;
    private final Ready ready;

    private KazooServer(Settings settings, Consumer<LoggedRequest> log, long began) {
        this.settings = settings;
        settings.log();
        settings.journal();
        settings.save();
        settings.readyFile().ifPresent(Ready::remove);
        Instant start = settings.clock();
        FixtureSource source = FixtureSource.begin(settings.fixture());
        Groundwork ground = Groundwork.of(settings);
        this.table = ground.table();
        Fixture fixture = ground.fixture(source, start);
        World world = ground.world(fixture, start);
        this.sandboxes = new Sandboxes(
                settings.blueprint(world),
                new SandboxClock(start, Instant::now),
                Nouns.reactions(),
                Instant::now,
                new Journals(settings.journal()));
        Crossbar crossbar = new Crossbar(table, new Identities(ground.tokens()), Nouns.quotes());
        StartingWorlds worlds = new StartingWorlds(ground, start, world);
        this.admin = new Admin(
                sandboxes,
                settings.fixture(),
                ground.schemas(),
                worlds,
                ground.tokens(),
                crossbar,
                () -> Stages.exporter(ground, worlds),
                settings.text(Setting.ADMIN_TOKEN));
        this.http = new HttpServer(
                new Entrance(admin, crossbar, sandboxes)::answer,
                (in, answer) -> log.accept(LoggedRequest.of(in, answer)));
        this.port = Listening.start(http, settings);
        this.ready = ready(fixture, (System.nanoTime() - began) / 1_000_000);
        settings.readyFile().ifPresent(this::write);
    }

    private Ready ready(Fixture fixture, long milliseconds) {
        return new Ready(
                Version.text(),
                ProcessHandle.current().pid(),
                port,
                apiRoot(),
                adminRoot(),
                settings.fixture(),
                milliseconds,
                Logins.of(fixture));
    }

    private void write(Path readyFile) {
        try {
            ready.write(readyFile);
        } catch (IOException e) {
            http.close();
            throw settings.wrong(Setting.READY_FILE, "cannot be written; use a file in a folder that can be");
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
        return ready.logins();
    }

    /** Back to the fixture, at once for every request. */
    public void reset() {
        sandboxes.main().reset();
    }

    /** Writes the world as it is as a fixture. */
    public void save(Path folder) {
        Fixtures.save(SavedWorld.of(sandboxes.main().world(), table), folder);
    }

    /** The world as it is, for our own tests. */
    World world() {
        return sandboxes.main().world();
    }

    /** The mock's own API, for our own tests. */
    Admin admin() {
        return admin;
    }

    /** All worlds, for our own tests. */
    Sandboxes sandboxes() {
        return sandboxes;
    }

    /** Every operation that is served. */
    public OperationTable operations() {
        return table;
    }

    /** What it said when it was ready. */
    public Ready ready() {
        return ready;
    }

    /**
     * Stops it, and writes the world where {@link Builder#save} says.
     *
     * @throws SettingException when the world cannot be written there
     */
    @Override
    public void close() {
        http.close();
        try {
            settings.save().ifPresent(this::save);
        } catch (FixtureException e) {
            throw settings.wrong(
                    Setting.SAVE, "the world was not saved: " + e.problems().get(0));
        }
    }

    /** Sets up and starts a server; each method is one {@link Setting}. */
    public static final class Builder {
        private final Map<Setting, String> values = new EnumMap<>(Setting.class);
        private final long began = System.nanoTime();
        private Map<String, String> environment = Map.of();
        private Consumer<LoggedRequest> log = request -> {};

        private Builder() {}

        /** Any setting by its text, as on the command line. */
        public Builder with(Setting setting, String value) {
            values.put(setting, value);
            return this;
        }

        /** Takes what is not set otherwise from variables like {@code KAZOO_MOCK_PORT}. */
        public Builder environment(Map<String, String> variables) {
            environment = Map.copyOf(variables);
            return this;
        }

        /** The address to listen on. */
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

        /** What callers of {@code /__admin} must show, also from this machine. */
        public Builder adminToken(String token) {
            return with(Setting.ADMIN_TOKEN, token);
        }

        /** Where the clock starts. */
        public Builder clock(Instant start) {
            return with(Setting.CLOCK, start.toString());
        }

        /** A folder of schemas that replace or extend the built-in ones by id. */
        public Builder schemas(Path folder) {
            return with(Setting.SCHEMAS, folder.toString());
        }

        /** A file of what was recorded from live servers, which raises grades. */
        public Builder evidence(Path file) {
            return with(Setting.EVIDENCE, file.toString());
        }

        /** Refuses operations that are less well founded: {@code recorded}, {@code seed}. */
        public Builder minGrade(String kind) {
            return with(Setting.MIN_GRADE, kind);
        }

        /** A folder to write the world to when the server is closed. */
        public Builder save(Path folder) {
            return with(Setting.SAVE, folder.toString());
        }

        /** Bytes of memory for what was asked and answered, for all sandboxes together; 0 for none. */
        public Builder journal(long bytes) {
            return with(Setting.JOURNAL, Long.toString(bytes));
        }

        /** Behaviour to switch on, separated by commas. */
        public Builder options(String words) {
            return with(Setting.OPTIONS, words);
        }

        /** A file that appears, whole, when the server is ready: {@link Ready#json}. */
        public Builder readyFile(Path file) {
            return with(Setting.READY_FILE, file.toString());
        }

        /** Told of every request and its answer, on many threads at once. */
        public Builder log(Consumer<LoggedRequest> listener) {
            log = listener;
            return this;
        }

        /** How the console should speak, which only the command line asks: {@code human} or {@code json}. */
        public String log() {
            return settings().log();
        }

        /**
         * What is wrong with the fixture, without starting anything; one line for each problem.
         *
         * @throws SettingException when another setting makes no sense
         */
        public List<String> fixtureProblems() {
            return Groundwork.withoutBroughtEvidence(settings()).fixtureProblems();
        }

        /** Every operation that a server set up like this serves, without starting one. */
        public OperationTable operations() {
            return Groundwork.of(settings()).table();
        }

        /**
         * What makes contracts of it, without starting one.
         *
         * @throws SettingException when a setting makes no sense
         */
        public Exporter exporter() {
            Groundwork ground = Groundwork.of(settings());
            return Stages.exporter(ground, new StartingWorlds(ground, Stages.START, null));
        }

        /**
         * Starts it.
         *
         * @throws SettingException when a setting makes no sense; nothing is started then
         * @throws StartException when the port is taken
         */
        public KazooServer start() {
            return new KazooServer(settings(), log, began);
        }

        private Settings settings() {
            return new Settings(values, environment);
        }
    }
}
