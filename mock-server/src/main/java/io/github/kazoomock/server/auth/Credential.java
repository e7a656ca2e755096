package io.github.kazoomock.server.auth;

/**
 * A token as a request brought it, before anybody looked at its truth (auth sheet 1).
 *
 * @param text what replies echo as {@code auth_token}
 */
public record Credential(Kind kind, String text) {
    /** How it was sent. */
    public enum Kind {
        /** {@code X-Auth-Token} or the parameter {@code auth_token}. */
        AUTH_TOKEN,
        BEARER,
        BASIC,
        /** An {@code Authorization} of any other scheme; never good for anything. */
        UNKNOWN
    }

    private static final String BASIC_PREFIX = "Basic ";
    private static final String BEARER_PREFIX = "Bearer ";

    /** Reads the value of an {@code Authorization} header. */
    public static Credential authorization(String value) {
        if (value.startsWith(BASIC_PREFIX)) {
            return new Credential(Kind.BASIC, value.substring(BASIC_PREFIX.length()));
        }
        if (value.startsWith(BEARER_PREFIX)) {
            return new Credential(Kind.BEARER, value.substring(BEARER_PREFIX.length()));
        }
        return new Credential(Kind.UNKNOWN, value);
    }
}
