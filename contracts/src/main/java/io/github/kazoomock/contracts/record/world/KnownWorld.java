package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a recording told of a server's world so far; the newest word holds. */
final class KnownWorld {
    /** Where documents are kept that belong to the master account, which may not be known yet. */
    static final String MASTER = "";

    final Map<String, KnownAccount> accounts = new LinkedHashMap<>();
    final Map<String, JsonObject> systemConfigs = new TreeMap<>();

    /** An account that is there, whatever else is known of it. */
    KnownAccount account(String id) {
        return accounts.computeIfAbsent(id, KnownAccount::new);
    }

    /** The ancestors of an account, the master first. */
    void tree(String account, List<String> ancestors) {
        List<String> line = new ArrayList<>(ancestors);
        line.add(account);
        for (int i = 1; i < line.size(); i++) {
            if (!line.get(i).equals(line.get(i - 1))) {
                account(line.get(i - 1));
                account(line.get(i)).parent = line.get(i - 1);
            }
        }
    }

    /** An account and what is below it are gone. */
    void forget(String account) {
        accounts.remove(account);
        List<String> below = accounts.values().stream()
                .filter(each -> account.equals(each.parent))
                .map(each -> each.id)
                .toList();
        below.forEach(this::forget);
    }

    /** Who has a document that only one account can have; the account itself when nobody has it. */
    KnownAccount owner(String collection, String id, String otherwise) {
        return accounts.values().stream()
                .filter(each -> each.documents(collection).containsKey(id))
                .findFirst()
                .orElseGet(() -> account(otherwise));
    }
}
