package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.AccountIndexes;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Accounts and their tree (accounts sheet, delta sheet 3). */
final class Accounts {
    private static final String NOUN = "accounts";
    private static final String ONE = NOUN + "/{ACCOUNT_ID}";

    private Accounts() {}

    static Noun noun(SchemaRegistry schemas) {
        List<Index> indexes = new ArrayList<>(AccountIndexes.ALL);
        indexes.add(AccountLists.CHILDREN);
        indexes.add(AccountLists.DESCENDANTS);
        List<Operation> operations = new ArrayList<>();
        operations.addAll(documents(schemas));
        operations.addAll(relatives());
        operations.addAll(privileges());
        return new Noun(NOUN, NOUN, Account.TYPE, AccountSchema.ID, indexes, operations);
    }

    private static List<Operation> documents(SchemaRegistry schemas) {
        AccountWrites writes = new AccountWrites(new AccountSchema(schemas), new AccountChecks());
        return List.of(
                document("create", Verb.PUT, NOUN, "Create New Account")
                        .access(Access.ANY_TOKEN)
                        .schema(AccountSchema.ID)
                        .handler(writes::create),
                document("create_child", Verb.PUT, ONE, "Create a new child account")
                        .schema(AccountSchema.ID)
                        .handler(writes::create),
                document("get", Verb.GET, ONE, "Fetch the account doc")
                        .handler((call, transaction) ->
                                new AccountView(call, transaction.world()).reply(asked(call, transaction))),
                document("update", Verb.POST, ONE, "Change the account doc")
                        .schema(AccountSchema.ID)
                        .handler(writes::change),
                document("patch", Verb.PATCH, ONE, "Patch the account doc")
                        .schema(AccountSchema.ID)
                        .handler(writes::change),
                document("delete", Verb.DELETE, ONE, "Remove an account")
                        .handler((call, transaction) -> AccountDeletion.delete(call, transaction, schemas)));
    }

    private static List<Operation> relatives() {
        return List.of(
                list("children", "Fetch immediate children of an account").handler(AccountLists::children),
                list("descendants", "Fetch all descendants of an account").handler(AccountLists::descendants),
                list("siblings", "Fetch sibling accounts").handler(AccountLists::siblings),
                list("parents", "Fetch the parent account IDs").handler(AccountAncestors::parents),
                list("tree", "Fetch an account's ancestor tree").handler(AccountAncestors::tree),
                document("move", Verb.POST, ONE + "/move", "Move an account").handler(AccountMove::move));
    }

    private static List<Operation> privileges() {
        return List.of(
                operation("get_api_key", Verb.GET, ONE + "/api_key", "Fetch the account's API key")
                        .handler(AccountApiKey::get),
                operation("renew_api_key", Verb.PUT, ONE + "/api_key", "Re-create the account's API key")
                        .handler(AccountApiKey::renew),
                document("promote", Verb.PUT, ONE + "/reseller", "Promote a reseller")
                        .access(Access.SUPERDUPER)
                        .handler(AccountReseller::promote),
                document("demote", Verb.DELETE, ONE + "/reseller", "Demote a reseller")
                        .access(Access.SUPERDUPER)
                        .handler(AccountReseller::demote));
    }

    private static Operation.Builder document(String action, Verb verb, String pattern, String section) {
        return operation(action, verb, pattern, section).shape(Shape.DOCUMENT).query("include_api_key");
    }

    private static Operation.Builder list(String relatives, String section) {
        return operation(relatives, Verb.GET, ONE + "/" + relatives, section).shape(Shape.LIST);
    }

    private static Operation.Builder operation(String action, Verb verb, String pattern, String section) {
        return Operation.of(NOUN + "." + action, verb, pattern)
                .evidence(Evidence.seed("accounts: " + section), Evidence.sheet("accounts 3"));
    }

    /** The account in the path. */
    static Account asked(Call call, Transaction transaction) {
        return transaction.existing(call.account());
    }

    static Problem hasDescendants() {
        return Problem.of(500, "account_has_descendants", "account has descendants");
    }
}
