package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Declares a plain noun: a collection of documents with a schema, listed, created, read, changed, patched and deleted.
 *
 * <pre>{@code
 * Crud.of("menus", "menu", schemas).row(Row.of("name").flags()).evidence(Evidence.sheet("pbx 6")).noun()
 * }</pre>
 */
public final class Crud {
    private final String name;
    private final String type;
    private final SchemaRegistry schemas;
    private String argument;
    private List<String> formsOfOne = List.of();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<Noun.Shelf> shelves = new ArrayList<>();
    private final Set<Verb> missing = EnumSet.noneOf(Verb.class);
    private final Map<String, Special.Twist> twists = new HashMap<>();
    private final Map<String, String[]> queries = new HashMap<>();
    private final List<UnaryOperator<Operation>> aliases = new ArrayList<>();
    private Row row = Row.of("name").features().flags();
    private Special.Guard guard = (call, transaction) -> {};
    private Predicate<Call> lookupFirst = call -> false;
    private Special.Finish finish = (call, plain) -> plain;
    private Checks checks = Checks.NONE;
    private @Nullable Handler reading;
    private @Nullable String schema;
    private @Nullable Decision legacy;
    private Special.@Nullable Lister lister;
    private BiPredicate<Call, Document> destroyed = (call, document) -> false;
    private @Nullable String system;
    private Special.Deletion deletion = (call, transaction, plain) -> plain.handle(call, transaction);
    private @Nullable String deletionSchema;
    private boolean escapesDots;
    private boolean ownIds;

    private Crud(String name, String type, SchemaRegistry schemas) {
        this.name = name;
        this.type = type;
        this.schemas = schemas;
        this.schema = name;
        this.argument = type.toUpperCase(Locale.ROOT) + "_ID";
    }

    /**
     * Begins a declaration; the schema has the noun's name.
     *
     * @param name as it stands in paths
     * @param type {@code pvt_type} of its documents
     */
    public static Crud of(String name, String type, SchemaRegistry schemas) {
        return new Crud(name, type, schemas);
    }

    /** Another schema than the one with the noun's name. */
    public Crud schema(String id) {
        schema = id;
        return this;
    }

    /** What published paths call the id of a document, where that is not its type and {@code _ID}. */
    public Crud argument(String published) {
        argument = published;
        return this;
    }

    /** Content types besides the usual in which one document can be had; {@link #finish} makes them. */
    public Crud alsoProvides(List<String> types) {
        formsOfOne = types;
        return this;
    }

    /** What the list shows of a document. */
    public Crud row(Row shown) {
        row = shown;
        return this;
    }

    /** Another list than all documents by id. */
    public Crud list(Special.Lister other) {
        lister = other;
        return this;
    }

    public Crud checks(Checks beyondTheSchema) {
        checks = beyondTheSchema;
        return this;
    }

    public Crud index(Index index) {
        indexes.add(index);
        return this;
    }

    /** A check before every operation of the noun. */
    public Crud guard(Special.Guard before) {
        guard = before;
        return this;
    }

    /** Another kind of documents that the noun keeps. */
    public Crud keeps(Noun.Shelf shelf) {
        shelves.add(shelf);
        return this;
    }

    /** What the replies to reads and changes have besides the document. */
    public Crud finish(Special.Finish addition) {
        finish = addition;
        return this;
    }

    /** Another answer to a read of one than the document or a 404. */
    public Crud reading(Handler other) {
        reading = other;
        return this;
    }

    /** Any document is good: there is no schema. */
    public Crud freeForm() {
        schema = null;
        return this;
    }

    /** The seed documents have the noun, newest KAZOO does not, and profiles that do this serve it. */
    public Crud legacy(Decision served) {
        legacy = served;
        return this;
    }

    /**
     * Deletes more than the document.
     *
     * @param schema id of the schema of the request's body
     */
    public Crud deletion(String schema, Special.Deletion other) {
        deletionSchema = schema;
        deletion = other;
        return this;
    }

    /** With this verb an unknown id is a 404 whatever the body says (decisions H19 and H20). */
    public Crud lookupFirst(Verb verb) {
        lookupFirst = lookupFirst.or(call -> call.verb() == verb);
        return this;
    }

    /** The same, where the profile does so. */
    public Crud lookupFirst(Verb verb, Decision where) {
        lookupFirst = lookupFirst.or(call -> call.verb() == verb && call.does(where));
        return this;
    }

    /** Nested fields of schema errors are joined by {@code %2E} (decision H18). */
    public Crud escapesDots() {
        escapesDots = true;
        return this;
    }

    /** An id in a PUT body is ignored in every profile (decision H21). */
    public Crud ownIds() {
        ownIds = true;
        return this;
    }

    /** A further operation of the noun. */
    public Crud also(Operation operation) {
        operations.add(operation);
        return this;
    }

    /** One of the six that it does not have. */
    public Crud without(Verb verb) {
        missing.add(verb);
        return this;
    }

    /**
     * Another way of doing one of the six.
     *
     * @param action {@code list}, {@code create}, {@code get}, {@code update}, {@code patch} or {@code delete}
     */
    public Crud instead(String action, Special.Twist twist) {
        twists.put(action, twist);
        return this;
    }

    /**
     * Keys of the query string that one of the six reads.
     *
     * @param action as {@link #instead} names it
     */
    public Crud query(String action, String... keys) {
        queries.put(action, keys);
        return this;
    }

    /** Which documents leave no trace when they are deleted. */
    public Crud destroys(BiPredicate<Call, Document> documents) {
        destroyed = documents;
        return this;
    }

    /**
     * The system has such documents, too: asked for without an account, read with any token, written by the superduper
     * admin.
     *
     * @param shelf what the master account keeps them as
     */
    public Crud system(Noun.Shelf shelf) {
        system = shelf.type();
        return keeps(shelf);
    }

    /** Another name that the noun has in a seed document; where the decision is taken. */
    public Crud alias(String other, Decision where, Evidence seed) {
        aliases.add(operation -> operation.by(other, where, seed));
        return this;
    }

    public Crud evidence(Evidence... sources) {
        evidence.addAll(List.of(sources));
        return this;
    }

    /** Ends the declaration. */
    public Noun noun() {
        Database.Kind kind = new Database.Kind(type, system);
        Documents documents = new Documents(kind, schema, schemas, checks, lookupFirst, destroyed, escapesDots, ownIds);
        Special.Lister lists = lister != null
                ? lister
                : (call, world, shown) ->
                        Listing.of(call, kind.of(call, world).view(world)).rows(shown);
        Row rows = row;
        String one = name + "/{" + argument + "}";
        Handler read = reading == null ? documents::get : reading;
        plain("list", Verb.GET, name, Shape.LIST, (call, transaction) -> lists.list(call, transaction.world(), rows));
        plain("create", Verb.PUT, name, Shape.DOCUMENT, finished(documents::create));
        plain("get", Verb.GET, one, Shape.DOCUMENT, finished(read));
        plain("update", Verb.POST, one, Shape.DOCUMENT, finished(documents::change));
        plain("patch", Verb.PATCH, one, Shape.DOCUMENT, finished(documents::change));
        Special.Deletion removal = deletion;
        plain(
                "delete",
                Verb.DELETE,
                one,
                Shape.DOCUMENT,
                (call, transaction) -> removal.delete(call, transaction, documents::delete));
        Special.Guard before = guard;
        operations.replaceAll(operation -> operation.after(before));
        List<Operation> all = new ArrayList<>(operations);
        aliases.forEach(alias -> operations.stream().map(alias).forEach(all::add));
        return new Noun(name, name, type, schema, shelves, indexes, all);
    }

    private Handler finished(Handler plain) {
        Special.Finish addition = finish;
        return (call, transaction) -> {
            Outcome outcome = plain.handle(call, transaction);
            return outcome instanceof Reply reply ? addition.of(call, reply) : outcome;
        };
    }

    private void plain(String action, Verb verb, String pattern, Shape shape, Handler handler) {
        if (missing.contains(verb)) {
            return;
        }
        Operation.Builder plain =
                Operation.of(name + "." + action, verb, pattern).shape(shape).evidence(evidence);
        if (system != null) {
            plain.alsoWithoutAccount();
        }
        if (legacy != null) {
            plain.legacy().when(legacy);
        }
        if (action.equals("get")) {
            plain.alsoProvides(formsOfOne);
        }
        plain.query(queries.getOrDefault(action, new String[0]));
        if (action.equals("list") && lister == null) {
            plain.rows(row.keys());
        }
        if (verb == Verb.DELETE) {
            plain.schema(deletionSchema).query("should_soft_delete");
        } else if (verb != Verb.GET) {
            plain.schema(schema);
        }
        Special.Twist twist = twists.getOrDefault(action, Operation.Builder::handler);
        operations.add(twist.of(plain, handler));
    }
}
