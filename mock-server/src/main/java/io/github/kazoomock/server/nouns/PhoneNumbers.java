package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Bodies;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.E164;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.numbers.NumberFault;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Telephone numbers: which an account has, where more come from (admin sheet 1, delta sheet 5.5). */
final class PhoneNumbers {
    private static final String NOUN = "phone_numbers";
    private static final String ONE = NOUN + "/{PHONE_NUMBER}";

    /** What people write between digits; anything else is no number and stays what it is. */
    private static final Pattern WRITTEN = Pattern.compile("[+\\d\\s().-]+");

    private static final String[] HARD = {"hard"};
    private static final String[] NONE = {};

    private final SchemaRegistry schemas;

    private PhoneNumbers(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    static Noun noun(SchemaRegistry schemas) {
        PhoneNumbers numbers = new PhoneNumbers(schemas);
        List<Operation> operations = new ArrayList<>();
        operations.add(of("list", Verb.GET, NOUN)
                .at("/accounts/{ACCOUNT_ID}/phone_numbers")
                .at("/phone_numbers")
                .access(Access.ANYBODY)
                .listed()
                .query(NumberSearch.OPTIONS)
                .evidence(Evidence.seed("js-sdk: numbers.list, numbers.search"))
                .handler((call, transaction) -> NumberSearch.isAsked(call)
                        ? new NumberSearch(schemas).search(call, transaction)
                        : NumberList.list(call, transaction, numbers.settings(transaction))));
        operations.add(of("get", Verb.GET, ONE).shape(Shape.DOCUMENT).handler(numbers::get));
        operations.addAll(numbers.actions());
        operations.addAll(new NumberReads(schemas).operations());
        return new Noun(NOUN, NOUN, PhoneNumber.TYPE, NOUN, List.of(PhoneNumber.ALL), operations);
    }

    private List<Operation> actions() {
        return List.of(
                action("create", Verb.PUT, ONE, NumberActions::create),
                action("update", Verb.POST, ONE, NumberActions::replace),
                action("patch", Verb.PATCH, ONE, NumberActions::replace),
                action("delete", Verb.DELETE, ONE, NumberActions::delete),
                action("activate", Verb.PUT, ONE + "/activate", NumberActions::activate),
                action("reserve", Verb.PUT, ONE + "/reserve", NumberActions::reserve),
                action("port", Verb.PUT, ONE + "/port", NumberActions::port),
                collection("create", Verb.PUT, "", NumberActions::create),
                collection("update", Verb.POST, "", NumberActions::replace),
                collection("patch", Verb.PATCH, "", NumberActions::merge),
                collection("delete", Verb.DELETE, "", NumberActions::delete),
                collection("activate", Verb.PUT, "/activate", NumberActions::activate));
    }

    static Operation.Builder of(String action, Verb verb, String pattern) {
        return Operation.of(NOUN + "." + action, verb, pattern)
                .evidence(Evidence.sheet("admin 1"), Evidence.sheet("delta 5.5"));
    }

    private Operation action(String name, Verb verb, String pattern, NumberActions.Action action) {
        return of(name, verb, pattern)
                .shape(Shape.DOCUMENT)
                .schema(verb == Verb.DELETE ? null : NOUN)
                .query(verb == Verb.DELETE ? HARD : NONE)
                .handler((call, transaction) -> one(call, transaction, action));
    }

    private Operation collection(String name, Verb verb, String path, NumberActions.Action action) {
        return of("collection." + name, verb, NOUN + "/collection" + path)
                .schema(verb == Verb.DELETE ? null : NOUN)
                .query(verb == Verb.DELETE ? HARD : NONE)
                .handler((call, transaction) -> many(call, transaction, action));
    }

    /** In E.164, however it was written. */
    static String normalized(String number) {
        return WRITTEN.matcher(number).matches() ? E164.of(number) : number;
    }

    private NumberSettings settings(Transaction transaction) {
        return NumberSettings.of(schemas, transaction.world());
    }

    private Outcome get(Call call, Transaction transaction) {
        String number = normalized(call.argument(0));
        NumberSettings settings = settings(transaction);
        NumberView view = new NumberView(call, settings);
        PhoneNumber seen = new NumberActions(call, transaction, settings).seen(number);
        return seen == null ? view.unknown(number) : view.reply(seen);
    }

    private Outcome one(Call call, Transaction transaction, NumberActions.Action action) {
        String number = normalized(call.argument(0));
        NumberSettings settings = settings(transaction);
        NumberActions actions = new NumberActions(call, transaction, settings);
        NumberView view = new NumberView(call, settings);
        PhoneNumber before = actions.seen(number);
        JsonObject said = Bodies.document(call);
        if (call.verb() == Verb.PATCH && before != null) {
            said = before.document().open().merge(said); // the schema sees the whole number
        }
        JsonObject checked = call.verb() == Verb.DELETE ? said : BodyCheck.of(call, schemas, NOUN, said);
        try {
            return view.reply(action.of(actions, number, checked)).against(before == null ? null : before.document());
        } catch (NumberFault fault) {
            return view.problem(number, fault);
        }
    }

    private Outcome many(Call call, Transaction transaction, NumberActions.Action action) {
        JsonObject said = Bodies.document(call);
        List<String> numbers = NumberCollections.numbers(call, said);
        JsonObject checked = call.verb() == Verb.DELETE ? said : BodyCheck.of(call, schemas, NOUN, said);
        NumberSettings settings = settings(transaction);
        NumberActions actions = new NumberActions(call, transaction, settings);
        return NumberCollections.each(new NumberView(call, settings), actions, numbers, checked, action);
    }
}
