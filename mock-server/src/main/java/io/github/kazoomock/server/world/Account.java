package io.github.kazoomock.server.world;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * One tenant with all its documents.
 *
 * @param tree ids of its ancestors, the master first; empty for the master
 * @param descendants how many accounts have this one in their tree
 * @param shelves documents by type and id
 * @param deleted soft-deleted documents by id: out of every list, but the id stays taken
 * @param entries what happened to it, in the order in which it did
 */
public record Account(
        String id,
        List<String> tree,
        int descendants,
        TreePMap<String, TreePMap<String, Document>> shelves,
        TreePMap<String, Document> deleted,
        TreePVector<Entry> entries) {

    /** The type of the account's own document. */
    public static final String TYPE = "account";

    /** The private key of its document with the ids of its ancestors. */
    public static final String TREE = "pvt_tree";

    static Account empty(String id) {
        return new Account(id, List.of(), 0, TreePMap.empty(), TreePMap.empty(), TreePVector.empty());
    }

    /** Documents of a type, by id; not to be changed. */
    public NavigableMap<String, Document> shelf(String type) {
        return persistent(type);
    }

    /** The types of documents that it has any of. */
    public Set<String> types() {
        return shelves.keySet();
    }

    /** What happened to it, in the order in which it did; not to be changed. */
    public List<Entry> history() {
        return entries;
    }

    private TreePMap<String, Document> persistent(String type) {
        return shelves.getOrDefault(type, TreePMap.empty());
    }

    public @Nullable Document get(String type, String id) {
        return shelf(type).get(id);
    }

    /** Whether a soft-deleted document has the id. */
    public boolean hasDeleted(String id) {
        return deleted.containsKey(id);
    }

    /** The account's own document. */
    public Document document() {
        Document own = get(TYPE, id);
        if (own == null) {
            throw new IllegalStateException("account " + id + " has no document");
        }
        return own;
    }

    /** The nearest ancestor; null for the master. */
    public @Nullable String parent() {
        return tree.isEmpty() ? null : tree.get(tree.size() - 1);
    }

    Account with(Document document) {
        return withShelf(document.type(), persistent(document.type()).plus(document.id(), document));
    }

    Account without(Document document) {
        return withShelf(document.type(), persistent(document.type()).minus(document.id()));
    }

    Account withDeleted(Document document) {
        return new Account(id, tree, descendants, shelves, deleted.plus(document.id(), document), entries);
    }

    Account withTree(List<String> newTree) {
        return new Account(id, newTree, descendants, shelves, deleted, entries);
    }

    Account withDescendants(int change) {
        return new Account(id, tree, descendants + change, shelves, deleted, entries);
    }

    Account withEntry(Entry entry) {
        return new Account(id, tree, descendants, shelves, deleted, entries.plus(entry));
    }

    private Account withShelf(String type, TreePMap<String, Document> shelf) {
        return new Account(
                id,
                tree,
                descendants,
                shelf.isEmpty() ? shelves.minus(type) : shelves.plus(type, shelf),
                deleted,
                entries);
    }
}
