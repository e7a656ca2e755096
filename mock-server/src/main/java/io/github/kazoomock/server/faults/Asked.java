package io.github.kazoomock.server.faults;

import java.time.Instant;

/**
 * What rules see of a request.
 *
 * @param operation empty when none serves it
 * @param method as it was sent
 * @param path as it was sent, below the sandbox: it begins with {@code /v2/}
 * @param accountId the account in the path; empty when there is none
 * @param noun the last noun of the path; empty when there is none
 * @param lists whether it asks for a list
 * @param writes whether it may change the world
 * @param now by the sandbox's clock
 */
public record Asked(
        String operation,
        String method,
        String path,
        String accountId,
        String noun,
        boolean lists,
        boolean writes,
        boolean acceptsCharges,
        Instant now) {

    /** Where a write is looked for by lists of the same thing. */
    String shelf() {
        return shelf(accountId, noun);
    }

    static String shelf(String account, String noun) {
        return account + "/" + noun;
    }
}
