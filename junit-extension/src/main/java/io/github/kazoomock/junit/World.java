package io.github.kazoomock.junit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A starting world in words; immutable. What is not said is made up so that it is valid.
 *
 * <pre>{@code
 * kazoo.given(world()
 *         .reseller("Acme")
 *         .account("Hooli")
 *         .user("alice", admin())
 *         .device("desk", ownedBy("alice"), with("sip.username", "alice_desk")));
 * }</pre>
 *
 * <p>Documents belong to the account that was named last. Users have their name as password. Above all stands the account
 * {@code Master} with its superduper admin {@code admin}.
 */
public final class World {
    private static final String MASTER = "master";

    private final Map<String, Map<String, @Nullable Object>> files;
    private final String seller;
    private final String here;

    private World(Map<String, Map<String, @Nullable Object>> files, String seller, String here) {
        this.files = files;
        this.seller = seller;
        this.here = here;
    }

    /** A world with a master account and its superduper admin. */
    public static World world() {
        Trait master = account -> {
            account.put("pvt_superduper_admin", true);
            account.put("pvt_reseller", true);
        };
        return new World(Map.of(), MASTER, MASTER)
                .founded(MASTER, "Master", master)
                .user("admin", admin());
    }

    /** A reseller below the master account. */
    public World reseller(String name, Trait... traits) {
        String path = MASTER + "/" + slug(name);
        return new World(files, path, path).founded(path, name, with("pvt_reseller", true), traits);
    }

    /** An account below the last reseller; below the master while there is none. */
    public World account(String name, Trait... traits) {
        return founded(seller + "/" + slug(name), name, document -> {}, traits);
    }

    /** An account below the one that was named last. */
    public World subaccount(String name, Trait... traits) {
        return founded(here + "/" + slug(name), name, document -> {}, traits);
    }

    /** A user who can log in, with the user name as password. */
    public World user(String username, Trait... traits) {
        Trait usual = user -> {
            user.put("username", username);
            user.put("password", username);
            user.put("first_name", username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1));
            user.put("last_name", "Example");
            user.put("priv_level", "user");
        };
        return stored("users", username, usual, traits);
    }

    public World device(String name, Trait... traits) {
        return stored("devices", name, with("name", name), traits);
    }

    public World vmbox(String name, Trait... traits) {
        return stored("vmboxes", name, with("name", name), traits);
    }

    /** A callflow; without a {@code flow} it hangs up. */
    public World callflow(String name, Trait... traits) {
        return stored("callflows", name, with("name", name), traits);
    }

    /**
     * A document of any noun.
     *
     * @param noun like {@code menus}
     * @param key what {@link #id} finds it by; its name where the schema requires one
     */
    public World document(String noun, String key, Trait... traits) {
        return stored(noun, key, document -> {}, traits);
    }

    private World stored(String noun, String key, Trait usual, Trait... traits) {
        return put(here + "/" + noun + ".json", file -> file.put(slug(key), said(usual, traits)));
    }

    /** A {@code system_config} document. */
    public World systemConfig(String id, Trait... traits) {
        World other = this;
        for (Trait trait : traits) {
            other = other.put("system_config/" + id + ".json", trait);
        }
        return other;
    }

    /** The user is an admin of the account. */
    public static Trait admin() {
        return with("priv_level", "admin");
    }

    /** The document has this value; {@code sip.username} goes into {@code sip}. */
    public static Trait with(String path, @Nullable Object value) {
        return Trait.at(path, value);
    }

    /** The document belongs to this user of the account. */
    public static Trait ownedBy(String username) {
        return with("owner_id", id("users", username));
    }

    /** The id of another document of the account, as a value. */
    public static Object id(String noun, String key) {
        return Map.of("$id", noun + "/" + slug(key));
    }

    /** A time so long before the start, like {@code 3h} or {@code 30d}, as a value. */
    public static Object ago(String duration) {
        return Map.of("$ago", duration);
    }

    /** The world as the files of a fixture: contents by path. */
    public Map<String, Object> files() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    private World founded(String path, String name, Trait usual, Trait... traits) {
        Map<String, @Nullable Object> account = said(usual, traits);
        account.putIfAbsent("name", name);
        account.putIfAbsent("realm", slug(name) + ".example.com");
        return new World(files, seller, path).put(path + "/account.json", file -> file.putAll(account));
    }

    private World put(String file, Trait change) {
        Map<String, Map<String, @Nullable Object>> all = new TreeMap<>(files);
        Map<String, @Nullable Object> content = new LinkedHashMap<>(all.getOrDefault(file, Map.of()));
        change.apply(content);
        all.put(file, content);
        return new World(all, seller, here);
    }

    private static Map<String, @Nullable Object> said(Trait usual, Trait... traits) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        usual.apply(document);
        for (Trait trait : traits) {
            trait.apply(document);
        }
        return document;
    }

    /** What a fixture may use as a key. */
    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+|-+$", "");
    }
}
