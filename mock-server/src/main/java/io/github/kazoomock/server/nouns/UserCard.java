package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The visiting card of a user, a vCard 3.0 (pbx sheet 1.6). */
final class UserCard {
    private static final int LONGEST_LINE = 75;
    private static final List<String> USUAL_ADDRESS = List.of("intl", "postal", "parcel", "work");

    private final JsonObject user;
    private final List<String> lines = new ArrayList<>();

    /** @param user with the keys of the profile over its own */
    private UserCard(JsonObject user) {
        this.user = user;
    }

    static Operation get() {
        return Operation.of("users.vcard", Verb.GET, "users/{USER_ID}/vcard")
                .shape(Shape.BINARY)
                .provides(List.of("text/x-vcard", "text/directory"))
                .evidence(Evidence.sheet("pbx 1.6"))
                .handler(UserCard::show);
    }

    private static Outcome show(Call call, Transaction transaction) {
        byte[] card = of(UserPhoto.user(call, transaction)).getBytes(StandardCharsets.UTF_8);
        return Reply.binary(new Data.Binary(Attachment.of(call.replyType(), card), null, false));
    }

    static String of(Document document) {
        JsonObject user = document.open().merge(document.open().object("profile"));
        UserCard card = new UserCard(user);
        card.write(document.attachments().get(UserPhoto.NAME));
        return String.join("\n", card.lines);
    }

    private void write(@Nullable Attachment photo) {
        add("BEGIN", "VCARD");
        add("VERSION", "3.0");
        add("FN", " ", "first_name", "middle_name", "last_name");
        add("N", ";", "last_name", "first_name", "middle_name");
        add("ORG", "", "org");
        if (photo != null && photo.contentType().equals("image/jpeg")) {
            add("PHOTO;ENCODING=B;TYPE=JPEG", Base64.getEncoder().encodeToString(photo.bytes()));
        }
        add("EMAIL", "", "email");
        add("BDAY", "", "birthday");
        add("NOTE", "", "note");
        add("TITLE", "", "title");
        add("ROLE", "", "role");
        add("TZ", "", "timezone");
        add("NICKNAME", escaped(user.array("nicknames").texts(), ","));
        add("TEL", escaped(number("internal"), ""));
        add("TEL", escaped(number("external"), ""));
        addresses().forEach(address -> add("ADR;TYPE=" + types(address), escaped(texts(address, "address"), "")));
        add("END", "VCARD");
    }

    /** A line of the values that there are; none when there is no value. */
    private void add(String name, String separator, String... keys) {
        add(name, escaped(texts(user, keys), separator));
    }

    /** A line, folded; none without a value. */
    private void add(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(folded(name + ":" + value));
        }
    }

    private static List<String> texts(JsonObject object, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> Stream.ofNullable(object.text(key)))
                .toList();
    }

    private List<String> number(String kind) {
        return Stream.of(user.text("caller_id", kind), user.text("caller_id", kind, "number"))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** In the profile they are a list, on newer users below a key of their own. */
    private List<JsonObject> addresses() {
        Json written = user.get("addresses");
        JsonArray list = written instanceof JsonArray array ? array : user.array("addresses", "vcard");
        return list.values().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String types(JsonObject address) {
        return String.join(",", address.has("types") ? address.array("types").texts() : USUAL_ADDRESS);
    }

    private static String escaped(List<String> values, String separator) {
        return values.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> value.replaceAll("[:;,]", "\\\\$0").replaceAll("\\R", "\\\\n"))
                .collect(Collectors.joining(separator));
    }

    /** The lines after the first begin with a space. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int[] characters = line.codePoints().toArray();
        for (int at = 0; at < characters.length; at += LONGEST_LINE) {
            folded.append(at == 0 ? "" : "\n ");
            folded.append(new String(characters, at, Math.min(LONGEST_LINE, characters.length - at)));
        }
        return folded.toString();
    }
}
