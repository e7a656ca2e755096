package io.github.kazoomock.contracts.target;

/**
 * Whose credentials we have.
 *
 * @param accountId of the account that they belong to
 */
public record Caller(String accountId, String accountName, String realm, boolean isSuperduper, boolean isReseller) {}
