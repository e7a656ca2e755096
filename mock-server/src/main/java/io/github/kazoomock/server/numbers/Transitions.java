package io.github.kazoomock.server.numbers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From where to where numbers go, and who may send them there (admin sheet 1.5). */
public record Transitions(Requestor requestor) {
    private static final Set<NumberState> RELEASABLE =
            Set.of(NumberState.RELEASED, NumberState.RESERVED, NumberState.PORT_IN, NumberState.IN_SERVICE);

    /**
     * What becomes of numbers that are released (system settings of {@code number_manager}).
     *
     * @param state where they go when no former reserver gets them back
     * @param ages whether they rest first
     * @param forGood whether they are forgotten, whatever their carrier
     */
    public record Releasing(NumberState state, boolean ages, boolean forGood) {}

    /**
     * A number that is created: one that nobody had, or that may be taken over.
     *
     * @throws NumberFault when it exists, or may not be created in that state
     */
    public NumberDraft created(NumberDraft draft, NumberState state) {
        NumberState from = draft.state();
        if (draft.before() == null) {
            requestor.checkCreates(state);
            draft = new NumberDraft(draft.number(), null, null, null, draft.open(), draft.hidden());
        } else if (from != NumberState.AVAILABLE && from != NumberState.AGING && from != NumberState.PORT_IN) {
            throw NumberFault.exists(draft.number());
        }
        return switch (state) {
            case IN_SERVICE -> inService(draft);
            case RESERVED -> reserved(draft);
            case PORT_IN -> portIn(draft);
            case AVAILABLE, AGING -> pooled(draft, state);
            default -> throw NumberFault.forbidden("creating number in state '" + state.spelt() + "' is not allowed");
        };
    }

    public NumberDraft inService(NumberDraft draft) {
        NumberState from = draft.state();
        checkMayChange(draft, NumberState.IN_SERVICE);
        if (from == null) {
            requestor.checkCreates(NumberState.IN_SERVICE);
        } else {
            switch (from) {
                case AVAILABLE, AGING -> {}
                case DISCOVERY -> requestor.checkIsOver(requestor.target());
                case PORT_IN -> requestor.checkIsOver(ownerOrTarget(draft));
                case RESERVED -> checkReservation(draft);
                case IN_SERVICE -> checkOthers(draft);
                default -> throw NumberFault.badTransition(from, NumberState.IN_SERVICE);
            }
        }
        return draft.as(NumberState.IN_SERVICE, requestor.target());
    }

    public NumberDraft reserved(NumberDraft draft) {
        NumberState from = draft.state();
        checkMayChange(draft, NumberState.RESERVED);
        if (from == null) {
            requestor.checkCreates(NumberState.RESERVED);
        } else {
            switch (from) {
                case DISCOVERY, AVAILABLE, IN_SERVICE -> requestor.checkIsOver(ownerOrTarget(draft));
                case RESERVED -> {
                    requestor.checkIsOver(ownerOrTarget(draft));
                    if (requestor.target().equals(draft.owner())) {
                        throw NumberFault.noChangeRequired();
                    }
                }
                default -> throw NumberFault.badTransition(from, NumberState.RESERVED);
            }
        }
        return draft.as(NumberState.RESERVED, requestor.target()).alsoReservedBy(requestor.target());
    }

    public NumberDraft portIn(NumberDraft draft) {
        NumberState from = draft.state();
        checkMayChange(draft, NumberState.PORT_IN);
        if (from == NumberState.PORT_IN) {
            requestor.checkIsOver(ownerOrTarget(draft));
        } else if (from != null && from != NumberState.DISCOVERY) {
            throw NumberFault.badTransition(from, NumberState.PORT_IN);
        }
        return draft.as(NumberState.PORT_IN, requestor.target());
    }

    /** A number that nobody has, for whoever wants it or to rest. */
    private NumberDraft pooled(NumberDraft draft, NumberState to) {
        NumberState from = draft.state();
        checkMayChange(draft, to);
        boolean rests = to == NumberState.AGING && (from == NumberState.RELEASED || from == NumberState.AGING);
        if (from == null) {
            requestor.checkCreates(to);
        } else if (from != NumberState.AVAILABLE && !rests) {
            throw NumberFault.badTransition(from, to);
        }
        return draft.as(to, null);
    }

    /**
     * A number that its account gives up: back to whoever reserved it before, else into the pool or out of the system.
     *
     * @throws NumberFault when it is not the requestor's to give up, or is nowhere to be given up from
     */
    public NumberDraft released(NumberDraft draft, Releasing releasing) {
        NumberState from = draft.state();
        if (from == NumberState.AVAILABLE) {
            throw NumberFault.notFound(draft.number());
        }
        requestor.checkIsOver(draft.owner());
        checkMayChange(draft, NumberState.RELEASED);
        if (from == null || (!RELEASABLE.contains(from) && !draft.carrier().isLocal())) {
            throw NumberFault.badTransition(from, NumberState.RELEASED);
        }
        List<String> reservers = draft.reservedBy().stream()
                .filter(account -> !account.equals(draft.owner()) && isThere(account))
                .toList();
        if (!reservers.isEmpty()) {
            return draft.as(NumberState.RESERVED, reservers.get(0)).reservedBy(reservers);
        }
        boolean gone = releasing.forGood() || draft.carrier().isLocal();
        NumberState next = gone ? NumberState.DELETED : releasing.ages() ? NumberState.AGING : releasing.state();
        return draft.as(next, null).reservedBy(List.of()).bare();
    }

    /** A number that is gone at once, whatever its state; for the superduper admin. */
    public NumberDraft deleted(NumberDraft draft) {
        if (!requestor.superduper()) {
            throw NumberFault.forbidden(null);
        }
        return draft.as(NumberState.DELETED, null).reservedBy(List.of()).bare();
    }

    private boolean isThere(String account) {
        return requestor.world().account(account) != null;
    }

    private static void checkMayChange(NumberDraft draft, NumberState to) {
        if (draft.before() != null && draft.carrier().isMobile()) {
            throw NumberFault.badTransition(draft.state(), to);
        }
    }

    private void checkReservation(NumberDraft draft) {
        String owner = draft.owner();
        if (owner == null || !requestor.isBelow(Set.of(owner))) {
            requestor.checkIsOver(ownerOrTarget(draft));
        }
    }

    private void checkOthers(NumberDraft draft) {
        if (!requestor.target().equals(draft.owner())) {
            requestor.checkIsOver(ownerOrTarget(draft));
        }
    }

    private @Nullable String ownerOrTarget(NumberDraft draft) {
        return draft.owner() == null ? requestor.target() : draft.owner();
    }
}
