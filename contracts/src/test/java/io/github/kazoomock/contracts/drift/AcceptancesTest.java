package io.github.kazoomock.contracts.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.drift.Difference.Kind;
import io.github.kazoomock.server.sandbox.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptancesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    private Acceptances read(String json) throws IOException {
        return Acceptances.read(Files.writeString(folder.resolve("accepted.json"), json.replace('\'', '"')), TODAY);
    }

    static Explained difference(String operation, String where, Decision... rows) {
        Found found = new Found(
                "session of " + operation,
                0,
                operation,
                "GET",
                200,
                new Difference(Kind.MISSING_KEY, where, "a string", ""));
        return new Explained(found, Set.of(rows));
    }

    private static DriftReport report(Acceptances acceptances, Explained... differences) {
        return DriftReport.of(
                "the mock and KAZOO",
                "kazoo-5.0",
                new Outcome(List.of(differences), List.of(), 3, Map.of()),
                acceptances,
                List.of(),
                Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'difference':'missing key /data/name' | true",
                "'difference':'missing key /data/*' | true",
                "'difference':'users.get GET 200: missing key /data/name' | true",
                "'difference':'missing key /data/name','operation':'users.*' | true",
                "'difference':'missing key /data/name','operation':'menus.get' | false",
                "'difference':'missing key /data/nam' | false",
                "'difference':'MISSING key /data/name' | false",
                "'row':'L6' | true",
                "'row':'ROWS_HAVE_FEATURES' | true",
                "'row':'L5' | false",
                "'row':'L6','difference':'extra key *' | false",
            })
    void anEntryIsAboutADifferenceAnOperationOrARow(String entry, boolean accepts) throws IOException {
        Acceptances acceptances = read("[{" + entry + ",'reason':'r','expires':'2026-11-20'}]");
        assertThat(acceptances
                        .accepting(difference("users.get", "/data/name", Decision.ROWS_HAVE_FEATURES))
                        .isPresent())
                .isEqualTo(accepts);
    }

    @Test
    void aRowAcceptsOnlyWhatItMakesAlone() throws IOException {
        Acceptances acceptances = read("[{'row':'L6','reason':'r','expires':'2026-11-20'}]");
        assertThat(acceptances.accepting(
                        difference("users.get", "/a", Decision.ROWS_HAVE_FEATURES, Decision.ARRAY_FILTERS)))
                .isEmpty();
        assertThat(acceptances.accepting(difference("users.get", "/a"))).isEmpty();
    }

    @Test
    void whatExpiredAcceptsNothingAndIsNamed() throws IOException {
        DriftReport report = report(
                read("[\n{'difference':'missing key /data/name','reason':'soon mended','expires':'2026-11-19'}]"),
                difference("users.get", "/data/name"));
        assertThat(report.isFine()).isFalse();
        assertThat(report.warnings())
                .containsExactly(
                        "line 2 expired on 2026-11-19 and accepts nothing: missing key /data/name" + " (soon mended)");
    }

    @Test
    void whatMatchesNothingIsWarnedAbout() throws IOException {
        DriftReport report = report(
                read("[{'difference':'missing key /data/name','reason':'r','expires':'2027-01-01'},\n"
                        + "{'row':'H9','operation':'menus.*','reason':'r','expires':'2027-01-01'}]"),
                difference("users.get", "/data/name"));
        assertThat(report.isFine()).isTrue();
        assertThat(report.warnings()).containsExactly("line 2 matches nothing; remove it: H9 of menus.*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'difference':'x','expires':'2027-01-01'} | has no reason; say why \"x\" is fine for now",
                "{'difference':'x','reason':' ','expires':'2027-01-01'} | has no reason",
                "{'difference':'x','reason':'r'} | has no expiry date; use one like \"expires\": \"2027-01-31\"",
                "{'difference':'x','reason':'r','expires':'soon'} | expires \"soon\", which is no date",
                "{'reason':'r','expires':'2027-01-01'} | says neither which difference nor which row",
                "{'diff':'x','reason':'r','expires':'2027-01-01'} | there is no \"diff\"; use difference, operation",
                "{'row':6,'reason':'r','expires':'2027-01-01'} | row is no text",
                "7 | an entry is an object",
            })
    void anEntryThatMakesNoSenseIsNamedByItsLine(String entry, String message) {
        String file = "[\n  {'difference':'[,{','reason':'r','expires':'2027-01-01'},\n\n  " + entry + "\n]";
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("accepted.json:4: " + message);
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(UsageError.class).hasMessageContaining("is no JSON list");
        assertThatThrownBy(() -> read("[")).isInstanceOf(UsageError.class).hasMessageContaining("is no JSON:");
        assertThatThrownBy(() -> Acceptances.read(folder.resolve("none"), TODAY))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void theSkeletonIsRefusedUntilReasonsAreGivenAndThenAcceptsEverything() throws IOException {
        Explained[] all = {
            difference("users.get", "/data/name"),
            difference("users.get", "/data/*/features", Decision.ROWS_HAVE_FEATURES),
            difference("menus.get", "/data/*/features", Decision.ROWS_HAVE_FEATURES),
            difference("menus.get", "/data/x", Decision.ARRAY_FILTERS, Decision.END_KEY_IS_IGNORED),
        };
        String skeleton = Skeleton.of(report(Acceptances.none(), all), TODAY);
        assertThat(skeleton)
                .contains(
                        "\"row\": \"ROWS_HAVE_FEATURES\"",
                        "\"operation\": \"users.get\"",
                        "\"expires\": \"2027-02-18\"");
        assertThatThrownBy(() -> read(skeleton))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(":2: has no reason");
        DriftReport accepted = report(read(skeleton.replace("\"reason\": \"\"", "\"reason\": \"later\"")), all);
        assertThat(accepted.isFine()).isTrue();
        assertThat(accepted.warnings()).isEmpty();
    }
}
