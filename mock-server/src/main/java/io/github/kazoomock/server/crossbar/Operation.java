package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.evidence.Grade;
import io.github.kazoomock.server.evidence.Grounds;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import io.github.kazoomock.server.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing a client can ask.
 *
 * @param id stable name: {@code devices.list}, {@code accounts.move}
 * @param templates the paths under {@code /v2} that KAZOO publishes for it
 * @param schema id of the schema of the body's {@code data}; null when there is none
 * @param queries keys of the query string that it reads besides those that all read
 * @param rows what the rows of its list show, where that is declared; else empty
 * @param formats content types of its bodies and replies
 * @param cost tokens that it charges beside the usual one
 * @param grounds why we believe that it behaves as it does
 * @param decision what a profile must do to serve it; null when all do
 * @param legacy a path of the seed documents that newest KAZOO no longer has; can be switched off
 */
public record Operation(
        String id,
        Verb verb,
        Pattern pattern,
        List<String> templates,
        Access access,
        @Nullable String schema,
        Shape shape,
        List<QueryKey> queries,
        List<String> rows,
        Formats formats,
        int cost,
        Grounds grounds,
        @Nullable Decision decision,
        boolean legacy,
        Handler handler) {

    /** What {@code data} of a success is. */
    public enum Shape {
        DOCUMENT,
        LIST,
        /** A list that is streamed unless the client wants it whole (core sheet 8.5). */
        STREAM,
        OBJECT,
        TEXT,
        /** A file instead of an envelope. */
        BINARY,
        NOTHING
    }

    public Operation {
        templates = List.copyOf(templates);
        queries = List.copyOf(queries);
        rows = List.copyOf(rows);
    }

    /** False where profile or settings leave it out: it answers like a path that never was. */
    public boolean isServed(Sandbox sandbox) {
        return isServed(sandbox.profile(), sandbox.servesLegacy());
    }

    /** The same of any sandbox with such a profile, older paths served or not. */
    public boolean isServed(Profile profile, boolean servesLegacy) {
        boolean inProfile = decision == null || profile.does(decision);
        return inProfile && (!legacy || servesLegacy);
    }

    /** Every key of a query string that has an effect here. */
    public List<QueryKey> queryKeys() {
        return Stream.concat(QueryKeys.GENERAL.stream(), queries.stream()).toList();
    }

    /** False for a body of this media type that it answers with 415; empty text for a body without type. */
    public boolean accepts(String mediaType) {
        return MediaTypes.isAccepted(mediaType, formats);
    }

    /** The same, asked by a name that its noun has in a seed document and nowhere else. */
    Operation by(String alias, Decision where, Evidence seed) {
        Pattern other = new Pattern(alias, pattern.steps());
        String otherId = alias + id.substring(pattern.noun().length());
        List<String> paths = templates.stream()
                .map(path -> path.replace("/" + pattern, "/" + other))
                .toList();
        List<Evidence> more =
                Stream.concat(Stream.of(seed), grounds.evidence().stream()).toList();
        return new Operation(
                otherId,
                verb,
                other,
                paths,
                access,
                schema,
                shape,
                queries,
                rows,
                formats,
                cost,
                new Grounds(otherId, more),
                where,
                true,
                handler);
    }

    /** The same behind a check of its noun. */
    Operation after(Special.Guard guard) {
        return with(grounds, (call, transaction) -> {
            guard.check(call, transaction);
            return handler.handle(call, transaction);
        });
    }

    /** The same with more evidence. */
    Operation with(List<Evidence> more) {
        return with(grounds.and(more), handler);
    }

    private Operation with(Grounds why, Handler how) {
        return new Operation(
                id, verb, pattern, templates, access, schema, shape, queries, rows, formats, cost, why, decision,
                legacy, how);
    }

    /** Why we believe that it behaves as it does, the declared evidence first. */
    public List<Evidence> evidence() {
        return grounds.evidence();
    }

    /** How sure we are: the strongest of its evidence, of equals the latest. */
    public Grade grade() {
        return grounds.grade();
    }

    /**
     * Begins a declaration.
     *
     * @param pattern as {@link Pattern#of} reads it
     */
    public static Builder of(String id, Verb verb, String pattern) {
        return new Builder(id, verb, Pattern.of(pattern));
    }

    /** Declares an operation; what is not said is: access by the account rule, an object, no schema, no extra cost. */
    public static final class Builder {
        private final String id;
        private final Verb verb;
        private final Pattern pattern;
        private final List<String> templates = new ArrayList<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private Access access = Access.ACCOUNT;
        private @Nullable String schema;
        private Shape shape = Shape.OBJECT;
        private final List<QueryKey> queries = new ArrayList<>();
        private List<String> rows = List.of();
        private boolean listed;
        private Formats formats = Formats.USUAL;
        private int cost;
        private @Nullable Decision decision;
        private boolean legacy;

        private Builder(String id, Verb verb, Pattern pattern) {
            this.id = id;
            this.verb = verb;
            this.pattern = pattern;
        }

        /** A published path; without any, the pattern itself, under an account unless it is the account noun's. */
        public Builder at(String template) {
            templates.add(template);
            return this;
        }

        /** Served under an account and without: then everybody with a token may read, the superduper admin write. */
        public Builder alsoWithoutAccount() {
            templates.add("/accounts/{ACCOUNT_ID}/" + pattern);
            templates.add("/" + pattern);
            return access(verb == Verb.GET ? Access.ANY_TOKEN : Access.ACCOUNT);
        }

        public Builder access(Access who) {
            access = who;
            return this;
        }

        public Builder schema(@Nullable String id) {
            schema = id;
            return this;
        }

        public Builder shape(Shape data) {
            shape = data;
            return this;
        }

        /** Keys of the query string that it reads; a star at the end of one stands for every key that begins so. */
        public Builder query(String... keys) {
            for (String key : keys) {
                queries.add(QueryKey.of(key, ""));
            }
            return this;
        }

        /** It is a list that pages, order and filters can be asked of, though its {@code data} is no array. */
        public Builder listed() {
            listed = true;
            return this;
        }

        /** What the rows of its list show. */
        public Builder rows(List<String> keys) {
            rows = keys;
            return this;
        }

        /** Content types that its body may have besides the usual ones; {@code *}{@code /*} for any. */
        public Builder accepts(List<String> types) {
            formats = formats.accepting(types);
            return this;
        }

        /** Content types that its reply can have besides the usual ones: {@code call.replyType()} is one of them. */
        public Builder alsoProvides(List<String> types) {
            formats = formats.alsoOffering(types);
            return this;
        }

        /** The only content types that its reply can have, the first for clients without a wish. */
        public Builder provides(List<String> types) {
            formats = formats.offering(types);
            return this;
        }

        /** How its list looks as comma-separated values, where that is not the usual way. */
        public Builder table(TableStyle style) {
            formats = formats.tabled(style);
            return this;
        }

        public Builder cost(int tokens) {
            cost = tokens;
            return this;
        }

        /** Only profiles that do this serve it. */
        public Builder when(Decision done) {
            decision = done;
            return this;
        }

        /** Newest KAZOO no longer has it, a seed document does. */
        public Builder legacy() {
            legacy = true;
            return this;
        }

        public Builder evidence(Evidence... sources) {
            evidence.addAll(List.of(sources));
            return this;
        }

        public Builder evidence(List<Evidence> sources) {
            evidence.addAll(sources);
            return this;
        }

        public Operation handler(Handler handler) {
            if (templates.isEmpty()) {
                boolean own = access != Access.ACCOUNT || pattern.noun().equals("accounts");
                templates.add((own ? "/" : "/accounts/{ACCOUNT_ID}/") + pattern);
            }
            if (listed || shape == Shape.LIST || shape == Shape.STREAM) {
                queries.addAll(QueryKeys.LISTS);
            }
            return new Operation(
                    id,
                    verb,
                    pattern,
                    templates,
                    access,
                    schema,
                    shape,
                    queries,
                    rows,
                    formats,
                    cost,
                    new Grounds(id, evidence),
                    decision,
                    legacy,
                    handler);
        }
    }
}
