package io.github.kazoomock.contracts.redact;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rules that hold, in order: of two that are about one thing the first wins. */
public final class RuleTable {
    private static final String BUILT_IN = "redaction.json";

    /** So many paths of keys are remembered; numbers and ids as keys make ever new ones. */
    private static final int MOST = 20_000;

    private final List<Rule> rules;
    private final int depth;
    private final Map<List<String>, Optional<Kind>> known = new ConcurrentHashMap<>();

    private RuleTable(List<Rule> rules) {
        this.rules = rules.stream().filter(Rule::on).toList();
        this.depth = this.rules.stream()
                .flatMap(rule -> rule.keys().stream())
                .mapToInt(key -> key.steps().size())
                .max()
                .orElse(1);
    }

    /** The rules that come with the mock. */
    public static RuleTable builtIn() {
        return new RuleTable(List.copyOf(read(resource(), BUILT_IN).values()));
    }

    /**
     * The rules of a file before those that come with the mock. A rule that is called like one of those adds to it, and
     * {@code "on"} switches it.
     *
     * @throws UsageError saying which rule of the file is wrong, and how
     */
    public static RuleTable with(Path file) {
        Map<String, Rule> own;
        try {
            own = read(Json.parse(Files.readAllBytes(file)), file.toString());
        } catch (IOException e) {
            throw new UsageError("--rules: " + file + " cannot be read: " + e.getMessage());
        } catch (JsonSyntaxException e) {
            throw new UsageError("--rules: " + file + ":" + e.line() + ":" + e.column() + ": " + e.getMessage());
        }
        List<Rule> all = new ArrayList<>(own.values());
        read(resource(), BUILT_IN).forEach((name, rule) -> {
            Rule switched = own.get(name);
            all.add(switched == null ? rule : RuleReader.withState(rule, switched.on()));
        });
        return new RuleTable(all);
    }

    private static Json resource() {
        try (InputStream in = RuleTable.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Rule> read(Json written, String where) {
        if (!(written instanceof JsonObject object) || object.array("rules").size() == 0) {
            throw new UsageError(where + ": expected {\"rules\": [...]} with a rule in it");
        }
        Map<String, Rule> read = new LinkedHashMap<>();
        int number = 0;
        for (Json rule : object.array("rules")) {
            Rule each = RuleReader.read(rule, where + "#/rules/" + number++);
            read.put(each.name(), each);
        }
        return read;
    }

    /** All rules that hold. */
    List<Rule> rules() {
        return rules;
    }

    /**
     * The kind of what stands under a key; null for nothing special.
     *
     * @param path folded keys, outermost first
     */
    @Nullable
    Kind ofKey(List<String> path) {
        if (known.size() > MOST) {
            known.clear();
        }
        List<String> end = List.copyOf(path.subList(Math.max(0, path.size() - depth), path.size()));
        return known.computeIfAbsent(end, this::found).orElse(null);
    }

    private Optional<Kind> found(List<String> path) {
        return rules.stream()
                .filter(rule -> rule.keys().stream().anyMatch(key -> key.matches(path)))
                .map(Rule::kind)
                .findFirst();
    }

    /** The kind of a header's value; null for nothing special. */
    @Nullable
    Kind ofHeader(String name) {
        List<String> path = List.of(KeyPath.folded(name));
        for (Rule rule : rules) {
            if (rule.headers().stream().anyMatch(key -> key.matches(path))) {
                return rule.kind();
            }
        }
        return null;
    }

    /** The kind of everything that a reply to this path has in its data; null for nothing special. */
    @Nullable
    Kind ofReply(List<String> steps) {
        for (Rule rule : rules) {
            if (rule.replies().stream().anyMatch(key -> key.matches(steps))) {
                return rule.kind();
            }
        }
        return null;
    }

    /** The kind of the last of these steps of a path; null for nothing special. */
    @Nullable
    Kind ofStep(List<String> steps) {
        for (Rule rule : rules) {
            if (rule.paths().stream().anyMatch(key -> key.matches(steps))) {
                return rule.kind();
            }
        }
        return null;
    }
}
