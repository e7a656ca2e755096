package io.github.kazoomock.server.world;

import java.util.List;

/** Whose customer an account is: resellers carry {@link #FLAG}, and the master is one (accounts sheet 4 and 12). */
public record Resellers(World world) {
    /** The private key that makes an account a reseller. */
    public static final String FLAG = "pvt_reseller";

    public boolean isReseller(Account account) {
        return account.tree().isEmpty() || account.document().hidden().isTrue(FLAG);
    }

    /** The id of an account's reseller: of a reseller its upstream, never itself; of the master itself. */
    public String of(Account account) {
        return account.tree().isEmpty() ? account.id() : nearest(account.tree());
    }

    /**
     * The id of the last reseller in a tree.
     *
     * @param tree ids of ancestors, the master first; not empty
     */
    public String nearest(List<String> tree) {
        for (int i = tree.size() - 1; i > 0; i--) {
            Account ancestor = world.account(tree.get(i));
            if (ancestor != null && isReseller(ancestor)) {
                return ancestor.id();
            }
        }
        return tree.get(0);
    }
}
