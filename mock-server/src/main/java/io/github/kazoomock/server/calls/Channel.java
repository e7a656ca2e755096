package io.github.kazoomock.server.calls;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a call that is going on: between a phone and the switch.
 *
 * <p>It is a document of its account, and its end is the end of the document. What the document does not say follows
 * from the device and the account.
 *
 * @param account as it is together with the document
 */
public record Channel(Account account, Document document) {
    /** The type of the documents. */
    public static final String TYPE = "channel";

    /** The key with the conference it is in, and as what: see {@link Participant}. */
    static final String CONFERENCE = "conference";

    static final String OTHER_LEG = "other_leg";

    public String id() {
        return document.id();
    }

    /** When it began, in Gregorian seconds. */
    public long started() {
        return document.created();
    }

    /** True when the phone called, false when it was called. */
    public boolean isInbound() {
        return !"outbound".equals(text("direction"));
    }

    public boolean isAnswered() {
        return document.open().get("answered") != JsonLiteral.FALSE;
    }

    public boolean isOnHold() {
        return document.open().isTrue("on_hold");
    }

    /** The id of the device or whatever else let the call in. */
    public @Nullable String authorizingId() {
        return text("authorizing_id");
    }

    /** The device at its end; null when there is none that is known. */
    public @Nullable Document device() {
        String id = authorizingId();
        return id == null ? null : account.get("device", id);
    }

    /** The user at its end: as it says, or as the device does. */
    public @Nullable String ownerId() {
        return own("owner_id", "owner_id");
    }

    public @Nullable String username() {
        return own("username", "sip", "username");
    }

    public @Nullable String presenceId() {
        String id = own("presence_id", "presence_id");
        String known = id == null ? username() : id;
        return known == null || known.contains("@") ? known : known + "@" + realm();
    }

    public String realm() {
        return account.document().open().textOr("realm", "");
    }

    public @Nullable String destination() {
        return text("destination");
    }

    /** The name of whoever is at its end: the caller's of an inbound leg, the callee's of an outbound one. */
    public @Nullable String name() {
        String said = text(isInbound() ? "caller_id_name" : "callee_id_name");
        Document device = device();
        return said != null || device == null
                ? said
                : first(
                        device.open().text("caller_id", "internal", "name"),
                        device.open().text("name"));
    }

    /** The number of whoever is at its end. */
    public @Nullable String number() {
        String said = text(isInbound() ? "caller_id_number" : "callee_id_number");
        Document device = device();
        String known = said != null || device == null
                ? said
                : first(device.open().text("caller_id", "internal", "number"), username());
        return known == null && !isInbound() ? destination() : known;
    }

    /** A text of the document. */
    public @Nullable String text(String key) {
        return document.open().text(key);
    }

    /** What was set on it, with whose it is. */
    JsonObject channelVars() {
        JsonObject.Builder vars = JsonObject.builder().put("account_id", account.id());
        vars.put("authorizing_id", authorizingId()).put("authorizing_type", authorizingType());
        vars.put("owner_id", ownerId());
        return vars.putAll(document.open().object("custom_channel_vars")).build();
    }

    JsonObject applicationVars() {
        return document.open().object("custom_application_vars");
    }

    @Nullable
    String authorizingType() {
        String said = text("authorizing_type");
        return said == null && authorizingId() != null ? "device" : said;
    }

    private @Nullable String own(String key, String... inDevice) {
        Document device = device();
        return first(text(key), device == null ? null : device.open().text(inDevice));
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
