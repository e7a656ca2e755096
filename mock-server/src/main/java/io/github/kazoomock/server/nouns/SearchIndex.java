package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.auth.Logins;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What documents of one type can be found by.
 *
 * @param query {@code name}, {@code number}, ...
 */
record SearchIndex(String type, String query) {
    private static final String NAME = "name";
    private static final String NUMBER = "number";
    private static final String REALM = "realm";
    private static final String ID = "id";
    private static final String BOTH = "name_and_number";

    /** What documents of a type can be found by at all. */
    static List<String> queries(String type) {
        return type.equals(Account.TYPE) ? List.of(NAME, REALM, ID) : List.of(NAME, NUMBER, BOTH);
    }

    /** The documents whose key begins with a value, written in any way; of accounts those below the given one. */
    View view(World world, String account, String value) {
        String prefix = Logins.normalized(value);
        return (start, descending) -> {
            Comparator<View.Entry> order = Comparator.comparing(entry -> place(entry.key()));
            return documents(world, account)
                    .flatMap(document -> keys(document).stream()
                            .filter(key -> key.startsWith(prefix))
                            .distinct()
                            .map(key -> new View.Entry(
                                    type.equals(Account.TYPE) ? document.id() : account,
                                    document,
                                    JsonArray.of(Json.of(key), Json.of(document.id())))))
                    .sorted(descending ? order.reversed() : order)
                    .filter(entry -> !isBefore(entry.key(), start, descending));
        };
    }

    private Stream<Document> documents(World world, String account) {
        return type.equals(Account.TYPE)
                ? world.range(AccountLists.DESCENDANTS, account + Index.SEPARATOR).values().stream()
                        .map(world::get)
                        .filter(Objects::nonNull)
                : world.existing(account).shelf(type).values().stream();
    }

    private static String place(Json key) {
        return key instanceof JsonArray parts ? Index.key(parts.texts().toArray(String[]::new)) : "";
    }

    private static boolean isBefore(Json key, @Nullable Json start, boolean descending) {
        int order = start instanceof JsonArray ? place(key).compareTo(place(start)) : 0;
        return descending ? order > 0 : order < 0;
    }

    private List<String> keys(Document document) {
        JsonObject open = document.open();
        return switch (query) {
            case NUMBER -> numbers(open);
            case BOTH ->
                Stream.concat(Stream.of(Logins.normalized(name(document))), numbers(open).stream())
                        .toList();
            case REALM -> List.of(Logins.normalized(open.textOr(REALM, "")));
            case ID -> List.of(Logins.normalized(document.id()));
            default -> List.of(Logins.normalized(name(document)));
        };
    }

    private static List<String> numbers(JsonObject open) {
        return open.array("numbers").texts().stream().map(Logins::normalized).toList();
    }

    /** A document without any name is found by its id. */
    private static String name(Document document) {
        JsonObject open = document.open();
        String person = (open.textOr("first_name", "") + " " + open.textOr("last_name", "")).strip();
        return open.textOr("name", person.isEmpty() ? document.id() : person);
    }

    JsonObject row(World world, Document document) {
        JsonObject open = document.open();
        JsonObject.Builder row = JsonObject.builder().put("id", document.id());
        if (type.equals(Account.TYPE)) {
            Account account = world.account(document.id());
            return row.putIfPresent("name", open.get("name"))
                    .putIfPresent("realm", open.get("realm"))
                    .put("descendants_count", account == null ? 0 : account.descendants())
                    .build();
        }
        if (query.equals(NUMBER)) {
            row.putIfPresent("name", open.get("name"));
        } else {
            row.put("name", name(document));
            row.putIfPresent("first_name", part(open, "first_name")).putIfPresent("last_name", part(open, "last_name"));
        }
        return query.equals(NAME)
                ? row.build()
                : row.putIfPresent("numbers", open.get("numbers")).build();
    }

    /** People's names are shown as they are compared. */
    private static @Nullable Json part(JsonObject open, String key) {
        boolean isPerson = open.has("first_name") || open.has("last_name");
        return isPerson ? Json.of(Logins.normalized(open.textOr(key, ""))) : null;
    }
}
