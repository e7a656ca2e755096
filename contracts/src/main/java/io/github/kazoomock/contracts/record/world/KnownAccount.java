package io.github.kazoomock.contracts.record.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of an account so far. */
final class KnownAccount {
    final String id;
    KnownDocument document = KnownDocument.UNKNOWN;

    @Nullable
    String parent;

    @Nullable
    String reseller;

    /** Its reseller is not the master, else its billing mode were another (accounts sheet 4). */
    boolean isBilledByHand;

    private final Map<String, Map<String, KnownDocument>> collections = new TreeMap<>();

    KnownAccount(String id) {
        this.id = id;
    }

    /** The documents of one type by id; can be changed. */
    Map<String, KnownDocument> documents(String collection) {
        return collections.computeIfAbsent(collection, any -> new LinkedHashMap<>());
    }

    Map<String, Map<String, KnownDocument>> all() {
        return collections;
    }

    /** Something new about a document, perhaps that there is one. */
    void learn(String collection, String id, UnaryOperator<KnownDocument> news) {
        documents(collection).merge(id, news.apply(KnownDocument.UNKNOWN), (known, fresh) -> news.apply(known));
    }

    void forget(String collection, String id) {
        documents(collection).remove(id);
    }
}
