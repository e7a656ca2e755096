package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents in the order in which a list shows them. */
public interface View {
    /** Sorts after every other character. */
    String LAST = "\uffff";

    /**
     * One document in its place.
     *
     * @param key what paging keys are made of
     */
    record Entry(String account, Document document, Json key) {}

    /**
     * The entries from a key on, or all of them.
     *
     * @param start where to begin, itself included; null, or a key of another shape, for the first
     */
    Stream<Entry> from(@Nullable Json start, boolean descending);

    /** The documents of one type in an account, by id. */
    static View byId(World world, String account, String type) {
        return (start, descending) -> {
            Account owner = world.account(account);
            if (owner == null) {
                return Stream.of();
            }
            NavigableMap<String, Document> shelf = owner.shelf(type);
            NavigableMap<String, Document> ordered = descending ? shelf.descendingMap() : shelf;
            String id = start == null ? null : start.text();
            return (id == null ? ordered : ordered.tailMap(id, true))
                    .values().stream().map(document -> new Entry(account, document, Json.of(document.id())));
        };
    }

    /** The documents of one type outside of accounts, by id. */
    static View system(World world, String type) {
        return (start, descending) -> {
            TreeMap<String, Document> byId = new TreeMap<>();
            world.systemDocuments(type).forEach(document -> byId.put(document.id(), document));
            NavigableMap<String, Document> ordered = descending ? byId.descendingMap() : byId;
            String id = start == null ? null : start.text();
            return (id == null ? ordered : ordered.tailMap(id, true))
                    .values().stream().map(document -> new Entry("", document, Json.of(document.id())));
        };
    }

    /** The documents with one key in an index, by id; the key names an account, so all of them are in it. */
    static View byKey(World world, Index index, String key) {
        return (start, descending) -> {
            TreeMap<String, Ref> byId = new TreeMap<>();
            world.find(index, key).forEach(ref -> byId.put(ref.id(), ref));
            NavigableMap<String, Ref> ordered = descending ? byId.descendingMap() : byId;
            String id = start == null ? null : start.text();
            return (id == null ? ordered : ordered.tailMap(id, true))
                    .values().stream()
                            .flatMap(ref -> Stream.ofNullable(world.get(ref))
                                    .map(document -> new Entry(ref.account(), document, Json.of(ref.id()))));
        };
    }

    /** Those documents of a type in an account whose ids are given, by id. */
    static View ofIds(World world, String account, String type, Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        View all = byId(world, account, type);
        return (start, descending) -> all.from(start, descending)
                .filter(entry -> wanted.contains(entry.document().id()));
    }

    /** Documents of one account by the time of their creation. */
    static View byTime(String account, Collection<Document> documents) {
        return byTime(account, documents, Document::created);
    }

    /** Documents of one account by a time of theirs. */
    static View byTime(String account, Collection<Document> documents, ToLongFunction<Document> time) {
        Comparator<Document> byTime = Comparator.comparingLong(time).thenComparing(Document::id);
        return (start, descending) -> {
            List<Entry> entries = documents.stream()
                    .sorted(descending ? byTime.reversed() : byTime)
                    .map(document -> new Entry(
                            account,
                            document,
                            JsonArray.of(Json.of(time.applyAsLong(document)), Json.of(document.id()))))
                    .toList();
            if (!(start instanceof JsonArray pair) || pair.size() != 2) {
                return entries.stream();
            }
            return entries.stream().dropWhile(entry -> !entry.key().equals(pair));
        };
    }

    /**
     * The documents of an index under one prefix, ordered by a text of theirs and then by id.
     *
     * @param index its keys are the prefix and the {@link Collation} key of that text
     * @param text what the documents are ordered by
     */
    static View byText(World world, Index index, String prefix, Function<Document, String> text) {
        return (start, descending) -> {
            NavigableMap<String, Ref> range = world.range(index, prefix + Index.SEPARATOR);
            NavigableMap<String, Ref> ordered = descending ? range.descendingMap() : range;
            if (!(start instanceof JsonArray pair) || pair.texts().size() != 2) {
                return entries(world, ordered, text);
            }
            String at =
                    Index.key(index.name(), prefix, Collation.key(pair.texts().get(0)));
            return entries(world, ordered.tailMap(descending ? at + LAST : at, true), text)
                    .dropWhile(entry -> isBefore(entry, pair, descending));
        };
    }

    private static Stream<Entry> entries(
            World world, NavigableMap<String, Ref> ordered, Function<Document, String> text) {
        return ordered.values().stream().map(ref -> {
            Document document = world.get(ref);
            if (document == null) {
                throw new IllegalStateException("an index points at nothing: " + ref);
            }
            Json key = JsonArray.of(Json.of(text.apply(document)), Json.of(document.id()));
            return new Entry(ref.account(), document, key);
        });
    }

    /** True for entries with the text of the start whose ids come before its id. */
    private static boolean isBefore(Entry entry, JsonArray start, boolean descending) {
        int order = entry.document().id().compareTo(start.texts().get(1));
        return entry.key() instanceof JsonArray key
                && key.get(0).equals(start.get(0))
                && (descending ? order > 0 : order < 0);
    }
}
