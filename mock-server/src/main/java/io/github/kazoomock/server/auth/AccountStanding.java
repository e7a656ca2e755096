package io.github.kazoomock.server.auth;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Gregorian;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an account may log in (accounts sheet 15). */
public final class AccountStanding {
    /** Gregorian seconds at which a trial ends; absent on accounts that are no trial. */
    public static final String TRIAL_ENDS = "pvt_trial_expires";

    private AccountStanding() {}

    /** A missing flag means enabled. */
    public static boolean enabled(Account account) {
        return account.document().hidden().get("pvt_enabled") != io.github.kazoomock.json.JsonLiteral.FALSE;
    }

    /** When the trial ended, in Gregorian seconds; null when it goes on or there is none. */
    public static @Nullable Long trialOver(Account account, Instant now) {
        long ends = account.document().hidden().integer(Long.MAX_VALUE, TRIAL_ENDS);
        return ends <= Gregorian.seconds(now) ? ends : null;
    }
}
