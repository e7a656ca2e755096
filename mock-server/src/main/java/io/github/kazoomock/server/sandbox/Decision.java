package io.github.kazoomock.server.sandbox;

/**
 * Where newest KAZOO and KAZOO 5.0 part: one constant per row of the decision sheet, named after what newest KAZOO does.
 *
 * <p>A {@link Profile} takes all of them or none; code asks {@code profile.does(...)} in the one place that decides.
 */
public enum Decision {
    UNKNOWN_ACCOUNT_IS_UNAUTHORIZED("H1"),
    EXPIRED_TOKEN_COUNTS_AS_NONE("H4"),
    EARLY_ERRORS_HAVE_CONTENT_TYPE("H5"),
    ACCEPTED_IS_202("H8"),
    ENVELOPE_HAS_METADATA("H9"),
    TOKENS_SHOW_WHAT_WAS_CHARGED("H11"),
    LISTS_HAVE_STABLE_TAGS("H13"),
    CORS_ALLOWS_AUTHORIZATION("H14"),
    EVERY_BROKEN_RULE_IS_REPORTED("H17"),
    POST_LOOKS_UP_USERS_FIRST("H20"),
    CLIENT_CHOSEN_IDS_ARE_IGNORED("H21"),
    CHUNKED_TRAILER_KEEPS_TYPES("H28"),
    NOT_DESCENDING_IS_ASCENDING("L1"),
    USERS_ARE_ORDERED_BY_ID("L2"),
    PAGES_CONTINUE_AT_KEY_AND_ID("L3"),
    END_KEY_IS_IGNORED("L4"),
    ARRAY_FILTERS("L5"),
    ROWS_HAVE_FEATURES("L6"),
    LOGIN_BY_ACCOUNT_ID("A2"),
    LOGIN_AS_IS_IGNORED("A6"),
    DELETED_TOKENS_ARE_REVOKED("A7"),
    TOKEN_SHOWS_ITS_LOGIN("A8"),
    RECOVERY_TELLS_NOTHING("A9"),
    RECOVERY_IDS_EXPIRE("A10"),
    REFRESH_NEEDS_RENEW("A11"),
    BASIC_NEEDS_ENABLED_ACCOUNT("A12"),
    API_KEYS_MAY_IMPERSONATE("A14"),
    TOKENINFO_SHOWS_REALM("A17"),
    SHARED_AUTH_IS_SERVED("A18"),
    PIN_AUTH_IS_SERVED("A19"),
    COMPUTED_ACCOUNT_FIELDS_IN_METADATA("C1"),
    NEW_ACCOUNTS_KNOW_THEIR_RESELLER("C2"),
    NEW_ACCOUNTS_HAVE_SEED_DEFAULTS("C3"),
    ACCOUNT_IDS_ARE_CHOSEN_BY_SERVER("C4"),
    TIMEZONES_ARE_LISTED("C5"),
    DISABLED_ACCOUNTS_STAY_DISABLED("C8"),
    ACCOUNT_NULLS_REMOVE("C11"),
    OWN_ACCOUNT_IS_NOT_DELETED("C12"),
    CHILD_ROWS_HAVE_TREE("C14"),
    SIBLINGS_FOLLOW_THE_SEED("C15"),
    PARENTS_ARE_THE_TREE("C16"),
    MOVE_IN_ONE_TREE("C17"),
    MOVE_CHECKS_ITS_TARGET("C18"),
    SUPERDUPER_RENEWS_API_KEYS("C20");

    private final String row;

    Decision(String row) {
        this.row = row;
    }

    /** The row of the decision sheet. */
    public String row() {
        return row;
    }
}
