package io.github.kazoomock.contracts.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Report;
import io.github.kazoomock.server.sandbox.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of a drift. */
class DriftTextTest {
    @TempDir
    private Path folder;

    private DriftReport report() throws IOException {
        List<Explained> differences = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            differences.add(
                    AcceptancesTest.difference("noun" + i + ".list", "/data/*/features", Decision.ROWS_HAVE_FEATURES));
        }
        differences.add(AcceptancesTest.difference("users.get", "/data/name"));
        differences.add(AcceptancesTest.difference("menus.get", "/data/old"));
        Path file = Files.writeString(folder.resolve("accepted.json"), """
                [{"difference": "missing key /data/old", "reason": "goes in June", "expires": "2026-12-31"},
                 {"difference": "missing key /data/new", "reason": "late", "expires": "2026-11-01"}]
                """);
        return DriftReport.of(
                "the mock (kazoo-5) and https://kazoo.example.com/v2",
                "kazoo-5.0",
                new Outcome(differences, List.of(), 843, Map.of("a", "it would write", "b", "it would write")),
                Acceptances.read(file, LocalDate.of(2026, 11, 20)),
                List.of(),
                Duration.ofMillis(1500));
    }

    @Test
    void aTerminalHasALineForEachCause() throws IOException {
        assertThat(DriftText.human(report())).isEqualTo("""
                drift: the mock (kazoo-5) and https://kazoo.example.com/v2

                DRIFT     missing key /data/name: the mock: a string, there: nothing; users.get GET 200
                ACCEPTED  missing key /data/old: the mock: a string, there: nothing; menus.get GET 200 (until 2026-12-31: goes in June)
                DRIFT     L6 rows have features, as kazoo-5.0 does: missing key /data/*/features; 200 replies of 200 operations, as noun1.list GET 200, noun2.list GET 200, noun3.list GET 200 ...
                SKIPPED   2 sessions: it would write
                WARNING   line 2 expired on 2026-11-01 and accepts nothing: missing key /data/new (late)

                2 causes of drift, 1 accepted, 0 operations answer the same; 843 replies of 0 sessions compared in 1.5 s
                """);
    }

    @Test
    void aPullRequestHasATableOfCauses() throws IOException {
        assertThat(DriftText.markdown(report())).isEqualTo("""
                # drift: found

                the mock (kazoo-5) and https://kazoo.example.com/v2. 2 causes of drift, 1 accepted, 0 operations answer the same; 843 replies of 0 sessions compared in 1.5 s.

                ## Nothing explains

                | cause | differences | where |
                |---|---|---|
                | missing key /data/name | the mock: a string, there: nothing | users.get GET 200 |

                ## As kazoo-5.0 does

                | cause | differences | where |
                |---|---|---|
                | L6 rows have features | missing key /data/\\*/features | 200 replies of 200 operations, as noun1.list GET 200, noun2.list GET 200, noun3.list GET 200 ... |

                ## Accepted for now

                | cause | differences | where |
                |---|---|---|
                | missing key /data/old (until 2026-12-31: goes in June) | the mock: a string, there: nothing | menus.get GET 200 |

                ## Warnings

                - line 2 expired on 2026-11-01 and accepts nothing: missing key /data/new (late)

                ## Not compared

                - 2 sessions: it would write
                """);
    }

    @Test
    void machinesGetACaseForEachCause() throws IOException {
        Report report = report().report();
        assertThat(report.isFine()).isFalse();
        assertThat(report.cases().stream().map(each -> each.verdict() + " " + each.name()))
                .containsExactly(
                        "FAILED missing key /data/name",
                        "ACCEPTED missing key /data/old (accepted in line 1)",
                        "FAILED L6 rows have features",
                        "SKIPPED a",
                        "SKIPPED b");
        Case one = report.cases().get(0);
        assertThat(one.operation()).isEqualTo("users.get");
        assertThat(one.findings())
                .singleElement()
                .hasToString("Finding[kind=missing key, where=/data/name, expected=a string, actual=]");
    }
}
