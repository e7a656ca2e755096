package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Profile;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What method and path of a request come to by the table alone: no world, no caller, nothing started. */
public sealed interface RequestLine {

    /** An operation serves it. */
    record Served(Operation operation) implements RequestLine {}

    /** The path is there and takes other verbs. */
    record OtherVerb(Set<Verb> allowed) implements RequestLine {}

    /** An operation would serve it, and is left out: an older path, or one that another profile has. */
    record LeftOut(Operation operation) implements RequestLine {}

    /** An operation that needs an account is asked without one, which only fails. */
    record NoAccount(Operation operation) implements RequestLine {}

    /**
     * Nothing serves it.
     *
     * @param near what may have been meant, as {@link NearMisses} says
     */
    record Unknown(List<String> near) implements RequestLine {}

    /** It is no request to the API. */
    record Elsewhere() implements RequestLine {}

    /**
     * Looks it up.
     *
     * @param method of the request, or the one that its {@code verb} tunnels
     * @param path raw, without the prefix of a sandbox
     * @throws IllegalArgumentException on broken percent-encoding
     */
    static RequestLine of(OperationTable table, String method, String path, Profile profile, boolean servesLegacy) {
        if (Paths.version(path) == null) {
            return new Elsewhere();
        }
        Predicate<Operation> served = operation -> operation.isServed(profile, servesLegacy);
        List<PathNoun> nouns = Paths.nouns(Paths.spelt(Paths.segments(path)));
        Verb verb = Verb.of(method).orElse(null);
        if (!nouns.isEmpty() && verb != null) {
            PathNoun last = nouns.get(nouns.size() - 1);
            OperationTable.Match match = table.match(last, verb, served);
            OperationTable.Match any = table.match(last, verb, operation -> true);
            if (any instanceof OperationTable.Match.Found found && !served.test(found.operation())) {
                return new LeftOut(found.operation()); // even where a word of it would now count as an id
            }
            if (match instanceof OperationTable.Match.Found found) {
                return needsAccount(found.operation()) && nouns.stream().noneMatch(RequestLine::isAccount)
                        ? new NoAccount(found.operation())
                        : new Served(found.operation());
            }
            if (match instanceof OperationTable.Match.WrongVerb wrong) {
                return new OtherVerb(wrong.allowed());
            }
        }
        return new Unknown(new NearMisses(table).of(method, path, served));
    }

    private static boolean needsAccount(Operation operation) {
        return operation.access() == Access.ACCOUNT
                && operation.templates().stream().allMatch(path -> path.startsWith("/accounts/"));
    }

    private static boolean isAccount(PathNoun noun) {
        return noun.name().equals("accounts") && !noun.arguments().isEmpty();
    }
}
