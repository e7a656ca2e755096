package io.github.kazoomock.contracts.target;

/**
 * Whose credentials we have.
 *
 * @param accountId of the account that they belong to
 * @param resellerId of the account that sells to it, which is the account itself at the top
 */
public record Caller(
        String accountId,
        String accountName,
        String realm,
        boolean isSuperduper,
        boolean isReseller,
        String resellerId) {

    /** True when a login of this role is what these credentials give. */
    public boolean is(String role) {
        return switch (role) {
            case "superduper_admin" -> isSuperduper;
            case "reseller" -> isReseller;
            default -> false;
        };
    }
}
