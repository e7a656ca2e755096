package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.world.Account;
import org.jspecify.annotations.Nullable;

/** Who may call an operation, before its handler looks closer (core sheet 2.1, accounts sheet 2). */
public enum Access {
    /** Everybody, without a token; under an account as {@link #ACCOUNT}. */
    ANYBODY("anonymous"),
    /** Everybody with a good token. */
    ANY_TOKEN("any token"),
    /** Tokens of the account in the path or of one of its ancestors; at the top the superduper admin's. */
    ACCOUNT("the account and its ancestors"),
    /** Only tokens of an account with {@code pvt_superduper_admin}. */
    SUPERDUPER("superduper admin");

    private final String who;

    Access(String who) {
        this.who = who;
    }

    /** In words, for people. */
    public String who() {
        return who;
    }

    /** True when no token is needed. */
    boolean isOpen(@Nullable Account account) {
        return this == ANYBODY && account == null;
    }

    /** @param account the account that the path names; null when it names none */
    boolean allows(Caller caller, @Nullable Account account) {
        if (caller.superduper()) {
            return true;
        }
        return switch (this) {
            case ANYBODY, ANY_TOKEN -> account == null || reaches(caller, account);
            case ACCOUNT -> account != null && reaches(caller, account);
            case SUPERDUPER -> false;
        };
    }

    private static boolean reaches(Caller caller, Account account) {
        return account.id().equals(caller.accountId()) || account.tree().contains(caller.accountId());
    }
}
