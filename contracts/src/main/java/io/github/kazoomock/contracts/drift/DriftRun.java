package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.drift.Comparison.Worlds;
import io.github.kazoomock.contracts.target.Caller;
import io.github.kazoomock.contracts.target.FoundStates;
import io.github.kazoomock.contracts.target.Left;
import io.github.kazoomock.contracts.target.LiveServer;
import io.github.kazoomock.contracts.target.LiveStates;
import io.github.kazoomock.contracts.target.ScratchAccounts;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.sandbox.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds a mock in this process against another one, a KAZOO, or a recording of one. */
public final class DriftRun {
    private final KazooServer server;
    private final Profile profile;
    private final Acceptances acceptances;
    private final Consumer<String> say;
    private final long began = System.nanoTime();

    /**
     * A run.
     *
     * @param server the mock
     * @param profile which it imitates
     * @param say is told what is created elsewhere and what stays there
     */
    public DriftRun(KazooServer server, Profile profile, Acceptances acceptances, Consumer<String> say) {
        this.server = server;
        this.profile = profile;
        this.acceptances = acceptances;
        this.say = say;
    }

    /**
     * Another mock.
     *
     * @param root its address
     * @param other its profile; null for the one that it runs with
     * @throws io.github.kazoomock.contracts.Unreachable when no mock is there
     */
    public DriftReport mock(String root, @Nullable String other, Sessions sessions) {
        MockStage theirs = MockStage.at(root, other);
        String name = other == null ? theirs.profile() : other;
        Outcome outcome = new Drift(ours(), profile.decisions(), theirs, Worlds.SAME).of(sessions.all());
        return report(other == null ? "a mock of " + name + " at " + root : "a mock of " + name, outcome, List.of());
    }

    /**
     * True for a mock, whose sandboxes and people can be had without credentials.
     *
     * @throws io.github.kazoomock.contracts.Unreachable when nobody is there
     */
    public static boolean isMock(String root) {
        return MockHttp.at(root).isMock();
    }

    /** Plays everything where nothing is sent, and compares nothing. */
    public void rehearse(LiveServer live, Sessions sessions) {
        inScratch(live, stage -> {
            for (Session session : sessions.all().sessions()) {
                try {
                    Transcript.of(session, stage);
                } catch (Stage.NotPlayable e) {
                    say.accept("not sent: " + session.name() + ": " + e.getMessage());
                }
            }
            return true;
        });
    }

    /**
     * A KAZOO: everything happens in a scratch account, which is removed whatever happens; or nothing is written at all.
     *
     * @throws io.github.kazoomock.contracts.Unreachable when it does not answer, or does not let us in
     */
    public DriftReport live(LiveServer live, Sessions sessions) {
        String subject = live.base().root();
        if (live.isReadOnly()) {
            Caller caller = live.session().caller();
            LiveStage theirs = new LiveStage(live.target(), new FoundStates(live.session(), caller));
            Outcome outcome = new Drift(ours(), profile.decisions(), theirs, Worlds.OTHER).of(sessions.all());
            return report(subject + ", reading alone", outcome.with(live.secrets()::scrub), List.of());
        }
        InScratch<Outcome> done = inScratch(
                live,
                theirs ->
                        new Drift(ours().fresh(), profile.decisions(), theirs, Worlds.SAME_ACCOUNT).of(sessions.all()));
        return report(subject, done.result.with(live.secrets()::scrub), done.left);
    }

    /** What was done in a scratch account, and what of it stays. */
    private record InScratch<T>(T result, List<Left> left) {}

    private <T> InScratch<T> inScratch(LiveServer live, Function<LiveStage, T> use) {
        ScratchAccounts accounts = new ScratchAccounts(
                live.target(),
                live.session(),
                live.session().caller(),
                live.base().root(),
                Clock.systemUTC(),
                line -> say.accept(live.secrets().scrub(line)));
        T result;
        try (accounts) {
            accounts.open();
            LiveStates states = new LiveStates(
                    live.target(),
                    accounts,
                    noun -> server.operations().operation(noun + ".create").isPresent());
            result = use.apply(new LiveStage(live.target(), states));
        }
        return new InScratch<>(result, accounts.left());
    }

    /**
     * A recording.
     *
     * @param otherWorld true when the mock's world is not the one that was recorded
     * @throws UsageError when there is no such recording
     */
    public DriftReport recording(Path folder, boolean otherWorld) {
        Recorded recorded = Recorded.read(
                folder, otherWorld, new OperationNames(server.operations().operations()));
        MockStage ours = ours().at(recorded.end());
        Worlds worlds = recorded.isOtherWorld() ? Worlds.OTHER : Worlds.SAME;
        Outcome outcome = new Drift(
                        ours,
                        profile.decisions(),
                        given -> {
                            throw new IllegalStateException("a recording is not played");
                        },
                        worlds)
                .of(recorded.session(), recorded.transcript())
                .leaving(recorded.left());
        return report("the recording " + folder.getFileName(), outcome, List.of());
    }

    private MockStage ours() {
        return MockStage.at(server.apiRoot(), profile.name());
    }

    private DriftReport report(String against, Outcome outcome, List<Left> left) {
        Profile other = profile.equals(Profile.KAZOO_5) ? Profile.KAZOO_5_0 : Profile.KAZOO_5;
        return DriftReport.of(
                "the mock (" + profile.name() + ") and " + against,
                other.name(),
                outcome,
                acceptances,
                left,
                Duration.ofNanos(System.nanoTime() - began));
    }
}
