package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.record.Exchanges;
import io.github.kazoomock.fixtures.Fixture;
import io.github.kazoomock.fixtures.FixtureAccount;
import io.github.kazoomock.fixtures.FixtureDocument;
import io.github.kazoomock.fixtures.FixtureException;
import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.OperationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The world that a recording saw, written as a fixture that {@code serve --fixture} starts. */
public final class RecordedWorld {
    /** The fixture's folder in a recording's. */
    public static final String FOLDER = "fixture";

    private RecordedWorld() {}

    /**
     * What was made.
     *
     * @param until when the recording ended: the time at which the fixture is to be started
     * @param logins who can log in, with {@link #password}
     * @param leftOut what no schema would take, each with the reason
     */
    public record Made(
            Path folder, Instant until, int accounts, int documents, List<Login> logins, List<String> leftOut) {
        public Made {
            logins = List.copyOf(logins);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Somebody who can log in. */
    public record Login(String account, String username, String privilege) {}

    /** The password of all of them. */
    public static String password() {
        return FixtureMaking.PASSWORD;
    }

    /**
     * Makes the fixture of a recording; an earlier one is replaced.
     *
     * @param recording the folder with the exchanges
     * @throws UsageError when there is no recording, or nothing of a world in it, or the fixture cannot be written
     */
    public static Made make(Path recording) {
        OperationTable table = KazooServer.builder().operations();
        SchemaRegistry schemas = SchemaRegistry.bundled();
        Learning learning = new Learning(table, schemas);
        Exchanges.read(recording, learning::learn);
        if (learning.world.accounts.isEmpty()) {
            throw new UsageError(recording + " has nothing that a fixture could be made of: no account was read");
        }
        Instant end = learning.until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        String name = String.valueOf(recording.toAbsolutePath().normalize().getFileName());
        Fixture known = FixtureMaking.of(learning.world, name, "Recorded from a server until " + end);
        try {
            Completion.Completed completed = new Completion(schemas, table.documentSchemas(), end).of(known);
            Made made = made(recording.resolve(FOLDER), end, completed);
            Fixtures.save(completed.fixture(), made.folder());
            Files.writeString(made.folder().resolve("README.md"), Readme.of(made));
            return made;
        } catch (FixtureException e) {
            throw new UsageError("the fixture of " + recording + " cannot be made: " + String.join("; ", e.problems()));
        } catch (IOException e) {
            throw new UsageError(recording.resolve(FOLDER) + " cannot be written: " + e.getMessage());
        }
    }

    private static Made made(Path folder, Instant end, Completion.Completed completed) {
        List<FixtureAccount> accounts = completed.fixture().accounts();
        int documents =
                accounts.stream().mapToInt(each -> each.documents().size()).sum();
        List<Login> logins = accounts.stream()
                .flatMap(account -> account.documents().stream()
                        .filter(FixtureMaking::logsIn)
                        .map(user -> login(account, user)))
                .toList();
        return new Made(folder, end, accounts.size(), documents, logins, completed.leftOut());
    }

    private static Login login(FixtureAccount account, FixtureDocument user) {
        return new Login(
                account.document().textOr("name", account.id()),
                user.document().textOr("username", ""),
                user.document().textOr("priv_level", "user"));
    }
}
