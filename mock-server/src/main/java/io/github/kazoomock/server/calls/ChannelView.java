package io.github.kazoomock.server.calls;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Hash;
import org.jspecify.annotations.Nullable;

/**
 * How KAZOO tells of a channel (pbx sheet 14): one set of keys in lists, another one alone.
 *
 * @param partner the leg it talks to; null for none
 * @param now in Gregorian seconds
 */
public record ChannelView(Channel channel, @Nullable Channel partner, long now) {

    public static ChannelView of(Calls calls, Channel channel, long now) {
        return new ChannelView(channel, calls.partner(channel), now);
    }

    /**
     * As a row of a list.
     *
     * @param reseller the id of the account's reseller
     */
    public JsonObject row(String reseller) {
        return JsonObject.builder()
                .put("answered", channel.isAnswered())
                .put("authorizing_id", channel.authorizingId())
                .put("authorizing_type", channel.authorizingType())
                .put("callflow_id", channel.text("callflow_id"))
                .put("custom_application_vars", channel.applicationVars())
                .put("custom_channel_vars", channel.channelVars())
                .put("destination", channel.destination())
                .put("direction", direction())
                .put("elapsed_s", elapsed())
                .put("interaction_id", interaction())
                .put("is_loopback", false)
                .put("is_onhold", channel.isOnHold())
                .put("other_leg", partner == null ? null : partner.id())
                .put("owner_id", channel.ownerId())
                .put("presence_id", channel.presenceId())
                .put("reseller_id", reseller)
                .put("resource_id", channel.text("resource_id"))
                .put("timestamp", channel.started())
                .put("username", channel.username())
                .put("uuid", channel.id())
                .build();
    }

    /** Alone. */
    public JsonObject whole() {
        String own = channel.number();
        String other = partner == null ? channel.destination() : partner.number();
        String otherName = partner == null ? null : partner.name();
        boolean inbound = channel.isInbound();
        return JsonObject.builder()
                .put("answered", channel.isAnswered())
                .put("call_direction", direction())
                .put("call_id", channel.id())
                .put("call_interaction_id", interaction())
                .put("callee_id_name", said("callee_id_name", inbound ? otherName : channel.name()))
                .put("callee_id_number", said("callee_id_number", inbound ? other : own))
                .put("caller_id_name", said("caller_id_name", inbound ? channel.name() : otherName))
                .put("caller_id_number", said("caller_id_number", inbound ? own : callerOfOutbound()))
                .put("custom_application_vars", channel.applicationVars())
                .put("custom_channel_vars", channel.channelVars())
                .put("elapsed_seconds", elapsed())
                .put("from", address(inbound ? own : callerOfOutbound()))
                .put("is_on_hold", channel.isOnHold())
                .put("other_leg_call_id", partner == null ? null : partner.id())
                .put("owner_id", channel.ownerId())
                .put("presence_id", channel.presenceId())
                .put("request", address(channel.destination()))
                .put("timestamp", channel.started())
                .put("to", address(channel.destination()))
                .build();
    }

    private @Nullable String callerOfOutbound() {
        String said = channel.text("caller_id_number");
        return said != null || partner == null ? said : partner.number();
    }

    private @Nullable String said(String key, @Nullable String derived) {
        String text = channel.text(key);
        return text == null ? derived : text;
    }

    private String direction() {
        return channel.isInbound() ? "inbound" : "outbound";
    }

    private long elapsed() {
        return now - channel.started();
    }

    /** The same for both legs: when the first of them began, and eight digits. */
    private String interaction() {
        boolean isSecond = partner != null && Calls.BY_AGE.compare(partner, channel) < 0;
        Channel first = partner != null && isSecond ? partner : channel;
        return first.started() + "-" + Hash.md5(first.id()).substring(0, 8);
    }

    private @Nullable String address(@Nullable String user) {
        return user == null || user.contains("@") ? user : user + "@" + channel.realm();
    }
}
