package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.PathNoun;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Transaction;
import java.util.stream.Stream;

/** Rings the phones of a user, or one phone, and then a number (pbx sheet 17, decision H24). */
final class Quickcall {
    private static final String NAME = "Device QuickCall";

    private Quickcall() {}

    static Noun noun() {
        return Noun.of("quickcall", operation("quickcall.get", Verb.GET), operation("quickcall.start", Verb.POST));
    }

    private static Operation operation(String id, Verb verb) {
        return Operation.of(id, verb, "quickcall/{PHONE_NUMBER}")
                .at("/accounts/{ACCOUNT_ID}/devices/{DEVICE_ID}/quickcall/{PHONE_NUMBER}")
                .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/quickcall/{PHONE_NUMBER}")
                .evidence(Evidence.seed("js-sdk: device.quickcall, user.quickcall"), Evidence.sheet("pbx 17"))
                .query(QuickcallOptions.NAMES)
                .handler(Quickcall::call);
    }

    private static Outcome call(Call call, Transaction transaction) {
        PathNoun above = call.nouns().get(call.nouns().size() - 2);
        boolean byUser = above.name().equals("users");
        if ((!byUser && !above.name().equals("devices")) || above.arguments().size() != 1) {
            return Problems.notFound();
        }
        String id = above.arguments().get(0);
        QuickcallOptions options = new QuickcallOptions(call);
        QuickcallPhones phones = new QuickcallPhones(call, transaction.world(), options);
        JsonArray endpoints = byUser ? phones.ofUser(id) : phones.ofDevice(id);
        if (endpoints.size() == 0) {
            return Problem.of(500, "unspecified_fault", "unspecified fault");
        }
        JsonObject caller = phones.callerId(byUser ? "user" : "device", id);
        JsonObject request = request(call, options, byUser ? "user" : "device", id, endpoints, caller);
        return call.verb() == Verb.GET
                ? Reply.value(request)
                : Reply.value(request).withStatus(202);
    }

    /** What KAZOO asks its switches for, in the spelling of replies. */
    private static JsonObject request(
            Call call, QuickcallOptions options, String type, String id, JsonArray endpoints, JsonObject caller) {
        boolean newest = call.does(Decision.QUICKCALLS_NAME_THEIR_CALLER);
        JsonObject channel = JsonObject.builder()
                .put("account_id", call.account())
                .put("authorizing_id", id)
                .put("authorizing_type", type)
                .put("inherit_codec", "false")
                .put("retain_cid", options.text("cid-number") == null ? "false" : "true")
                .build();
        JsonObject.Builder request = JsonObject.builder()
                .put("application_data", JsonObject.of("route", Json.of(call.argument(0))))
                .put("application_name", "transfer")
                .put("continue_on_fail", false)
                .put("custom_application_vars", call.data().object("custom_application_vars"))
                .put("custom_channel_vars", channel)
                .put("dial_endpoint_method", "simultaneous")
                .put("endpoints", endpoints)
                .put("existing_call_id", options.text("target_call_id"))
                .put("export_custom_channel_vars", exported())
                .put("ignore_early_media", options.isOn("ignore-early-media"))
                .put("media", "bypass".equals(options.text("media")) ? "bypass" : "process")
                .put("outbound_callee_id_name", options.textOr("cid-name", caller.text("name")))
                .put("outbound_callee_id_number", options.textOr("cid-number", caller.text("number")))
                .put("outbound_caller_id_name", newest ? options.textOr("caller-id-name", NAME) : NAME)
                .put(
                        "outbound_caller_id_number",
                        newest ? options.textOr("caller-id-number", options.number()) : options.number())
                .put("timeout", options.timeout());
        return newest ? request.put("start_control_process", false).build() : request.build();
    }

    private static JsonArray exported() {
        return new JsonArray(Stream.of(
                        "Account-ID",
                        "Authorizing-ID",
                        "Authorizing-Type",
                        "Outbound-Callee-ID-Name",
                        "Outbound-Callee-ID-Number",
                        "Retain-CID")
                .map(Json::of)
                .toList());
    }
}
