package io.github.kazoomock.contracts.check;

import io.github.kazoomock.contracts.check.Places.Place;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.NearestWord;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a consumer reads of one reply, against what such replies can have. */
final class ReplyCheck {
    private final Replies replies;
    private final Use use;
    private final Operation operation;
    private final Written written;
    private final List<Finding> findings = new ArrayList<>();

    private ReplyCheck(Replies replies, Use use, Operation operation, Written written) {
        this.replies = replies;
        this.use = use;
        this.operation = operation;
        this.written = written;
    }

    /** @param written what the consumer itself stores, which then can be read */
    static List<Finding> of(Replies replies, Use use, Operation operation, Written written) {
        ReplyCheck check = new ReplyCheck(replies, use, operation, written);
        if (use.isRecorded()) {
            return List.of(); // what came, came: nobody says what was read of it
        }
        Finding status = Statuses.check(use);
        if (status != null) {
            check.findings.add(status);
        }
        boolean isFile = operation.shape() == Operation.Shape.BINARY;
        if (use.reply() instanceof JsonObject envelope && !isFile) {
            check.envelope(envelope);
        }
        return check.findings;
    }

    private void envelope(JsonObject reply) {
        boolean isSuccess = use.status() < 400;
        boolean isShaped = use.query().containsKey("fields") || use.query().containsKey("full_docs");
        for (String key : keys(reply, List.of())) {
            if (isShaped && key.equals("data")) {
                continue; // the client said what rows have
            }
            List<String> place = List.of(key);
            Place below = isSuccess ? replies.inEnvelope(operation, key) : Replies.inRefusal(key);
            Json value = reply.get(key);
            if (below == null) {
                if (isSuccess) {
                    unknown(place, replies.envelopeKeys(operation), "a key of the envelope");
                }
            } else if (value != null) {
                walk(below, value, place);
            }
        }
    }

    private void walk(Place place, Json value, List<String> at) {
        String wanted = Types.wanted(value, use.rules().at(at));
        Set<String> types = place.types();
        if (wanted != null
                && !types.isEmpty()
                && !Types.fits(wanted, types)
                && !Types.fits(wanted, place.seen().types())) {
            findings.add(new Finding("wrong type", where(at), LineCheck.either(sorted(types)), wanted));
            return;
        }
        List<Json> values = place.values();
        if (!values.isEmpty() && value.text() != null && use.rules().isLiteral(at) && !values.contains(value)) {
            String allowed =
                    LineCheck.either(values.stream().map(Json::toString).toList());
            findings.add(new Finding("value that no reply has", where(at), allowed, value.toString()));
        }
        if (value instanceof JsonObject object) {
            object(place, object, at);
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(replies.places().items(place), array.get(i), and(at, String.valueOf(i)));
            }
        }
    }

    private void object(Place place, JsonObject object, List<String> at) {
        if (place.isUnknown() || use.rules().hasFreeKeys(at)) {
            return;
        }
        for (String key : keys(object, at)) {
            Place below = replies.places().key(place, key);
            Json value = object.get(key);
            if (below != null) {
                if (value != null) {
                    walk(below, value, and(at, key));
                }
            } else if (!place.isFree() && !written.has(operation, key) && isMistake(place, key)) {
                unknown(and(at, key), place.names(), "a field that replies of " + operation.id() + " have");
            }
        }
    }

    /** Where only examples tell what there is, nothing but a slip of the pen is certain. */
    private static boolean isMistake(Place place, String key) {
        return place.isDeclared()
                || place.names().stream()
                        .anyMatch(name -> name.length() > 3
                                && NearestWord.distance(key, name) == 1
                                && !(key + "s").equals(name)
                                && !key.equals(name + "s"));
    }

    private void unknown(List<String> at, Set<String> known, String usual) {
        String key = at.get(at.size() - 1);
        String meant = LineCheck.nearest(key, known, usual);
        findings.add(new Finding("field that no reply has", where(at), meant, "a field that is never there"));
    }

    /** Keys of the example, and those that rules speak of. */
    private Set<String> keys(JsonObject object, List<String> at) {
        Set<String> keys = new TreeSet<>(object.keys());
        keys.addAll(use.rules().namesBelow(at));
        return keys;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private static List<String> and(List<String> at, String step) {
        List<String> below = new ArrayList<>(at);
        below.add(step);
        return below;
    }

    private static String where(List<String> at) {
        return "response body /"
                + String.join("/", at.stream().map(Masked::word).toList());
    }
}
