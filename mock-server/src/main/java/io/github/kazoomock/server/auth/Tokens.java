package io.github.kazoomock.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.World;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads KAZOO's JSON Web Tokens (auth sheet 4): RS256, and RS384 and RS512 when reading.
 *
 * <p>Reading costs a signature check once; verified claims are kept for the tokens that come again.
 */
public final class Tokens {
    /** What the header of every token names as its key. */
    public static final String KEY_ID = Hash.md5("kazoo-mock signing key");

    private static final Set<JWSAlgorithm> ACCEPTED =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
    private static final int MOST_KNOWN = 10_000;

    private final SigningKeys keys = SigningKeys.bundled();
    private final JWSHeader header = header();
    private final Map<String, JsonObject> verified = new ConcurrentHashMap<>();
    private final Map<Secrets.Material, String> signatures = new ConcurrentHashMap<>();

    /** What reading a token gave: claims, or null and why. */
    public record Reading(@Nullable JsonObject claims, Flaw flaw) {}

    /** Why a token is no good, named as tokeninfo reports it. */
    public enum Flaw {
        NONE,
        INVALID_JWT,
        UNDECODABLE,
        ALGORITHM_NOT_SUPPORTED,
        INVALID_JWT_SIGNATURE
    }

    /** Signs claims; their order is kept. */
    public String sign(JsonObject claims) {
        JWSObject token = new JWSObject(header, new Payload(claims.utf8()));
        try {
            token.sign(new RSASSASigner(keys.signing()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the bundled key", e);
        }
        String text = token.serialize();
        remember(verified, text, claims);
        return text;
    }

    /** Checks form, algorithm and signature, in this order; says nothing about time or identity. */
    public Reading read(String token) {
        JsonObject known = verified.get(token);
        if (known != null) {
            return new Reading(known, Flaw.NONE);
        }
        if (token.chars().filter(character -> character == '.').count() != 2) {
            return new Reading(null, Flaw.INVALID_JWT);
        }
        JWSObject parsed;
        JsonObject claims;
        try {
            if (!isAccepted(token)) {
                return new Reading(null, Flaw.ALGORITHM_NOT_SUPPORTED);
            }
            parsed = JWSObject.parse(token);
            claims = claims(parsed);
        } catch (ParseException | JsonSyntaxException e) {
            return new Reading(null, Flaw.UNDECODABLE);
        }
        try {
            if (!parsed.verify(new RSASSAVerifier(keys.verifying()))) {
                return new Reading(null, Flaw.INVALID_JWT_SIGNATURE);
            }
        } catch (JOSEException e) {
            return new Reading(null, Flaw.INVALID_JWT_SIGNATURE);
        }
        remember(verified, token, claims);
        return new Reading(claims, Flaw.NONE);
    }

    /**
     * True when the user or account that the claims name is there and its secret is still the same.
     *
     * <p>Secrets hardly ever change, so what they sign to is kept as well.
     */
    public boolean areSignedFor(JsonObject claims, World world) {
        Secrets.Material material = Secrets.material(world, claims.textOr("account_id", ""), claims.text("owner_id"));
        if (material == null) {
            return false;
        }
        String signature = signatures.get(material);
        if (signature == null) {
            signature = Secrets.sign(material);
            remember(signatures, material, signature);
        }
        return signature.equals(claims.text("identity_sig"));
    }

    /** Keeps the order of keys, which the library's builder does not. */
    private static JWSHeader header() {
        JsonObject header = JsonObject.builder()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("kid", KEY_ID)
                .build();
        try {
            return JWSHeader.parse(Base64URL.encode(header.utf8()));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks at the header before the library does: to it, a token without signature is no token at all. */
    private static boolean isAccepted(String token) throws ParseException {
        byte[] header = new Base64URL(token.substring(0, token.indexOf('.'))).decode();
        if (Json.parse(header) instanceof JsonObject object) {
            return ACCEPTED.contains(JWSAlgorithm.parse(object.textOr("alg", "none")));
        }
        throw new ParseException("the header is no JSON object", 0);
    }

    private static JsonObject claims(JWSObject token) throws ParseException {
        if (Json.parse(token.getPayload().toBytes()) instanceof JsonObject claims) {
            return claims;
        }
        throw new ParseException("the payload is no JSON object", 0);
    }

    private static <K, V> void remember(Map<K, V> known, K key, V value) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(key, value);
    }
}
