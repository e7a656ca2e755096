package io.github.kazoomock.server;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests to all operations, drawn one after the other, with the ids that earlier answers told. */
final class Script {
    private static final List<String> PEOPLE = List.of("grace", "nora", "admin");

    private final DemoServer demo;
    private final Random random;
    private final List<Operation> operations;
    private final Map<String, List<String>> ids = new HashMap<>();

    /** @param seed same seed, same requests as long as the answers are the same */
    Script(DemoServer demo, long seed) {
        this.demo = demo;
        this.random = new Random(seed);
        this.operations = demo.server().operations().operations().stream()
                .filter(Script::letsPeopleIn)
                .toList();
    }

    /** False for what could take an account away, or change how its people log in. */
    private static boolean letsPeopleIn(Operation operation) {
        boolean ofPeople =
                operation.id().startsWith("accounts.") || operation.id().startsWith("users.");
        return !ofPeople || !operation.verb().writes() || operation.id().endsWith(".create");
    }

    /** The next request and its answer, to the last byte. */
    String step() {
        if (random.nextInt(10) == 0) {
            Login login = demo.login(pick(PEOPLE));
            return "login -> " + demo.anonymous().token(login);
        }
        String person = pick(PEOPLE);
        Operation operation = pick(operations);
        String path = path(pick(operation.templates()), demo.accountOf(person));
        Response answer = demo.as(person).send(operation.verb().name(), path.substring(1), body(operation));
        learn(path, answer);
        return operation.verb() + " " + path + " -> " + answer.status() + " "
                + new TreeMap<>(answer.http().headers().map()) + "\n" + answer.text();
    }

    /** Ids stand behind the noun whose they are. */
    private String path(String template, String account) {
        String[] steps = template.split("/");
        for (int i = 1; i < steps.length; i++) {
            if (steps[i].equals("{ACCOUNT_ID}")) {
                steps[i] = account;
            } else if (steps[i].startsWith("{")) {
                List<String> known = ids.getOrDefault(steps[i - 1], List.of("users"));
                steps[i] = pick(known);
            }
        }
        return String.join("/", steps);
    }

    private @Nullable String body(Operation operation) {
        if (!operation.verb().writes()) {
            return null;
        }
        int number = random.nextInt(10_000);
        return ("{'data':{'name':'Number %d','first_name':'Ann','last_name':'Bell','username':'ann%d','numbers':['%d'],"
                        + "'flow':{'module':'hangup','data':{},'children':{}},'mailbox':'%d','realm':'r%d.example.org',"
                        + "'users':{},'endpoints':[],'keys':['%d'],'member':{},'text':'x','cycle':'daily'}}")
                .replace("%d", Integer.toString(number))
                .replace('\'', '"');
    }

    private void learn(String path, Response answer) {
        String type = answer.header("content-type");
        if (answer.status() >= 300
                || type == null
                || !type.contains("json")
                || answer.text().isEmpty()) {
            return;
        }
        String[] steps = path.split("/");
        List<String> known = ids.computeIfAbsent(steps[steps.length - 1], noun -> new ArrayList<>());
        add(known, answer.data());
        answer.body().array("data").values().forEach(row -> {
            if (row instanceof JsonObject object) {
                add(known, object);
            }
        });
        if (known.isEmpty()) {
            ids.remove(steps[steps.length - 1]);
        }
    }

    private static void add(List<String> known, JsonObject document) {
        String id = document.text("id");
        if (id != null && id.matches("[A-Za-z0-9_.-]+") && !known.contains(id)) {
            known.add(id);
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
