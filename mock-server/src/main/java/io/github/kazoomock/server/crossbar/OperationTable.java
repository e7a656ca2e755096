package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.evidence.EvidenceList;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.world.Index;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation that the mock serves; answers requests and is what schemas, exports and coverage are made from. */
public final class OperationTable {
    private final Map<String, Noun> nouns = new LinkedHashMap<>();
    private final Map<String, List<Operation>> byNoun = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /** What a verb on the arguments of a noun comes to. */
    sealed interface Match {
        /** The verbs that the path takes. */
        Set<Verb> allowed();

        record Found(Operation operation, Set<Verb> allowed) implements Match {}

        record UnknownPath() implements Match {
            @Override
            public Set<Verb> allowed() {
                return Set.of();
            }
        }

        record WrongVerb(Set<Verb> allowed) implements Match {}
    }

    /**
     * Collects what the nouns declare; which operations answer as documented is added to their evidence.
     *
     * @throws IllegalArgumentException when two operations have one id, or one verb and pattern
     */
    public OperationTable(List<Noun> declared) {
        this(declared, EvidenceList.documented().byOperation());
    }

    private OperationTable(List<Noun> declared, Map<String, List<Evidence>> more) {
        Set<String> seen = new HashSet<>();
        for (Noun bare : declared) {
            Noun noun = bare.with(more);
            if (nouns.put(noun.name(), noun) != null) {
                throw new IllegalArgumentException("two nouns " + noun.name());
            }
            if (!EndpointNames.ALL.contains(noun.name())) {
                throw new IllegalArgumentException("not an endpoint of KAZOO: " + noun.name());
            }
            for (Operation operation : noun.operations()) {
                String route = operation.verb() + " " + operation.pattern();
                if (!seen.add(operation.id()) || !seen.add(route)) {
                    throw new IllegalArgumentException("declared twice: " + operation.id() + " or " + route);
                }
                operations.add(operation);
                byNoun.computeIfAbsent(operation.pattern().noun(), name -> new ArrayList<>())
                        .add(operation);
            }
        }
        byNoun.values()
                .forEach(list -> list.sort(Comparator.comparingLong(
                                (Operation operation) -> operation.pattern().literals())
                        .reversed()));
        operations.sort(Comparator.comparing(Operation::id));
    }

    /**
     * A table with the same operations and more evidence about them.
     *
     * @throws IllegalArgumentException when there is no such operation, with its place in the list and what was meant
     */
    public OperationTable with(EvidenceList more) {
        Map<String, List<Evidence>> byOperation = more.byOperation();
        List<String> known = operations.stream().map(Operation::id).toList();
        for (int i = 0; i < more.entries().size(); i++) {
            String id = more.entries().get(i).operation();
            if (!known.contains(id)) {
                throw new IllegalArgumentException("/" + i + "/operation there is no operation '" + id + "'; "
                        + NearestWord.suggestion(id, known, "kazoo-mock operations lists those that there are"));
            }
        }
        return new OperationTable(List.copyOf(nouns.values()), byOperation);
    }

    /** All operations, by id. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The nouns that are served, by name. */
    public Map<String, Noun> nouns() {
        return Map.copyOf(nouns);
    }

    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** The indexes that the nouns declare. */
    public List<Index> indexes() {
        return nouns.values().stream()
                .flatMap(noun -> noun.indexes().stream())
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    /** Document types to the schema that checks them, empty text for none; keyed by noun, as fixtures name files. */
    public Map<String, String> documentSchemas() {
        return shelves()
                .collect(Collectors.toMap(
                        Noun.Shelf::collection, shelf -> shelf.schema() == null ? "" : shelf.schema()));
    }

    /** {@code pvt_type} of documents by collection, as fixtures name files. */
    public Map<String, String> types() {
        return shelves().collect(Collectors.toMap(Noun.Shelf::collection, Noun.Shelf::type));
    }

    private Stream<Noun.Shelf> shelves() {
        return nouns.values().stream().flatMap(noun -> noun.shelves().stream());
    }

    /** What the verb comes to in a sandbox; of several patterns only the one that spells most steps out counts. */
    Match match(PathNoun last, Verb verb, Sandbox sandbox) {
        return match(last, verb, operation -> operation.isServed(sandbox));
    }

    /** The same, whoever decides what is served. */
    Match match(PathNoun last, Verb verb, Predicate<Operation> served) {
        Set<Verb> allowed = EnumSet.noneOf(Verb.class);
        Operation best = null;
        long literals = -1;
        for (Operation operation : byNoun.getOrDefault(last.name(), List.of())) {
            if (operation.pattern().literals() < literals) {
                break; // those that spell out more come first, and one of them matched
            }
            if (operation.pattern().matches(last.arguments()) && served.test(operation)) {
                literals = operation.pattern().literals();
                allowed.add(operation.verb());
                if (best == null && operation.verb() == verb) {
                    best = operation;
                }
            }
        }
        if (best != null) {
            return new Match.Found(best, allowed);
        }
        return allowed.isEmpty() ? new Match.UnknownPath() : new Match.WrongVerb(allowed);
    }

    /** True for an endpoint that is known, but has nothing left in a sandbox: there its very name means nothing. */
    boolean isGone(PathNoun noun, Sandbox sandbox) {
        List<Operation> declared = byNoun.getOrDefault(noun.name(), List.of());
        return !declared.isEmpty() && declared.stream().noneMatch(operation -> operation.isServed(sandbox));
    }
}
