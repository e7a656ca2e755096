package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.calls.Calls;
import io.github.kazoomock.server.calls.Channel;
import io.github.kazoomock.server.calls.ChannelView;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls that are going on, leg by leg (pbx sheet 14). */
final class Channels {
    private static final String NOUN = "channels";
    private static final String ONE = NOUN + "/{UUID}";

    private Channels() {}

    static Noun noun(SchemaRegistry schemas) {
        ChannelActions actions = new ChannelActions();
        ChannelMetaflow metaflow = new ChannelMetaflow(schemas);
        return new Noun(
                NOUN,
                NOUN,
                Channel.TYPE,
                null,
                List.of(),
                List.of(
                        of("list", Verb.GET, NOUN)
                                .at("/accounts/{ACCOUNT_ID}/channels")
                                .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/channels")
                                .at("/accounts/{ACCOUNT_ID}/devices/{DEVICE_ID}/channels")
                                .at("/accounts/{ACCOUNT_ID}/groups/{GROUP_ID}/channels")
                                .at("/channels")
                                .shape(Shape.LIST)
                                .evidence(Evidence.seed("js-sdk: channel.list"))
                                .handler(Channels::list),
                        of("get", Verb.GET, ONE).handler(Channels::get),
                        of("action", Verb.POST, ONE)
                                .shape(Shape.TEXT)
                                .query(ChannelActions.OPTIONS)
                                .handler(actions::run),
                        of("metaflow", Verb.PUT, ONE)
                                .shape(Shape.TEXT)
                                .query("action")
                                .handler(metaflow::run)));
    }

    private static Operation.Builder of(String action, Verb verb, String path) {
        return Operation.of(NOUN + "." + action, verb, path).evidence(Evidence.sheet("pbx 14"));
    }

    /** Without a path to an account those of all accounts: only the superduper admin gets there. */
    private static Outcome list(Call call, Transaction transaction) {
        Collection<Account> accounts = call.accountId() == null
                ? transaction.world().accounts().values()
                : List.of(transaction.existing(call.account()));
        long now = Gregorian.seconds(call.now());
        List<Json> rows = new ArrayList<>();
        for (Account account : accounts) {
            Calls calls = new Calls(account);
            String reseller = new Resellers(transaction.world()).of(account);
            calls.all().stream()
                    .filter(isAskedFor(call, account))
                    .forEach(channel ->
                            rows.add(ChannelView.of(calls, channel, now).row(reseller)));
        }
        return Reply.rows(rows, null);
    }

    private static Predicate<Channel> isAskedFor(Call call, Account account) {
        if (call.context("users").isPresent()) {
            return call.context("users").map(Channels::isOfUser).get();
        }
        if (call.context("devices").isPresent()) {
            return call.context("devices").map(Channels::isOfDevice).get();
        }
        return call.context("groups")
                .map(group -> isOfGroup(account.get("group", group)))
                .orElse(channel -> true);
    }

    private static Predicate<Channel> isOfUser(String user) {
        return channel -> user.equals(channel.ownerId());
    }

    private static Predicate<Channel> isOfDevice(String device) {
        return channel -> device.equals(channel.authorizingId());
    }

    /** The members of a group are users and devices; their ids never collide. */
    private static Predicate<Channel> isOfGroup(@Nullable Document group) {
        Set<String> members = group == null
                ? Set.of()
                : Set.copyOf(group.open().object("endpoints").keys());
        return channel -> members.stream()
                .anyMatch(member -> isOfUser(member).or(isOfDevice(member)).test(channel));
    }

    private static Outcome get(Call call, Transaction transaction) {
        String id = call.argument(0);
        if (call.accountId() == null) {
            return Problems.badIdentifierList(id);
        }
        Calls calls = Calls.of(transaction.world(), call.account());
        Channel channel = calls.get(id);
        return channel == null
                ? Problems.badIdentifierList(id)
                : Reply.value(ChannelView.of(calls, channel, Gregorian.seconds(call.now()))
                        .whole());
    }
}
