package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureException;
import io.github.kazoomock.fixtures.FixtureSource;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.schemas.SchemaException;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.FixtureWorld;
import io.github.kazoomock.server.services.Opening;
import io.github.kazoomock.server.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server stands on before it listens: schemas, operations and where fixtures come from. */
record Groundwork(Settings settings, SchemaRegistry schemas, Tokens tokens, OperationTable table) {

    static Groundwork of(Settings settings) {
        Groundwork bare = withoutBroughtEvidence(settings);
        OperationTable table = new BroughtEvidence(settings).added(bare.table);
        return new Groundwork(settings, bare.schemas, bare.tokens, table);
    }

    /** As above, with grades as they are without the user's evidence. */
    static Groundwork withoutBroughtEvidence(Settings settings) {
        SchemaRegistry schemas = schemas(settings);
        Tokens tokens = new Tokens();
        return new Groundwork(settings, schemas, tokens, new OperationTable(Nouns.all(schemas, tokens)));
    }

    private static SchemaRegistry schemas(Settings settings) {
        SchemaRegistry bundled = SchemaRegistry.bundled();
        @Nullable Path folder = settings.schemas().orElse(null);
        try {
            return folder == null ? bundled : bundled.withFolder(folder);
        } catch (SchemaException e) {
            throw settings.wrong(Setting.SCHEMAS, String.join("; ", e.problems()));
        }
    }

    /**
     * The fixture.
     *
     * @param source its files
     * @throws SettingException with the first problem, when there are any
     */
    Fixture fixture(FixtureSource source, Instant start) {
        try {
            return Fixtures.load(source, schemas, table.documentSchemas(), start);
        } catch (FixtureException e) {
            int more = e.problems().size() - 1;
            String check = "kazoo-mock fixtures check " + settings.fixture();
            String rest = more == 0 ? "" : " (and " + more + " more: " + check + ")";
            throw settings.wrong(Setting.FIXTURE, e.problems().get(0) + rest);
        }
    }

    /** The world that a fixture describes, with its books open. */
    World world(Fixture fixture, Instant start) {
        return Opening.of(FixtureWorld.of(fixture, table.types(), table.indexes(), settings.seed(), start), start);
    }

    /** Every problem of the fixture, even of one that is in the jar. */
    List<String> fixtureProblems() {
        List<String> problems = new ArrayList<>(
                Fixtures.problems(settings.fixture(), schemas, table.documentSchemas(), settings.clock()));
        new BroughtEvidence(settings).fixtureProblem(table).ifPresent(problems::add);
        return problems;
    }
}
