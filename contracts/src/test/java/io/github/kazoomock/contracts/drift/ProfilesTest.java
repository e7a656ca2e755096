package io.github.kazoomock.contracts.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.drift.Sessions.Part;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.Scope;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.sandbox.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The two profiles, held against each other: what a client sees of the table of decisions, and nothing else. */
@Timeout(300)
class ProfilesTest {
    private static KazooServer server;

    @BeforeAll
    static void start() {
        server = KazooServer.builder().port(0).fixture("demo").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static MockStage mock(Profile profile) {
        return MockStage.at(server.apiRoot(), profile.name());
    }

    private static Sessions.Listed sessions(Part... parts) {
        return new Sessions(Set.of(parts), Scope.ALL, KazooServer.builder().exporter()).all();
    }

    private static Outcome drift(Profile ours, Profile theirs, Sessions.Listed sessions) {
        return new Drift(mock(ours), ours.decisions(), mock(theirs), Worlds.SAME).of(sessions);
    }

    /** The done-when of the issue: all rows that a client can observe, and no difference without a row. */
    @Test
    void driftBetweenThemIsTheTableOfDecisionsAndNothingElse() {
        Outcome outcome = drift(Profile.KAZOO_5, Profile.KAZOO_5_0, sessions(Part.CONTRACT, Part.PROBES));
        Set<Decision> observable = EnumSet.allOf(Decision.class);
        observable.removeAll(Probes.unobservable().keySet());
        assertThat(outcome.rows()).isEqualTo(observable);
        assertThat(outcome.differences().stream()
                        .filter(each -> each.rows().isEmpty())
                        .map(each ->
                                each.found().session() + ": " + each.found().name()))
                .as("differences that no row explains")
                .isEmpty();
        assertThat(outcome.differences()).hasSizeGreaterThan(1000);
    }

    @Test
    void eachProbeShowsTheRowThatItIsFor() {
        Sessions.Listed probes = sessions(Part.PROBES);
        Map<String, Set<Decision>> shown = drift(Profile.KAZOO_5, Profile.KAZOO_5_0, probes).differences().stream()
                .collect(Collectors.groupingBy(
                        each -> each.found().session(),
                        Collectors.flatMapping(each -> each.rows().stream(), Collectors.toSet())));
        assertThat(probes.sessions())
                .allSatisfy(probe -> assertThat(shown.getOrDefault(probe.name(), Set.of()))
                        .as(probe.name())
                        .contains(probe.shows().orElseThrow()));
    }

    @Test
    void everyRowHasAProbeOrAReasonWhyNot() {
        List<Decision> named = new ArrayList<>(Probes.unobservable().keySet());
        sessions(Part.PROBES)
                .sessions()
                .forEach(probe -> named.add(probe.shows().orElseThrow()));
        assertThat(named).containsExactlyInAnyOrder(Decision.values());
        assertThat(Probes.unobservable().values()).allMatch(reason -> reason.length() > 20);
    }

    @Test
    void aProfileDoesNotDriftFromItself() {
        Sessions.Listed all = sessions(Part.CONTRACT, Part.PROBES);
        assertThat(drift(Profile.KAZOO_5, Profile.KAZOO_5, all).differences()).isEmpty();
        assertThat(drift(Profile.KAZOO_5_0, Profile.KAZOO_5_0, all).differences())
                .isEmpty();
    }

    @Test
    void seenFromTheOlderOneTheRowsAreTheSame() {
        Outcome outcome = drift(Profile.KAZOO_5_0, Profile.KAZOO_5, sessions(Part.PROBES));
        assertThat(outcome.differences().stream().filter(each -> each.rows().isEmpty()))
                .isEmpty();
        Set<Decision> observable = EnumSet.allOf(Decision.class);
        observable.removeAll(Probes.unobservable().keySet());
        // both are keys of a metadata that the older one does not have
        observable.remove(Decision.COMPUTED_ACCOUNT_FIELDS_IN_METADATA);
        observable.remove(Decision.TEMPORAL_RULES_TELL_WHETHER_THEY_MATCH);
        // a download that is named by its id says nothing of the upload's name
        observable.remove(Decision.UPLOADS_KEEP_THEIR_NAMES);
        assertThat(outcome.rows()).isEqualTo(observable);
    }

    /** What explains a difference must be able to fail: a server that differs in no row has none. */
    @Test
    void whatNoRowMakesIsLeftUnexplained() {
        Sessions.Listed probes = sessions(Part.PROBES);
        MockStage theirs = mock(Profile.KAZOO_5).at(Instant.parse("2026-05-16T10:20:30Z"));
        Stage broken = given -> new Broken(theirs.open(given), (request, good) -> withoutStatus(good));
        Outcome outcome = new Drift(mock(Profile.KAZOO_5), Profile.KAZOO_5.decisions(), broken, Worlds.SAME).of(probes);
        assertThat(outcome.differences()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.rows()).isEmpty();
            assertThat(each.found().difference().name()).isEqualTo("missing key /status");
        });
    }

    private static Response withoutStatus(Response good) {
        return good.json() instanceof JsonObject envelope
                ? new Response(
                        good.status(),
                        good.headers(),
                        envelope.without("status").utf8())
                : good;
    }
}
