package io.github.kazoomock.server;

/**
 * A user of the fixture who can log in.
 *
 * @param role {@code superduper_admin}, {@code reseller}, {@code account_admin} or {@code user}
 * @param apiKey of the account, for {@code PUT /v2/api_auth}
 */
public record Login(
        String role,
        String accountName,
        String accountId,
        String realm,
        String username,
        String password,
        String apiKey) {}
