package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Attachment;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user as a card that address books read, version 3.0 (pbx sheet 1.6). */
final class VCard {
    private static final int WIDTH = 75;

    private final List<String> lines = new ArrayList<>();

    private VCard() {}

    /**
     * The text of the card; what is not known has no line.
     *
     * @param user its {@code profile} says more, and wins
     */
    static String of(JsonObject user, @Nullable String organisation, @Nullable Attachment photo) {
        JsonObject person = user.plus(user.object("profile"));
        VCard card = new VCard();
        card.lines.add("BEGIN:VCARD");
        card.lines.add("VERSION:3.0");
        card.names(person);
        card.line("ORG", organisation);
        card.photo(photo);
        card.line("EMAIL", person.text("email"));
        card.line("BDAY", person.text("birthday"));
        card.line("NOTE", person.text("note"));
        card.line("TITLE", person.text("title"));
        card.line("ROLE", person.text("role"));
        card.line("TZ", person.text("timezone"));
        card.joined("NICKNAME", ",", person.array("nicknames").texts());
        for (String kind : List.of("internal", "external")) {
            JsonObject callerId = person.object("caller_id");
            String number = callerId.text(kind);
            card.line("TEL", number == null ? callerId.text(kind, "number") : number);
        }
        addresses(user).forEach(address -> card.address((JsonObject) address));
        card.lines.add("END:VCARD");
        return card.lines.stream().map(VCard::folded).collect(Collectors.joining("\n")) + "\n";
    }

    private void names(JsonObject person) {
        String first = person.text("first_name");
        String middle = person.text("middle_name");
        String last = person.text("last_name");
        joined("FN", " ", present(first, middle, last));
        joined("N", ";", present(last, first, middle));
    }

    private void photo(@Nullable Attachment photo) {
        if (photo != null && photo.contentType().equals("image/jpeg")) {
            lines.add("PHOTO;ENCODING=B;TYPE=JPEG:" + Base64.getEncoder().encodeToString(photo.bytes()));
        }
    }

    /** Those of the profile, or those that the user has for its card. */
    private static Stream<Json> addresses(JsonObject user) {
        JsonArray ofProfile = user.array("profile", "addresses");
        JsonArray known = ofProfile.size() > 0 ? ofProfile : user.array("addresses", "vcard");
        return known.values().stream().filter(JsonObject.class::isInstance);
    }

    private void address(JsonObject address) {
        String types = String.join(",", address.array("types").texts());
        line(types.isEmpty() ? "ADR" : "ADR;TYPE=" + types, address.text("address"));
    }

    private void line(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            lines.add(name + ":" + escaped(value));
        }
    }

    private void joined(String name, String separator, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(name + ":" + values.stream().map(VCard::escaped).collect(Collectors.joining(separator)));
        }
    }

    private static List<String> present(@Nullable String... values) {
        return Stream.of(values).filter(Objects::nonNull).toList();
    }

    private static String escaped(String value) {
        return value.replaceAll("([:;,])", "\\\\$1");
    }

    /** Long lines go on behind a line break and a space. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int at = 0;
        while (line.length() - at > WIDTH) {
            folded.append(line, at, at + WIDTH).append("\n ");
            at += WIDTH;
        }
        return folded.append(line.substring(at)).toString();
    }
}
