package io.github.kazoomock.contracts.target;

import java.util.List;

/** What opens a server; in words it only says of which kind it is. */
public sealed interface Credentials {

    /** A user of an account. */
    record Password(String username, String password, String accountName) implements Credentials {
        @Override
        public List<String> secrets() {
            return List.of(password, Digests.credentials(username, password));
        }

        @Override
        public String toString() {
            return "a username and a password";
        }
    }

    /** An account, without a user. */
    record ApiKey(String apiKey) implements Credentials {
        @Override
        public List<String> secrets() {
            return List.of(apiKey);
        }

        @Override
        public String toString() {
            return "an API key";
        }
    }

    /** A login that somebody else made. */
    record Token(String token) implements Credentials {
        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "an auth token";
        }
    }

    /** What must not be seen anywhere. */
    List<String> secrets();
}
