package io.github.kazoomock.server;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.evidence.EvidenceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Evidence that a user brings: beside the fixture's {@code fixture.json}, and in the file that a setting names. */
record BroughtEvidence(Settings settings) {

    /**
     * The table with it.
     *
     * @throws SettingException when a file cannot be read, with the place in it
     */
    OperationTable added(OperationTable table) {
        OperationTable more = ofFixture()
                .map(file -> with(table, file, Setting.FIXTURE, Fixtures.EVIDENCE + ": "))
                .orElse(table);
        return settings.evidence()
                .map(file -> with(more, file, Setting.EVIDENCE, ""))
                .orElse(more);
    }

    /** What is wrong with the file beside the fixture; nothing when there is none. */
    Optional<String> fixtureProblem(OperationTable table) {
        return ofFixture().map(file -> problem(table, file)).filter(problem -> !problem.isEmpty());
    }

    private static String problem(OperationTable table, Path file) {
        try {
            table.with(read(file));
            return "";
        } catch (IllegalArgumentException e) {
            return Fixtures.EVIDENCE + ": " + e.getMessage();
        }
    }

    private OperationTable with(OperationTable table, Path file, Setting setting, String where) {
        try {
            return table.with(read(file));
        } catch (IllegalArgumentException e) {
            throw settings.wrong(setting, where + e.getMessage());
        }
    }

    private static EvidenceList read(Path file) {
        try {
            return EvidenceList.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Optional<Path> ofFixture() {
        String fixture = settings.fixture();
        try {
            return Fixtures.names().contains(fixture)
                    ? Optional.empty()
                    : Optional.of(Path.of(fixture, Fixtures.EVIDENCE)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty(); // the fixture itself complains
        }
    }
}
