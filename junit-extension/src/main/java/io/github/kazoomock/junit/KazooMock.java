package io.github.kazoomock.junit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A KAZOO of a test's own.
 *
 * <p>Many threads may use it at once. What it does by itself (logins, looking accounts up) is no request that KAZOO sees:
 * {@link #requests} has those of the client under test, and of {@link #http}.
 */
public final class KazooMock {
    private static final String SNAPSHOT = "snapshot";

    private final Server server;
    private final Admin own;
    private final String name;
    private final Settings.Origin origin;
    private final URI apiRoot;
    private final Map<String, Path> consumers = new ConcurrentHashMap<>();

    KazooMock(Server server, String name, Settings.Origin origin, Map<String, ?> made) {
        this.server = server;
        this.own = server.admin().at(String.valueOf(made.get("admin_root")));
        this.name = name;
        this.origin = origin;
        this.apiRoot = URI.create(String.valueOf(made.get("api_root")));
    }

    /** Where the client under test finds its KAZOO, ending in {@code /v2/}. */
    public URI apiRoot() {
        return apiRoot;
    }

    /** Where the mock's own API about this sandbox is, ending in a slash. */
    public URI adminRoot() {
        return own.root();
    }

    /**
     * A login of the first user of a role.
     *
     * @param role {@code superduper_admin}, {@code reseller}, {@code account_admin} or {@code user}
     * @throws KazooMockException when nobody has it
     */
    public KazooLogin login(String role) {
        return login(Map.of("role", role));
    }

    /**
     * A login of a user of an account.
     *
     * @param user name or id
     * @param account name, realm or id
     * @throws KazooMockException when there is none
     */
    public KazooLogin login(String user, String account) {
        return login(Map.of("user", user, "account", account));
    }

    /**
     * A token of a user, as a login makes it.
     *
     * @param user name or id
     * @throws KazooMockException when there is none of this name, or several
     */
    public String token(String user) {
        return login(Map.of("user", user)).token();
    }

    private KazooLogin login(Map<String, String> who) {
        return KazooLogin.of(own.post("tokens", who), own.wire(), apiRoot);
    }

    /** A client with the token of the superduper admin, who may do everything. */
    public KazooHttp http() {
        return login("superduper_admin").http();
    }

    /** A client without a token. */
    public KazooHttp anonymous() {
        return new KazooHttp(own.wire(), apiRoot, Map.of());
    }

    /**
     * An account by its name, realm or id.
     *
     * @throws KazooMockException when there is none
     */
    public KazooAccount account(String wanted) {
        List<KazooAccount> all = accounts();
        return all.stream()
                .filter(account -> account.isCalled(wanted))
                .findFirst()
                .orElseThrow(() -> new KazooMockException("no account is called '" + wanted + "'; there are "
                        + all.stream().map(KazooAccount::name).toList()));
    }

    /** All accounts, parents before their children. */
    public List<KazooAccount> accounts() {
        return Json.list(own.get("accounts").get("accounts")).stream()
                .map(account -> KazooAccount.of(Json.map(account)))
                .toList();
    }

    /**
     * Begins anew with a world; to be called before anything else, since requests, faults and snapshots are gone then.
     *
     * @return this mock, at the same place
     * @throws KazooMockException with everything that is wrong with the world
     */
    public KazooMock given(World world) {
        Map<String, Object> start = Map.of("files", world.files(), "complete", true);
        server.base(origin, start); // what is wrong with it must not cost the sandbox that is there
        server.admin().delete("sandboxes/" + name);
        server.fork(name, origin, start);
        return this;
    }

    /** Every request that came, in order. */
    public List<KazooRequest> requests() {
        return requests(Requests.any());
    }

    /** The requests that came and fit, in order. */
    public List<KazooRequest> requests(Requests wanted) {
        return new Journal(own).requests(wanted);
    }

    /**
     * Waits until so many requests came that fit; five seconds at most.
     *
     * @throws AssertionError with the requests that did come, when it was in vain
     */
    public List<KazooRequest> awaitRequests(int count, Requests wanted) {
        return awaitRequests(count, wanted, Duration.ofSeconds(5));
    }

    /**
     * Waits until so many requests came that fit.
     *
     * @throws AssertionError with the requests that did come, when it was in vain
     */
    public List<KazooRequest> awaitRequests(int count, Requests wanted, Duration atMost) {
        return new Journal(own).await(count, wanted, atMost);
    }

    /** The time in this sandbox. */
    public KazooClock clock() {
        return new KazooClock(own);
    }

    /** What goes wrong on purpose. */
    public KazooFaults faults() {
        return new KazooFaults(own);
    }

    /** Keeps the world as it is for {@link #restore()}. */
    public void snapshot() {
        snapshot(SNAPSHOT);
    }

    /** Keeps the world as it is under a name. */
    public void snapshot(String as) {
        own.post("snapshots", Map.of("name", as));
    }

    /** Back to {@link #snapshot()}; the clock goes on. */
    public void restore() {
        restore(SNAPSHOT);
    }

    /**
     * Back to what was kept under a name; the clock goes on.
     *
     * @throws KazooMockException when nothing was
     */
    public void restore(String kept) {
        own.post("snapshots/" + kept + "/restore", Map.of());
    }

    /**
     * What the client under test asks in this sandbox becomes its contract: {@code target/pacts/CONSUMER-kazoo.json}, a
     * file of Pact V4 with everything that all tests of the run asked which say so, written when the run is over. A test
     * that fails adds nothing.
     *
     * @param consumer what the contract calls the client
     */
    public void pact(String consumer) {
        pact(consumer, Path.of("target", "pacts"));
    }

    /** The same in another folder, which is made when it is not there. */
    public void pact(String consumer, Path folder) {
        if (consumer.isBlank()) {
            throw new IllegalArgumentException("a contract needs the name of its consumer");
        }
        consumers.put(consumer, folder.resolve(consumer.replaceAll("[^A-Za-z0-9._-]", "_") + "-kazoo.json"));
    }

    /** Adds what was asked to the contracts that were wanted. */
    void writePacts() {
        consumers.forEach((consumer, file) -> server.pacts()
                .add(file, own.get("requests.pact?consumer=" + URLEncoder.encode(consumer, StandardCharsets.UTF_8))));
    }

    /** After a failure nobody knows what of it the client relies on. */
    void dropPacts() {
        consumers.clear();
    }

    /** Documents that a schema accepts: {@code documents("devices").typical(seed)}. */
    public KazooDocuments documents(String schema) {
        return new KazooDocuments(server.admin(), schema);
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "KazooMock at " + apiRoot;
    }

    /** The world as it is as a fixture: contents by path. */
    Map<String, @Nullable Object> fixture() {
        return Json.map(own.get("fixture").get("files"));
    }

    /** Every request that came, as JSON. */
    String journal() {
        return own.text("GET", "requests", null);
    }
}
