package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.calls.CallControl;
import io.github.kazoomock.server.calls.Channel;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import org.jspecify.annotations.Nullable;

/** What becomes of a leg of a call when somebody acts on it; whom that needs and who is not there is let be. */
record ChannelMoves(CallControl control, Channel channel) {
    private static final String ON_HOLD = "on_hold";

    boolean isBridged() {
        return control.calls().partner(channel) != null;
    }

    void hangUp() {
        control.hangUp(channel);
    }

    void hold(boolean held) {
        control.set(channel, ON_HOLD, Json.of(held));
    }

    boolean isHeld() {
        return channel.isOnHold();
    }

    void callflow(@Nullable String id) {
        if (id != null) {
            control.set(channel, "callflow_id", Json.of(id));
        }
    }

    /**
     * The other party is connected to somebody else, and this leg is over.
     *
     * @param attended this one talks to the target first, while the other party waits
     */
    void transfer(String target, boolean attended) {
        Channel partner = control.calls().partner(channel);
        if (partner == null) {
            return;
        }
        if (attended) {
            control.set(partner, ON_HOLD, Json.of(true));
            return;
        }
        connect(partner, DialledEndpoint.number(target));
        control.set(partner, "destination", Json.of(target));
    }

    /** Another phone takes this leg, and whoever talked to it is cut off. */
    void intercept(String type, String id, boolean unbridgedOnly) {
        DialledEndpoint target = type.equals("device") ? device(id) : type.equals("user") ? user(id) : null;
        Channel partner = control.calls().partner(channel);
        if (target == null || (partner != null && unbridgedOnly)) {
            return;
        }
        if (partner != null) {
            control.end(partner);
        }
        control.bridge(channel, control.call(target.leg()));
    }

    /** The call goes on at another phone of the same people. */
    void move(@Nullable String device, @Nullable String owner) {
        DialledEndpoint target = device != null ? device(device) : owner != null ? user(owner) : null;
        Channel partner = control.calls().partner(channel);
        if (target != null && partner != null) {
            connect(partner, target);
        }
    }

    private void connect(Channel partner, DialledEndpoint target) {
        control.end(channel);
        control.bridge(partner, control.call(target.leg()));
    }

    private @Nullable DialledEndpoint device(String id) {
        Document device = account().get("device", id);
        return device == null ? null : DialledEndpoint.device(id, device);
    }

    private @Nullable DialledEndpoint user(String id) {
        return DialledEndpoint.user(account(), id);
    }

    private Account account() {
        return control.calls().account();
    }
}
