package io.github.kazoomock.server.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key pair of every mock: fixed, public and worthless outside of tests.
 *
 * <p>A resource instead of a fresh pair: making one costs a quarter of a second at start.
 */
final class SigningKeys {
    private static final String RESOURCE = "signing-key.pem";

    private final PrivateKey signing;
    private final RSAPublicKey verifying;

    private SigningKeys(PrivateKey signing, RSAPublicKey verifying) {
        this.signing = signing;
        this.verifying = verifying;
    }

    static SigningKeys bundled() {
        try (InputStream in = SigningKeys.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String base64 =
                    pem.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PrivateKey signing = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            if (!(signing instanceof RSAPrivateCrtKey key)) {
                throw new IllegalStateException("resource " + RESOURCE + " holds no RSA key");
            }
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new SigningKeys(signing, (RSAPublicKey) factory.generatePublic(spec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("resource " + RESOURCE + " is damaged", e);
        }
    }

    PrivateKey signing() {
        return signing;
    }

    RSAPublicKey verifying() {
        return verifying;
    }
}
