package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Query;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.crossbar.TableStyle;
import io.github.kazoomock.server.crossbar.TimeRange;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Records of calls that are over, to be read only (pbx sheet 13, delta sheet 1.3). */
final class Cdrs {
    private static final String NOUN = "cdrs";
    private static final Evidence SEED = Evidence.seed("js-sdk: cdrs");
    private static final String SETTINGS = "crossbar.cdrs";
    private static final Set<String> RANGE = Set.of("created_from", "created_to");
    private static final String MONTHLY = "[0-9]{6}-.+";
    private static final String INTERACTION = "[0-9]{11}-.+";

    private Cdrs() {}

    static Noun noun() {
        return new Noun(
                NOUN,
                NOUN,
                Cdr.TYPE,
                null,
                List.of(),
                List.of(
                        of("list", "")
                                .evidence(SEED)
                                .at("/accounts/{ACCOUNT_ID}/cdrs")
                                .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/cdrs")
                                .shape(Shape.STREAM)
                                .query("utc_offset")
                                .table(TableStyle.PLAIN)
                                .handler(Cdrs::list),
                        of("interactions", "/interaction")
                                .at("/accounts/{ACCOUNT_ID}/cdrs/interaction")
                                .at("/accounts/{ACCOUNT_ID}/users/{USER_ID}/cdrs/interaction")
                                .shape(Shape.STREAM)
                                .query("utc_offset")
                                .table(TableStyle.PLAIN_CRLF)
                                .handler(Cdrs::interactions),
                        of("summary", "/summary")
                                .query("created_from", "created_to")
                                .handler(Cdrs::summary),
                        of("get", "/{CDR_ID}")
                                .evidence(SEED)
                                .shape(Shape.DOCUMENT)
                                .handler(Cdrs::get),
                        of("legs", "/legs/{INTERACTION_ID}").shape(Shape.LIST).handler(Cdrs::legs)));
    }

    private static Operation.Builder of(String action, String path) {
        return Operation.of(NOUN + "." + action, Verb.GET, NOUN + path)
                .evidence(Evidence.sheet("pbx 13"), Evidence.sheet("delta 1.3"));
    }

    private static Outcome list(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call, SETTINGS);
        List<Document> calls = cdrs(call, transaction)
                .filter(cdr -> range.has(cdr.end()))
                .map(Cdr::document)
                .toList();
        return rows(call, transaction, calls, Cdr::end);
    }

    /** The first leg of each conversation. */
    private static Outcome interactions(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call, SETTINGS);
        Map<String, Cdr> first = new TreeMap<>();
        cdrs(call, transaction)
                .sorted(Cdr.BY_BEGIN)
                .filter(cdr -> range.has(cdr.interactionTime()))
                .forEach(cdr -> first.putIfAbsent(cdr.interaction(), cdr));
        return rows(
                call, transaction, first.values().stream().map(Cdr::document).toList(), Cdr::interactionTime);
    }

    private static Reply rows(
            Call call, Transaction transaction, Collection<Document> documents, ToLongFunction<Cdr> time) {
        CdrRow shape = new CdrRow(utcOffset(call), isForReseller(call, transaction));
        boolean thin =
                !call.wantsCsv() && new Settings(transaction.world()).isSet(SETTINGS, "should_filter_empty_strings");
        Function<View.Entry, JsonObject> row = entry -> shape.of(new Cdr(entry.document()));
        View view = View.byTime(call.account(), documents, document -> time.applyAsLong(new Cdr(document)));
        return Listing.ofRange(call, view)
                .filtered(filters(call))
                .rows(
                        thin ? row.andThen(Cdrs::withoutEmptyTexts) : row,
                        entry -> shown(call, new Cdr(entry.document())).plus(row.apply(entry)));
    }

    private static JsonObject withoutEmptyTexts(JsonObject row) {
        return row.filterKeys(
                key -> !(row.get(key) instanceof JsonText text && text.value().isEmpty()));
    }

    /** The range is of this list's own making, and a call id may be sought as it begins in an id of a record. */
    private static Query filters(Call call) {
        List<Map.Entry<String, String>> filters = call.query().pairs().stream()
                .filter(pair -> !RANGE.contains(pair.getKey()))
                .map(pair ->
                        pair.getKey().endsWith("call_id") && pair.getValue().matches(MONTHLY)
                                ? Map.entry(pair.getKey(), pair.getValue().substring(7))
                                : pair)
                .toList();
        return call.query().withPairs(filters);
    }

    private static Outcome get(Call call, Transaction transaction) {
        String id = call.argument(0);
        if (!id.matches(MONTHLY)) {
            return new Problem(404, "could not find cdr with supplied id", JsonObject.EMPTY);
        }
        Document document = transaction.get(call.account(), Cdr.TYPE, id);
        if (document == null) {
            return Problems.badIdentifier(id);
        }
        return call.does(Decision.PRIVATE_CHANNEL_VARIABLES_ARE_STRIPPED)
                ? Reply.document(document, JsonObject.of(Cdr.VARIABLES, new Cdr(document).publicVariables()))
                : Reply.document(document);
    }

    /** All records of a conversation, whole, by the order in which the legs began. */
    private static Outcome legs(Call call, Transaction transaction) {
        String id = call.argument(1);
        String interaction = id;
        if (id.matches(MONTHLY)) {
            Document one = transaction.get(call.account(), Cdr.TYPE, id);
            if (one == null) {
                return new Problem(404, "could not find legs for supplied id", JsonObject.EMPTY);
            }
            interaction = new Cdr(one).interaction();
        } else if (!id.matches(INTERACTION)) {
            return Problems.badIdentifierList(id);
        }
        String wanted = interaction;
        List<Json> legs = all(call, transaction)
                .filter(cdr -> cdr.interaction().equals(wanted))
                .sorted(Cdr.BY_BEGIN)
                .map(cdr -> (Json) shown(call, cdr).with(Json.of(cdr.document().id()), "id"))
                .toList();
        return Reply.rows(legs, Data.Page.ONLY);
    }

    private static Outcome summary(Call call, Transaction transaction) {
        TimeRange range = TimeRange.of(call, SETTINGS);
        List<Cdr> cdrs =
                all(call, transaction).filter(cdr -> range.has(cdr.end())).toList();
        return cdrs.isEmpty() || call.does(Decision.CDRS_ARE_SUMMARISED)
                ? Reply.value(CdrSummary.of(cdrs))
                : Problems.initFailed();
    }

    /** The record as a client may see it. */
    private static JsonObject shown(Call call, Cdr cdr) {
        JsonObject open = cdr.document().open();
        return call.does(Decision.PRIVATE_CHANNEL_VARIABLES_ARE_STRIPPED)
                ? open.with(cdr.publicVariables(), Cdr.VARIABLES)
                : open;
    }

    /** The records of the user in the path, or of the account. */
    private static Stream<Cdr> cdrs(Call call, Transaction transaction) {
        Optional<String> user = call.context("users");
        return all(call, transaction).filter(cdr -> user.isEmpty() || user.get().equals(cdr.variable("owner_id")));
    }

    private static Stream<Cdr> all(Call call, Transaction transaction) {
        return transaction.existing(call.account()).shelf(Cdr.TYPE).values().stream()
                .map(Cdr::new);
    }

    private static boolean isForReseller(Call call, Transaction transaction) {
        Account asking = transaction.existing(call.knownCaller().accountId());
        return new Resellers(transaction.world()).isReseller(asking);
    }

    private static long utcOffset(Call call) {
        String offset = call.options().text("utc_offset");
        if (offset == null) {
            return 0;
        }
        if (!offset.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new Problem(404, "utc_offset must be a number", JsonObject.EMPTY).refusal();
        }
        return (long) Double.parseDouble(offset);
    }
}
