package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.numbers.Features;
import io.github.kazoomock.server.numbers.NumberFault;
import io.github.kazoomock.server.numbers.NumberState;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.List;
import java.util.SortedSet;

/** How replies show a number, and why there is none (admin sheet 1.2 and 1.10, decision R10). */
record NumberView(Call call, NumberSettings settings) {
    /** Not the client's to set; it may send what it read. */
    static final List<String> COMPUTED = List.of("state", "used_by", "features");

    /** The reply that shows one number. */
    Reply reply(PhoneNumber number) {
        Reply plain = Reply.document(number.document());
        return call.does(Decision.NUMBERS_HAVE_METADATA)
                ? plain.withData(new Data.OneDocument(number.document(), computed(number)))
                        .withMetadata(beside(number))
                : plain.withData(new Data.OneDocument(number.document(), withReadOnly(number)));
    }

    /** One of several numbers in a reply. */
    JsonObject whole(PhoneNumber number) {
        JsonObject open = number.document().visible();
        return open.plus(call.does(Decision.NUMBERS_HAVE_METADATA) ? computed(number) : withReadOnly(number));
    }

    /** A row of the list. */
    JsonObject row(PhoneNumber number) {
        JsonObject hidden = number.document().hidden();
        return JsonObject.builder()
                .put("state", number.state().spelt())
                .put("features", texts(Features.active(number)))
                .put("features_allowed", hidden.array(Features.ALLOWED))
                .put("features_denied", hidden.array(Features.DENIED))
                .put("features_available", texts(available(number)))
                .put("assigned_to", number.owner())
                .put("used_by", number.usedBy())
                .put("created", number.document().created())
                .put("updated", number.document().modified())
                .build();
    }

    /** What stands in the number but is not stored there. */
    JsonObject computed(PhoneNumber number) {
        SortedSet<String> active = Features.active(number);
        return JsonObject.builder()
                .put("state", number.state().spelt())
                .put("used_by", number.usedBy())
                .putIfPresent("features", active.isEmpty() ? null : texts(active))
                .build();
    }

    private JsonObject withReadOnly(PhoneNumber number) {
        JsonObject times = JsonObject.of(
                "created",
                Json.of(number.document().created()),
                "modified",
                Json.of(number.document().modified()));
        return computed(number).with(times.plus(beside(number).without("state")), "_read_only");
    }

    private JsonObject beside(PhoneNumber number) {
        SortedSet<String> available = available(number);
        JsonObject.Builder beside = JsonObject.builder()
                .put("state", number.state().spelt())
                .put(
                        "features",
                        JsonObject.of("available", texts(available), "settings", Features.settings(number, available)))
                .put("carrier_module", number.carrier().name());
        return number.state() == NumberState.DELETED
                ? beside.put("is_deleted", true).build()
                : beside.build();
    }

    private SortedSet<String> available(PhoneNumber number) {
        return Features.available(
                number, settings.features(number.owner()), call.knownCaller().superduper());
    }

    private static JsonArray texts(SortedSet<String> texts) {
        return Json.texts(List.copyOf(texts));
    }

    /** The refusal of a request that was about this number alone. */
    Problem problem(String number, NumberFault fault) {
        return fault.error().equals("not_found")
                ? unknown(number)
                : new Problem(fault.code(), fault.error(), fault.json());
    }

    /** Of a number that is not there, or not for the caller to see. */
    Problem unknown(String number) {
        JsonObject.Builder data =
                JsonObject.builder().put("message", "bad identifier").put("not_found", "The number could not be found");
        if (call.does(Decision.NUMBERS_HAVE_METADATA)) {
            data.put("cause", number);
        }
        return new Problem(404, Problems.badIdentifier(number).message(), data.build());
    }

    /** Why nothing was done with one of several numbers; 5.0 has but a name for two of the reasons. */
    Json error(NumberFault fault) {
        boolean bare = !call.does(Decision.FAILED_NUMBERS_ARE_OBJECTS)
                && (fault.error().equals("not_found") || fault.error().equals("not_reconcilable"));
        return bare ? Json.of(fault.error()) : fault.json();
    }
}
