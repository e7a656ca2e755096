package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The phones that a quickcall rings first (pbx sheet 17). */
record QuickcallPhones(Call call, World world, QuickcallOptions options) {

    JsonArray ofDevice(String id) {
        Document device = account().get(DeviceUsers.DEVICE, id);
        return endpoints(device == null ? List.of() : List.of(device));
    }

    /** All phones that a user owns or is logged in to. */
    JsonArray ofUser(String id) {
        List<Document> devices = new ArrayList<>();
        for (Ref ref : world.find(DeviceUsers.ANY, Index.key(call.account(), id))) {
            Document device = world.get(ref);
            if (device != null) {
                devices.add(device);
            }
        }
        return endpoints(devices);
    }

    /** Name and number that the called one sees: the nearest of device, user and account that has any. */
    JsonObject callerId(String type, String id) {
        boolean outside = E164.of(options.number()).startsWith("+");
        String kind = outside ? "external" : "internal";
        Document asked = account().get(type, id);
        return Stream.of(asked, asked == null ? null : owner(asked), account().document())
                .filter(document -> document != null)
                .map(document -> document.open().object("caller_id", kind))
                .reduce(JsonObject.EMPTY, (near, far) -> far.plus(near));
    }

    private JsonArray endpoints(List<Document> devices) {
        List<Document> ringing = devices.stream().filter(this::rings).toList();
        return new JsonArray(ringing.stream()
                .<Json>map(device -> endpoint(device, ringing.size() == 1))
                .toList());
    }

    /** False for phones that are off, want no calls, or have no place where they could be reached. */
    private boolean rings(Document device) {
        JsonObject open = device.open();
        Document owner = owner(device);
        boolean disturbs = open.isTrue("do_not_disturb", "enabled")
                || (owner != null && owner.open().isTrue("do_not_disturb", "enabled"));
        boolean reachable =
                Stream.of("username", "ip", "route", "static_route").anyMatch(key -> open.at("sip", key) != null)
                        || open.isTrue("call_forward", "enabled")
                        || open.at("mobile", "mdn") != null;
        return open.isTrue("enabled") && !disturbs && reachable;
    }

    private JsonObject endpoint(Document device, boolean alone) {
        JsonObject open = device.open();
        String realm = realm(device);
        String username = open.text("sip", "username");
        JsonObject.Builder channel = JsonObject.builder()
                .put("account_id", call.account())
                .put("authorizing_id", device.id())
                .put("authorizing_type", DeviceUsers.DEVICE)
                .put("media_encryption_enforce_security", open.isTrue("media", "encryption", "enforce_security"))
                .put("owner_id", open.text("owner_id"))
                .put("sip_invite_domain", realm);
        if (alone) {
            channel.put("auto_answer", options.answersByItself());
        }
        JsonObject.Builder headers =
                JsonObject.builder().put("x_kazoo_invite_format", open.text("sip", "invite_format"));
        if (username != null) {
            headers.put("x_kazoo_aor", "sip:" + username + "@" + realm);
        }
        return JsonObject.builder()
                .putIfPresent("codecs", open.at("media", "audio", "codecs"))
                .put("custom_channel_vars", channel.build())
                .put("custom_sip_headers", headers.build())
                .put("endpoint_id", device.id())
                .put("ignore_completed_elsewhere", open.isTrue("sip", "ignore_completed_elsewhere"))
                .put("invite_format", open.text("sip", "invite_format"))
                .put("outbound_call_id", callId(device))
                .put("presence_id", presenceId(device, username, realm))
                .put("to_did", options.number())
                .put("to_realm", realm)
                .put("to_user", username)
                .put("to_username", username)
                .build();
    }

    /** Looks like chance and follows from the request, since a GET makes no ids. */
    private String callId(Document device) {
        String digest = Hash.sha1(call.requestId() + "/" + device.id());
        return digest.substring(0, 36) + "-quickcall";
    }

    private @Nullable String presenceId(Document device, @Nullable String username, String realm) {
        Document owner = owner(device);
        String own = device.open().text("presence_id");
        String owners = owner == null ? null : owner.open().text("presence_id");
        String name = own != null ? own : owners != null ? owners : username;
        return name == null || name.contains("@") ? name : name + "@" + realm;
    }

    private String realm(Document device) {
        String own = device.open().text("sip", "realm");
        return own == null ? account().document().open().textOr("realm", "") : own;
    }

    private @Nullable Document owner(Document device) {
        String id = device.open().text("owner_id");
        return id == null ? null : account().get("user", id);
    }

    private Account account() {
        return world.existing(call.account());
    }
}
