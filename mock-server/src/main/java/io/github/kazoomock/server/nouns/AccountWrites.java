package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.Validation;
import io.github.kazoomock.server.auth.AccountStanding;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and changes accounts (accounts sheet 5, 7 and 8); their POST merges, unlike that of other documents. */
record AccountWrites(AccountSchema schema, AccountChecks checks) {

    /** A child of the account in the path, or of the caller's when there is none. */
    Outcome create(Call call, Transaction transaction) {
        Account parent = call.accountId() == null
                ? transaction.existing(call.knownCaller().accountId())
                : Accounts.asked(call, transaction);
        String id = AccountIds.of(call, transaction);
        List<String> tree = new ArrayList<>(parent.tree());
        tree.add(parent.id());
        JsonObject hidden = JsonObject.builder()
                .put(AccountKeys.TREE, Json.texts(tree))
                .put(AccountKeys.ENABLED, AccountStanding.enabled(parent))
                .put(AccountKeys.API_KEY, transaction.newSecret(64))
                .build();
        Draft draft = prepared(call, transaction, id, null, hidden);
        Validation validation = schema.validate(call, draft.open());
        draft = completed(draft, validation, validation.document());
        AccountIds.refuseImpossible(draft);
        Document created =
                Document.create(id, Account.TYPE, draft.open(), call.signed(draft.hidden()), transaction.now());
        transaction.put(id, created);
        AccountView view = new AccountView(call, transaction.world());
        Account made = transaction.existing(id);
        boolean resellerIsKnown = call.accountId() != null || call.does(Decision.NEW_ACCOUNTS_KNOW_THEIR_RESELLER);
        return (resellerIsKnown ? view.reply(made) : view.reply(made, null)).against(null);
    }

    /** POST and PATCH: what was not sent is kept; only a PATCH is checked together with what it is merged with. */
    Outcome change(Call call, Transaction transaction) {
        Account account = Accounts.asked(call, transaction);
        Document before = account.document();
        Draft draft = prepared(call, transaction, account.id(), before, before.hidden());
        Validation validation = schema.validate(call, draft.open());
        boolean nullsRemove = call.verb() == Verb.PATCH && call.does(Decision.ACCOUNT_NULLS_REMOVE);
        JsonObject merged = nullsRemove
                ? validation.document()
                : schema.validate(call, before.open().merge(draft.open())).document();
        draft = completed(draft, validation, merged);
        transaction.put(account.id(), before.next(draft.open(), call.signed(draft.hidden()), transaction.now()));
        return new AccountView(call, transaction.world())
                .reply(transaction.existing(account.id()))
                .against(before);
    }

    private Draft prepared(
            Call call, Transaction transaction, String id, @Nullable Document before, JsonObject hidden) {
        Faults faults = Faults.none(!call.does(Decision.EVERY_BROKEN_RULE_IS_REPORTED), true);
        JsonObject sent = AccountKeys.sent(call);
        Draft draft = Draft.of(call, transaction, id, before, sent, faults).withHidden(hidden);
        return checks.prepare(draft.withOpen(draft.asked()));
    }

    private Draft completed(Draft draft, Validation validation, JsonObject document) {
        draft.faults().add(validation.violations());
        Draft complete = checks.complete(draft.withOpen(document));
        complete.faults().refuse();
        return complete;
    }
}
