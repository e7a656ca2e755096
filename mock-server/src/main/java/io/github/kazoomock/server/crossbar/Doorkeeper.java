package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.auth.Credential;
import io.github.kazoomock.server.auth.Identities;
import io.github.kazoomock.server.auth.Identity;
import io.github.kazoomock.server.journal.Check;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Option;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks, about which account, whether they may, and what it costs (steps 7 and 10 to 12 of core sheet 1). */
final class Doorkeeper {
    private final Identities identities;
    private final Incoming in;
    private final Sandbox sandbox;
    private final World world;
    private final Instant now;
    private final Progress progress;
    private @Nullable Account account;

    Doorkeeper(Identities identities, Incoming in, Sandbox sandbox, Instant now, Progress progress) {
        this.identities = identities;
        this.in = in;
        this.sandbox = sandbox;
        this.world = sandbox.world();
        this.now = now;
        this.progress = progress;
    }

    /** Whoever the token belongs to; null when it is no good, which may not matter. */
    @Nullable
    Caller recognize(Credential credential) {
        Identities.Rules rules = new Identities.Rules(
                sandbox.has(Option.BEARER_JWT),
                does(Decision.BASIC_NEEDS_ENABLED_ACCOUNT),
                !does(Decision.LOGIN_AS_IS_IGNORED));
        Identity identity = identities.of(credential, world, now, rules);
        if (identity instanceof Identity.TrialOver over) {
            throw Standing.trialOver(sandbox, over.at()).refusal();
        }
        if (identity instanceof Identity.AccountDisabled) {
            throw Standing.disabled(sandbox).refusal();
        }
        if (identity instanceof Identity.Expired && !does(Decision.EXPIRED_TOKEN_COUNTS_AS_NONE)) {
            throw Problems.expiredCredentials().refusal();
        }
        if (!(identity instanceof Identity.Known known) || !isMeant(known.caller())) {
            return null;
        }
        if (credential.kind() == Credential.Kind.BASIC) {
            charge(1);
        }
        progress.authenticated = true;
        progress.caller = known.caller();
        return known.caller();
    }

    /** A client may say which account it takes its token for; basic credentials name theirs themselves. */
    private boolean isMeant(Caller caller) {
        String wanted = in.header("x-auth-account-id");
        return wanted == null
                || caller.claims().isEmpty()
                || wanted.equals(caller.claims().text("account_id"));
    }

    /** Lets known callers in, and everybody where the operation is open; then asks whether they may. */
    void admit(Operation operation, @Nullable Caller caller, List<PathNoun> nouns) {
        progress.check = Check.ACCOUNT;
        account = asked(nouns);
        progress.check = Check.AUTHENTICATION;
        if (caller == null) {
            charge(1);
            if (!operation.access().isOpen(account)) {
                throw Problems.invalidCredentials().refusal();
            }
        }
        if (operation.cost() > 0) {
            charge(operation.cost());
        }
        if (progress.isRateLimited() && progress.charge.consumed() == 0) {
            charge(1);
        }
        progress.check = Check.ACCESS;
        if (caller != null && !operation.access().allows(caller, account)) {
            throw Problems.forbidden().refusal();
        }
    }

    /** The account of the path, once {@link #admit} let it pass; null when the path names none. */
    @Nullable
    String accountId() {
        return account == null ? null : account.id();
    }

    /** The account that the path names; null when it names none (decisions H1 and H2). */
    private @Nullable Account asked(List<PathNoun> nouns) {
        Optional<String> id = nouns.stream()
                .filter(noun -> noun.name().equals("accounts"))
                .flatMap(noun -> noun.arguments().stream().limit(1))
                .findFirst();
        if (id.isEmpty()) {
            return null;
        }
        Account known = world.account(id.get());
        if (known == null) {
            throw Problems.unknownAccount(sandbox.profile(), id.get()).refusal();
        }
        return known;
    }

    /** A path that begins with no endpoint's name tells what it is only to those who may know. */
    Problem unknownPath(@Nullable Caller caller, Verb sent) {
        if (caller == null) {
            charge(1);
            return Problems.invalidCredentials();
        }
        if (!caller.superduper()) {
            return Problems.notFound();
        }
        return sent == Verb.PUT || sent == Verb.POST ? Problems.initFailed() : Problem.bare(404);
    }

    private void charge(int cost) {
        String bucket = in.clientIp() + "/" + (account == null ? "no_account" : account.id());
        int charged = does(Decision.TOKENS_SHOW_WHAT_WAS_CHARGED) ? cost : 1;
        progress.charge = sandbox.buckets().charge(bucket, progress.charge, charged, now, progress.isRateLimited());
        if (!progress.charge.granted()) {
            progress.check = Check.RATE_LIMIT;
            throw Problems.tooManyRequests().refusal();
        }
    }

    private boolean does(Decision decision) {
        return sandbox.profile().does(decision);
    }
}
