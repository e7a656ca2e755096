package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.world.Attachment;
import org.junit.jupiter.api.Test;

class VCardTest {
    private static String card(String user) {
        return VCard.of(json(user), null, null);
    }

    @Test
    void everythingKnownIsALineInOrder() {
        String text = VCard.of(json("""
                {'first_name':'Pat','middle_name':'Q','last_name':'Sample','email':'p@ex.test','timezone':'Etc/UTC',
                 'caller_id':{'internal':{'number':'1001'},'external':{'number':'+16175550100'}},
                 'profile':{'birthday':'1990-01-02','note':'n','title':'t','role':'r','nicknames':['A','B'],
                            'addresses':[{'address':'1 Pier','types':['work','pref']},{'address':'2 Quay'}]}}"""), "Org", Attachment.of("image/jpeg", new byte[] {1, 2, 3}));
        assertThat(text.lines())
                .containsExactly(
                        "BEGIN:VCARD",
                        "VERSION:3.0",
                        "FN:Pat Q Sample",
                        "N:Sample;Pat;Q",
                        "ORG:Org",
                        "PHOTO;ENCODING=B;TYPE=JPEG:AQID",
                        "EMAIL:p@ex.test",
                        "BDAY:1990-01-02",
                        "NOTE:n",
                        "TITLE:t",
                        "ROLE:r",
                        "TZ:Etc/UTC",
                        "NICKNAME:A,B",
                        "TEL:1001",
                        "TEL:+16175550100",
                        "ADR;TYPE=work,pref:1 Pier",
                        "ADR:2 Quay",
                        "END:VCARD");
    }

    @Test
    void theProfileWins() {
        assertThat(card("{'first_name':'P','email':'a@ex.test','profile':{'email':'b@ex.test'}}"))
                .contains("EMAIL:b@ex.test")
                .doesNotContain("a@ex.test");
    }

    @Test
    void addressesOfTheCardServeWhereTheProfileHasNone() {
        assertThat(card("{'addresses':{'vcard':[{'address':'1 Pier','types':['home']}]}}"))
                .contains("\nADR;TYPE=home:1 Pier\n");
    }

    @Test
    void whatWouldEndAValueIsEscaped() {
        assertThat(card("{'first_name':'A,B','last_name':'C;D','profile':{'note':'x:y'}}"))
                .contains("FN:A\\,B C\\;D\n", "N:C\\;D;A\\,B\n", "NOTE:x\\:y\n");
    }

    @Test
    void longLinesGoOnBehindASpace() {
        String note = "x".repeat(150);
        assertThat(card("{'profile':{'note':'" + note + "'}}"))
                .contains("NOTE:" + "x".repeat(70) + "\n " + "x".repeat(75) + "\n " + "x".repeat(5) + "\nEND");
    }

    @Test
    void onlyAJpegIsAPhoto() {
        assertThat(VCard.of(json("{}"), null, Attachment.of("image/png", new byte[] {1})))
                .isEqualTo("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n");
    }
}
