package io.github.kazoomock.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.Access;
import io.github.kazoomock.server.crossbar.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation can be asked well and badly, without a line for most of them. */
@Timeout(120)
class InteractionsTest {
    private static final String NEWEST = "kazoo-5";
    private static final String OLDER = "kazoo-5.0";

    /** What no request makes succeed, and what it answers; the examples say why. */
    private static final Map<String, Map<String, Integer>> NEVER = Map.of(
            NEWEST,
            Map.of(
                    "phone_numbers.locality", 500,
                    "transactions.subscriptions", 404,
                    "user_auth.recovery.reset", 400),
            OLDER,
            Map.of(
                    "phone_numbers.locality", 500,
                    "user_auth.recovery.reset", 400,
                    "user_auth.token", 403,
                    "cdrs.summary", 500));

    private static final Map<String, Exporter> EXPORTERS = new ConcurrentHashMap<>();

    private static Exporter exporter(String profile) {
        return EXPORTERS.computeIfAbsent(profile, InteractionsTest::fresh);
    }

    private static Exporter fresh(String profile) {
        return KazooServer.builder().fixture("demo").profile(profile).exporter();
    }

    private static List<Interaction> all(Exporter exporter) {
        return exporter.interactions(exporter.table().operations());
    }

    private static Set<Integer> statuses(Exporter exporter, Operation operation) {
        return exporter.interactions(List.of(operation)).stream()
                .map(each -> each.response().status())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Exporter exporter, Predicate<Operation> wanted) {
        return exporter.served().stream()
                .filter(wanted)
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWEST, OLDER})
    void everyServedOperationSucceeds(String profile) {
        Exporter exporter = exporter(profile);
        assertThat(exporter.problems(exporter.served())).isEmpty();
        Map<String, Integer> otherwise = new TreeMap<>();
        for (Operation operation : exporter.served()) {
            Response first = exporter.interactions(List.of(operation)).get(0).response();
            if (!first.isSuccess()) {
                otherwise.put(operation.id(), first.status());
            }
        }
        assertThat(otherwise).isEqualTo(NEVER.get(profile));
    }

    @Test
    void whatAProfileDoesNotServeIsLeftOut() {
        Exporter older = exporter(OLDER);
        Operation status = older.table().operation("services.status").orElseThrow();
        assertThat(older.served()).doesNotContain(status);
        assertThat(older.interactions(List.of(status))).isEmpty();
        assertThat(older.problems(List.of(status))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWEST, OLDER})
    void everyOperationThatNeedsATokenIsRefusedWithoutOne(String profile) {
        Exporter exporter = exporter(profile);
        assertThat(ids(
                        exporter,
                        each -> each.access() != Access.ANYBODY
                                && !statuses(exporter, each).contains(401)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWEST, OLDER})
    void everyOperationOfAnAccountIsForbiddenToOthers(String profile) {
        Exporter exporter = exporter(profile);
        assertThat(ids(
                        exporter,
                        each -> each.templates().get(0).startsWith("/accounts/{ACCOUNT_ID}")
                                && !statuses(exporter, each).contains(403)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWEST, OLDER})
    void everyDescriptionIsUnique(String profile) {
        assertThat(all(exporter(profile)).stream().map(Interaction::description))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWEST, OLDER})
    void thereAreRefusalsOfEveryKind(String profile) {
        Map<Integer, Long> counts = all(exporter(profile)).stream()
                .collect(Collectors.groupingBy(each -> each.response().status(), TreeMap::new, Collectors.counting()));
        assertThat(counts.keySet()).contains(200, 201, 400, 401, 402, 403, 404, 409);
        assertThat(counts.get(400)).isGreaterThan(75);
        assertThat(counts.get(404)).isGreaterThan(85);
        assertThat(counts.get(402)).isGreaterThan(10);
        assertThat(counts.get(409)).isGreaterThan(3);
    }

    @Test
    void whatCostsIsAskedForAndWhatIsThereAlreadyIsAConflict() {
        Exporter exporter = exporter(NEWEST);
        assertThat(ids(exporter, each -> statuses(exporter, each).contains(402)))
                .contains(
                        "accounts.create_child",
                        "users.create",
                        "devices.create",
                        "phone_numbers.activate",
                        "phone_numbers.collection.activate",
                        "transactions.sale");
        assertThat(ids(exporter, each -> statuses(exporter, each).contains(409)))
                .contains("phone_numbers.create", "ledgers.debit", "media.create");
        Exporter older = exporter(OLDER);
        assertThat(ids(older, each -> statuses(older, each).contains(409)))
                .as("ids that clients choose")
                .contains("menus.create", "devices.create", "callflows.create");
    }

    @Test
    void everyExampleNamesAnOperationOfTheTable() {
        Exporter exporter = exporter(NEWEST);
        Set<String> known =
                exporter.table().operations().stream().map(Operation::id).collect(Collectors.toSet());
        assertThat(known).containsAll(exporter.played().examples().operations());
    }

    @Test
    void everyExampleIsNeededOrSaysThatItIsOnlyNicer() {
        Set<String> needed = new TreeSet<>();
        Set<String> needless = new TreeSet<>();
        Set<String> nicer = new TreeSet<>();
        Examples examples = exporter(NEWEST).played().examples();
        for (String id : examples.operations()) {
            if (examples.of(id).isForSuccess()) {
                (examples.of(id).isNicer() ? nicer : needless).add(id);
            }
            if (List.of(NEWEST, OLDER).stream().anyMatch(profile -> !succeedsWithout(id, exporter(profile)))) {
                needed.add(id);
            }
        }
        needless.removeAll(needed);
        nicer.retainAll(needed);
        assertThat(needless).as("succeed without their example").isEmpty();
        assertThat(nicer).as("are needed").isEmpty();
    }

    private static boolean succeedsWithout(String id, Exporter exporter) {
        Operation operation = exporter.table().operation(id).orElseThrow();
        if (!exporter.served().contains(operation)) {
            return true;
        }
        try {
            exporter.played().without(id).good(operation, new ArrayList<>());
            return true;
        } catch (StateProblem | IllegalStateException e) {
            return false;
        }
    }

    @Test
    void everyThingOfTheExamplesIsUsed() {
        Set<String> used = new HashSet<>();
        for (String profile : List.of(NEWEST, OLDER)) {
            for (Interaction each : all(exporter(profile))) {
                each.given().params().array("things").forEach(thing -> used.add(thing(thing)));
            }
        }
        assertThat(used).containsAll(exporter(NEWEST).played().examples().things());
    }

    private static String thing(Json thing) {
        return ((JsonObject) thing).textOr("as", "");
    }

    @Test
    void twoExportersGiveEqualInteractions() {
        List<Interaction> once = all(exporter(NEWEST));
        List<Interaction> again = all(fresh(NEWEST));
        assertThat(again).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
            assertThat(written(again.get(i))).isEqualTo(written(once.get(i)));
        }
    }

    private static String written(Interaction each) {
        return String.join(
                "\n",
                each.description(),
                each.given().toString(),
                each.template().path(),
                new TreeMap<>(each.values()).toString(),
                each.request().method() + " " + each.request().path()
                        + each.request().query(),
                each.request().headers().toString(),
                new String(each.request().body(), StandardCharsets.ISO_8859_1),
                each.response().status() + each.response().headers().toString(),
                new String(each.response().body(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void whereNobodyMadeACallThereIsNoneToAskFor() {
        Exporter exporter = KazooServer.builder().fixture("docs").exporter();
        assertThat(exporter.problems(exporter.served()))
                .containsOnlyKeys("cdrs.get", "cdrs.legs", "channels.action", "channels.get", "channels.metaflow");
    }

    @Test
    void whereThereIsNoCustomerEveryOperationOfAnAccountSaysSo() {
        Exporter exporter = KazooServer.builder().fixture("empty").exporter();
        Map<String, String> problems = exporter.problems(exporter.served());
        assertThat(problems).hasSizeGreaterThan(200);
        assertThat(problems.values()).allMatch(why -> why.contains(" here"), "a word about who is missing");
        assertThat(all(exporter))
                .isNotEmpty()
                .allMatch(each -> !problems.containsKey(each.operation().id()));
    }
}
