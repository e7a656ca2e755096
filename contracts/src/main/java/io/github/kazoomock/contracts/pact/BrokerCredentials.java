package io.github.kazoomock.contracts.pact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a broker wants to see; it is sent to the broker's own address only. */
public sealed interface BrokerCredentials {

    /** Everybody may. */
    record None() implements BrokerCredentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** A user's. */
    record Basic(String username, String password) implements BrokerCredentials {
        @Override
        public Optional<String> header() {
            byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }

        @Override
        public String toString() {
            return "a username and a password";
        }
    }

    /** A token. */
    record Bearer(String token) implements BrokerCredentials {
        @Override
        public Optional<String> header() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "a token";
        }
    }

    /** The value of {@code Authorization}. */
    Optional<String> header();
}
