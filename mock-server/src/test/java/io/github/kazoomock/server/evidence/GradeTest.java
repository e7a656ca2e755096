package io.github.kazoomock.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.server.evidence.Evidence.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {
    private static Evidence on(Kind kind, String date) {
        return new Evidence(kind, "somewhere", LocalDate.parse(date));
    }

    @Test
    void isThatOfTheStrongestEvidenceWhateverItsAge() {
        assertThat(Grade.of(List.of(
                        on(Kind.SOURCE_SHEET, "2026-11-20"),
                        on(Kind.RECORDED_EXCHANGE, "2020-01-01"),
                        on(Kind.SEED, "2026-11-20"))))
                .hasToString("recorded exchange 2020-01-01");
    }

    @Test
    void ofEqualsTheLatestCounts() {
        assertThat(Grade.of(
                        List.of(on(Kind.SEED, "2019-12-09"), on(Kind.SEED, "2026-11-01"), on(Kind.SEED, "2016-02-02"))))
                .hasToString("seed 2026-11-01");
    }

    @Test
    void isUnverifiedWithoutEvidence() {
        assertThat(Grade.of(List.of()).kind()).isEqualTo(Kind.UNVERIFIED);
    }

    @Test
    void aRecordingIsWorthMoreThanADocumentedExchangeAndThatMoreThanASeed() {
        assertThat(List.of(
                        Grade.parse("unverified 2026-11-20"),
                        Grade.parse("source sheet 2026-11-20"),
                        Grade.parse("seed 2019-01-01"),
                        Grade.parse("seed 2026-11-20"),
                        Grade.parse("documented exchange 2022-01-01"),
                        Grade.parse("recorded exchange 2016-01-01")))
                .isSorted();
    }

    @Test
    void isBelowWhatProvesMoreAndNotBelowItsOwnKind() {
        Grade seed = Grade.parse("seed 2019-12-09");
        assertThat(seed.isBelow(Kind.RECORDED_EXCHANGE)).isTrue();
        assertThat(seed.isBelow(Kind.DOCUMENTED_EXCHANGE)).isTrue();
        assertThat(seed.isBelow(Kind.SEED)).isFalse();
        assertThat(seed.isBelow(Kind.SOURCE_SHEET)).isFalse();
        assertThat(seed.isBelow(Kind.UNVERIFIED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsPrinted(Kind kind) {
        Grade grade = new Grade(kind, LocalDate.parse("2026-11-20"));
        assertThat(Grade.parse(grade.toString())).isEqualTo(grade);
        assertThat(Grade.parse(kind.word() + " 2026-11-20")).isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seed", "2026-11-20", "seed yesterday", "seed 2026-13-01"})
    void nothingElseIsOne(String text) {
        assertThatThrownBy(() -> Grade.parse(text))
                .hasMessage("'" + text + "' is no grade; use a kind (recorded, documented, seed, sheet or unverified)"
                        + " and a date, like seed 2026-11-20");
    }

    @ParameterizedTest
    @CsvSource({
        "recorded, RECORDED_EXCHANGE",
        "recorded exchange, RECORDED_EXCHANGE",
        "Recorded-Exchange, RECORDED_EXCHANGE",
        "documented, DOCUMENTED_EXCHANGE",
        "documented_exchange, DOCUMENTED_EXCHANGE",
        "seed, SEED",
        "sheet, SOURCE_SHEET",
        "source-sheet, SOURCE_SHEET",
        "unverified, UNVERIFIED"
    })
    void aKindHasAWordOrAllItsWords(String text, Kind kind) {
        assertThat(Kind.parse(text)).isEqualTo(kind);
    }

    @Test
    void aKindThatThereIsNotNamesThoseThatThereAre() {
        assertThatThrownBy(() -> Kind.parse("sure"))
                .hasMessage("'sure' is no kind of evidence; use recorded, documented, seed, sheet or unverified");
    }

    @Test
    void aDocumentIsDatedOnceByItsName() {
        assertThat(Evidence.sheet("delta 5.3").date()).isEqualTo("2026-05-16");
        assertThat(Evidence.seed("services: Fetch")).hasFieldOrPropertyWithValue("date", LocalDate.parse("2019-12-09"));
        assertThat(Evidence.sheet("services 1").date())
                .isNotEqualTo(Evidence.seed("services: 1").date());
    }

    @Test
    void aDocumentWithoutADateIsAMistakeOfTheDeclaration() {
        assertThatThrownBy(() -> Evidence.sheet("hearsay 7"))
                .hasMessage(
                        "sources.json has no source sheet 'hearsay'; add a row with its date, or cite one that is there");
    }
}
