package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.calls.CallControl;
import io.github.kazoomock.server.calls.Channel;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls people into a conference; everybody answers at once (pbx sheet 8.3). */
record ConferenceDial(SchemaRegistry schemas) {
    private static final String SCHEMA = "conferences.dial";

    Outcome run(Action action, Call call, CallControl control) {
        JsonObject sent = action.parameters();
        if (sent == null) {
            return ConferenceActions.dataRequired("dial");
        }
        Validation checked = schemas.validate(SCHEMA, sent);
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), false);
        faults.add(checked.violations());
        JsonObject wanted = checked.document();
        List<DialledEndpoint> endpoints = checked.ok() ? resolved(wanted, call, control, faults) : List.of();
        if (endpoints.isEmpty()) {
            JsonObject details = JsonObject.of(
                    "message", Json.of("endpoints failed to resolve to route-able destinations"), "target", Json.of(1));
            faults.add("data.endpoints", "minItems", details);
        }
        faults.refuse();
        return ConferenceActions.accepted(
                JsonObject.of("endpoint_responses", dialled(wanted, endpoints, call, control)));
    }

    private static List<DialledEndpoint> resolved(JsonObject wanted, Call call, CallControl control, Faults faults) {
        DialledEndpoint.Resolution resolution =
                new DialledEndpoint.Resolution(control.calls().account(), call, faults);
        List<DialledEndpoint> endpoints = new ArrayList<>();
        JsonArray asked = wanted.array("endpoints");
        for (int i = 0; i < asked.size(); i++) {
            DialledEndpoint endpoint = resolution.of(asked.get(i), "data.endpoints." + (i + 1));
            if (endpoint != null) {
                endpoints.add(endpoint);
            }
        }
        return endpoints;
    }

    private static JsonArray dialled(
            JsonObject wanted, List<DialledEndpoint> endpoints, Call call, CallControl control) {
        List<String> flags = wanted.array("participant_flags").texts();
        String conference = call.argument(0);
        JsonObject as = JsonObject.builder()
                .put("is_moderator", flags.contains("is_moderator"))
                .put("hear", !flags.contains("deaf"))
                .put("speak", !flags.contains("mute"))
                .build();
        boolean answered = control.conference(conference).isRunning() || !flags.contains("join_existing");
        List<Json> responses = new ArrayList<>();
        for (DialledEndpoint endpoint : endpoints) {
            JsonObject leg = leg(wanted, endpoint, call, control);
            Channel joined = answered ? control.join(conference, leg, as) : null;
            responses.add(response(endpoint, joined, control));
        }
        return new JsonArray(responses);
    }

    private static JsonObject leg(JsonObject wanted, DialledEndpoint endpoint, Call call, CallControl control) {
        String account = call.account();
        Document conference = control.transaction().get(account, Conferences.TYPE, call.argument(0));
        String name = conference == null ? null : conference.open().text("name");
        return JsonObject.builder()
                .put("authorizing_id", Json.of(call.argument(0)))
                .put("authorizing_type", Json.of("conference"))
                .put("caller_id_name", wanted.has("caller_id_name") ? wanted.text("caller_id_name") : name)
                .put("caller_id_number", wanted.text("caller_id_number"))
                .put("custom_application_vars", call.data().object("custom_application_vars"))
                .putAll(endpoint.leg())
                .build();
    }

    private static JsonObject response(DialledEndpoint endpoint, @Nullable Channel joined, CallControl control) {
        String message = joined == null
                ? "failed to start call: the conference is not running"
                : "dial resulted in call id " + joined.id();
        return JsonObject.builder()
                .put("call_id", joined == null ? null : joined.id())
                .put("endpoint_id", endpoint.id())
                .put("job_id", control.transaction().newId())
                .put("message", message)
                .put("status", joined == null ? "error" : "success")
                .build();
    }
}
