package io.github.kazoomock.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.server.evidence.Evidence.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceListTest {
    private static EvidenceList parse(String json) {
        return EvidenceList.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isReadFromAListOfRows() {
        Evidence recorded = new Evidence(Kind.RECORDED_EXCHANGE, "staging", LocalDate.parse("2026-11-20"));
        assertThat(parse(
                                "[{'operation':'users.get','kind':'recorded exchange','source':'staging','date':'2026-11-20'}]")
                        .entries())
                .containsExactly(new EvidenceList.Entry("users.get", recorded));
    }

    @Test
    void isWrittenAsItIsRead() {
        EvidenceList list = new EvidenceList(List.of(
                new EvidenceList.Entry("users.get", Evidence.seed("accounts: Fetch")),
                new EvidenceList.Entry("users.list", Evidence.sheet("pbx 1"))));
        assertThat(EvidenceList.parse(list.toJson().toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}  | is no list; use [{operation, kind, source, date}, ...]
                    [1] | /0 is no object; use the keys operation, kind, source, date
                    [{}] | /0/operation is missing; use the id of one, like users.get
                    [{'operation':7}] | /0/operation is no text; use the id of one, like users.get
                    [{'operation':'a','kind':'sure','source':'b','date':'2026-11-20'}] | /0/kind 'sure' is no kind of evidence; use recorded, documented, seed, sheet or unverified
                    [{'operation':'a','kind':'seed','source':' ','date':'2026-11-20'}] | /0/source is no text; use where it comes from
                    [{'operation':'a','kind':'seed','source':'b','date':'today'}] | /0/date 'today' is no date; use a day like 2026-11-20
                    [{'operation':'a','kind':'seed','source':'b','date':'2026-11-20'},{'operatoin':'a'}] | /1/operatoin is no key of evidence; use operation, kind, source, date
                    """)
    void saysWhatIsWrongAndWhere(String json, String complaint) {
        assertThatThrownBy(() -> parse(json)).hasMessage(complaint);
    }

    @Test
    void saysWhereTheJsonBreaks() {
        assertThatThrownBy(() -> parse("[\n{")).hasMessageStartingWith("line 2, column ");
    }
}
