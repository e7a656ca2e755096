package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import java.util.Locale;

/** How KAZOO keeps passwords: as digests of user name and password (pbx sheet 1.4). */
public final class Passwords {
    /** The private keys under which the digests are kept. */
    public static final String MD5 = "pvt_md5_auth";

    public static final String SHA1 = "pvt_sha1_auth";

    private Passwords() {}

    /** The digest of {@code user:password} in clear; the user name counts in lower case. */
    static String md5(String clear) {
        int colon = Math.max(clear.indexOf(':'), 0);
        return Hash.md5(clear.substring(0, colon).toLowerCase(Locale.ROOT) + clear.substring(colon));
    }

    /** Both digests, by their private keys; the user name counts in lower case. */
    public static JsonObject digests(String username, String password) {
        String text = username.toLowerCase(Locale.ROOT) + ":" + password;
        return JsonObject.of(MD5, Json.of(Hash.md5(text)), SHA1, Json.of(Hash.sha1(text)));
    }
}
