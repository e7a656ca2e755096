package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Index;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What saving a mailbox does besides the schema (pbx sheet 4.3, delta sheet 5.4, decision R15). */
final class VmboxChecks implements Checks {
    /** Number and aliases as they are written. */
    static final Index NUMBER = new Index(
            "vmboxes/number",
            Vmboxes.TYPE,
            (account, box) -> numbers(box.open())
                    .distinct()
                    .map(number -> Index.key(account, number))
                    .toList());

    /** The number by its value; 5.0 compares so. */
    static final Index INTEGER = new Index(
            "vmboxes/integer",
            Vmboxes.TYPE,
            (account, box) -> Stream.ofNullable(integer(box.open()))
                    .map(number -> Index.key(account, number))
                    .toList());

    private static final String OLD_ADDRESS = "notify_email_address";
    private static final String ADDRESSES = "notify_email_addresses";

    @Override
    public Draft prepare(Draft draft) {
        Draft next = draft;
        if (rewrites(draft.call(), next.open())) {
            Json address = next.open().get(OLD_ADDRESS);
            Json list = address instanceof JsonArray || address == null ? address : JsonArray.of(address);
            next = next.withOpen(next.open().without(OLD_ADDRESS));
            next = list == null ? next : next.withOpen(next.open().with(list, ADDRESSES));
        }
        if (!draft.call().does(Decision.MAILBOXES_HAVE_ALIASES)) {
            next = next.withOpen(next.open().without("messages"));
        }
        boolean transcribes =
                new Settings(draft.transaction().world()).isSet("callflow", "voicemail", "transcribe_default");
        if (transcribes && !next.open().has("transcribe")) {
            next = next.withOpen(next.open().with(Json.of(true), "transcribe"));
        }
        checkNumber(next);
        checkFormat(next);
        return next;
    }

    /** True where a request has the older key and the profile rewrites it. */
    static boolean rewrites(Call call, JsonObject box) {
        return box.has(OLD_ADDRESS) && !call.does(Decision.MAILBOXES_HAVE_ALIASES);
    }

    private static void checkNumber(Draft draft) {
        String account = draft.call().account();
        if (draft.call().does(Decision.MAILBOXES_HAVE_ALIASES)) {
            boolean taken = numbers(draft.open()).anyMatch(number -> draft.isTaken(NUMBER, Index.key(account, number)));
            if (taken) {
                draft.faults().add("mailbox", "unique", "Invalid mailbox number, alias or already exists");
            }
            return;
        }
        String number = integer(draft.open());
        if (number != null && draft.isTaken(INTEGER, Index.key(account, number))) {
            draft.faults().add("mailbox", "unique", "Invalid mailbox number or already exists");
        }
    }

    private static void checkFormat(Draft draft) {
        String format = new Settings(draft.transaction().world()).text("", "crossbar.voicemail", "transcribe_format");
        if (format.isEmpty() || !draft.open().isTrue("transcribe")) {
            return;
        }
        String extension = draft.open().textOr("media_extension", "mp3");
        if (!extension.equals(format)) {
            String message = "if you want transcribe message, then use '" + format + "' media extension";
            draft.faults().add("media_extension", "invalid", message);
        }
    }

    private static Stream<String> numbers(JsonObject box) {
        return Stream.concat(Stream.ofNullable(box.text("mailbox")), box.array("aliases").texts().stream());
    }

    private static @Nullable String integer(JsonObject box) {
        String number = box.textOr("mailbox", "");
        return number.matches("[0-9]+") ? new BigInteger(number).toString() : null;
    }
}
