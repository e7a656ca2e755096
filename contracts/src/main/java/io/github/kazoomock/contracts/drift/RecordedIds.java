package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.record.Exchange;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.server.export.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a recording that another world does not have: where a reply showed them first, and holes for them in the
 * requests that came later.
 */
final class RecordedIds {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    /** An id that a reply showed: its hole, and the number of that reply. */
    private record Seen(String hole, int turn) {}

    private final Map<String, Seen> seen = new HashMap<>();
    private final List<Map<String, String>> kept = new ArrayList<>();
    private final @Nullable String account;

    private RecordedIds(@Nullable String account) {
        this.account = account;
    }

    /** @param isOther true when no id of the recording is known; else only new ones are not */
    static RecordedIds of(List<Exchange> exchanges, boolean isOther) {
        RecordedIds ids = new RecordedIds(isOther ? firstAccount(exchanges) : null);
        for (int i = 0; i < exchanges.size(); i++) {
            Exchange exchange = exchanges.get(i);
            Map<String, String> here = new LinkedHashMap<>();
            boolean isNew = (exchange.status() == CREATED || exchange.status() == ACCEPTED)
                    && !RecordedLogins.isLogin(exchange); // which tells of who was there before
            Json reply = exchange.response().json();
            if (reply instanceof JsonObject envelope && (isOther || isNew)) {
                ids.look(envelope.object("data"), "/data", i, here);
                ids.look(envelope.array("data"), "/data", i, here);
            }
            ids.kept.add(here);
        }
        return ids;
    }

    /** The account in which most of a recording happens comes first, as clients load it after their login. */
    private static @Nullable String firstAccount(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(each -> each.path().split("/"))
                .filter(steps -> steps.length > 3 && steps[2].equals("accounts"))
                .map(steps -> steps[3])
                .findFirst()
                .orElse(null);
    }

    private void look(Json json, String where, int turn, Map<String, String> here) {
        if (json instanceof JsonObject object) {
            object.forEach((key, value) -> look(value, where + Pointer.step(key), turn, here));
        } else if (json instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                look(array.get(i), where + "/" + i, turn, here);
            }
        } else {
            String text = json.text();
            if (text != null && Form.of(text) == Form.ID && !seen.containsKey(text) && !text.equals(account)) {
                String hole = "ID_" + (seen.size() + 1);
                seen.put(text, new Seen(hole, turn));
                here.put(hole, where);
            }
        }
    }

    /** What the reply to a request gives later ones. */
    Map<String, String> kept(int turn) {
        return kept.get(turn);
    }

    /** The request with holes for ids that earlier replies showed. */
    Request asked(Request request, int turn) {
        byte[] body = request.isJson()
                ? holes(new String(request.body(), StandardCharsets.UTF_8), turn)
                        .getBytes(StandardCharsets.UTF_8)
                : request.body();
        return new Request(
                request.method(),
                holes(request.path(), turn),
                request.query().stream()
                        .map(each -> new Request.Parameter(each.name(), holes(each.value(), turn)))
                        .toList(),
                request.headers(),
                body);
    }

    private String holes(String text, int turn) {
        return Shown.ID.matcher(text).replaceAll(id -> Matcher.quoteReplacement(hole(id.group(), turn)));
    }

    private String hole(String id, int turn) {
        if (id.equals(account)) {
            return "${ACCOUNT_ID}";
        }
        Seen known = seen.get(id);
        return known == null || known.turn >= turn ? id : "${" + known.hole + "}";
    }
}
