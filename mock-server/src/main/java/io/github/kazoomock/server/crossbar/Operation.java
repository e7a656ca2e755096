package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.evidence.Grade;
import io.github.kazoomock.server.evidence.Grounds;
import io.github.kazoomock.server.sandbox.Decision;
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
    }

    /** False where profile or settings leave it out: it answers like a path that never was. */
    public boolean isServed(Sandbox sandbox) {
        boolean inProfile = decision == null || sandbox.profile().does(decision);
        return inProfile && (!legacy || sandbox.servesLegacy());
    }

    /** The same, asked by a name that its noun has in a seed document and nowhere else. */
    Operation by(String alias, Decision where, Evidence seed) {
        Pattern other = new Pattern(alias, pattern.steps());
        String otherId = alias + id.substring(pattern.noun().length());
        return new Operation(
                otherId,
                verb,
                other,
                templates.stream()
                        .map(path -> path.replace("/" + pattern, "/" + other))
                        .toList(),
                access,
                schema,
                shape,
                formats,
                cost,
                new Grounds(
                        otherId,
                        Stream.concat(Stream.of(seed), grounds.evidence().stream())
                                .toList()),
                where,
                true,
                handler);
    }

    /** The same behind a check of its noun. */
    Operation after(Special.Guard guard) {
        Handler checked = (call, transaction) -> {
            guard.check(call, transaction);
            return handler.handle(call, transaction);
        };
        return new Operation(
                id, verb, pattern, templates, access, schema, shape, formats, cost, grounds, decision, legacy, checked);
    }

    /** The same with more evidence. */
    Operation with(List<Evidence> more) {
        return new Operation(
                id,
                verb,
                pattern,
                templates,
                access,
                schema,
                shape,
                formats,
                cost,
                grounds.and(more),
                decision,
                legacy,
                handler);
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
            return new Operation(
                    id,
                    verb,
                    pattern,
                    templates,
                    access,
                    schema,
                    shape,
                    formats,
                    cost,
                    new Grounds(id, evidence),
                    decision,
                    legacy,
                    handler);
        }
    }
}
