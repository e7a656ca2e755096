package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Collation;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import java.util.Comparator;
import java.util.List;

/** A directory to be printed: who is in it and how each is reached (pbx sheet 7). */
final class DirectoryPdf {
    static final List<String> TYPES = List.of("application/pdf", "application/x-pdf");

    private DirectoryPdf() {}

    /**
     * The file.
     *
     * @param members the users in it
     * @param type which of {@link #TYPES} the client wants
     */
    static Data of(Account account, Document directory, List<Document> members, String type) {
        String sortBy = directory.open().textOr("sort_by", "last_name");
        String other = sortBy.equals("last_name") ? "first_name" : "last_name";
        List<String> lines = members.stream()
                .sorted(Comparator.comparing(
                        user -> Collation.key(name(user, sortBy) + " " + name(user, other) + " " + user.id())))
                .map(user -> line(account, directory, user, sortBy, other))
                .toList();
        byte[] file = Pdf.of(directory.open().textOr("name", ""), lines);
        String name = account.document().open().textOr("name", "").replaceAll("[\\p{Cntrl}\"\\\\]", "_");
        return new Data.Binary(Attachment.of(type, file), "attachment; filename=\"" + name + "-directory.pdf\"", false);
    }

    private static String line(Account account, Document directory, Document user, String sortBy, String other) {
        String comma = sortBy.equals("last_name") ? ", " : " ";
        String numbers = numbers(account, user.open().object("directories").textOr(directory.id(), ""));
        String line = name(user, sortBy) + comma + name(user, other);
        return numbers.isEmpty() ? line : line + "   " + numbers;
    }

    /** The numbers of the callflow that reaches a user. */
    private static String numbers(Account account, String callflow) {
        Document found = account.get("callflow", callflow);
        JsonObject flow = found == null ? JsonObject.EMPTY : found.open();
        return String.join(", ", flow.array("numbers").texts());
    }

    private static String name(Document user, String key) {
        return user.open().textOr(key, "");
    }
}
