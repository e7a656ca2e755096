package io.github.kazoomock.server.numbers;

import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.World;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a number to be changed, and for which account.
 *
 * @param caller the account of whoever asks
 * @param target the account in the path, which numbers are assigned to
 */
public record Requestor(World world, String caller, boolean superduper, String target) {
    /** The private key of accounts that may bring numbers into the system. */
    private static final String MAY_ADD = "pvt_wnm_allow_additions";

    /** The states in which it may create numbers that nobody had, besides {@code port_in}, which is for everybody. */
    public List<NumberState> creationStates() {
        if (superduper) {
            return List.of(
                    NumberState.AGING,
                    NumberState.AVAILABLE,
                    NumberState.IN_SERVICE,
                    NumberState.PORT_IN,
                    NumberState.RESERVED);
        }
        Account account = world.account(caller);
        boolean mayAdd = account != null && account.document().hidden().isTrue(MAY_ADD);
        return mayAdd ? List.of(NumberState.IN_SERVICE, NumberState.RESERVED) : List.of();
    }

    /** @throws NumberFault when it may not create a number in this state */
    void checkCreates(NumberState state) {
        List<NumberState> states = creationStates();
        if (state == NumberState.PORT_IN || states.contains(state)) {
            return;
        }
        throw NumberFault.forbidden(
                states.isEmpty()
                        ? "account '" + caller + "' is not allowed to create number"
                        : "creating number in state '" + state.spelt() + "' is not allowed");
    }

    /** True when it is the account, or above it; of nobody's numbers only the superduper admin disposes. */
    public boolean isOver(@Nullable String account) {
        return superduper || (account != null && (account.equals(caller) || isAbove(caller, account)));
    }

    /**
     * Refuses it what is not its own.
     *
     * @throws NumberFault when it does not dispose of what this account has
     */
    public void checkIsOver(@Nullable String account) {
        if (!isOver(account)) {
            throw NumberFault.forbidden(null);
        }
    }

    /** True when one of these accounts is above the target. */
    boolean isBelow(Set<String> accounts) {
        return accounts.stream().anyMatch(account -> isAbove(account, target));
    }

    private boolean isAbove(String ancestor, String account) {
        Account known = world.account(account);
        return known != null && known.tree().contains(ancestor);
    }
}
