package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UserCardTest {
    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String user(String data) {
        return "users/" + office.made("users", data);
    }

    @Test
    void hasALineForEachThingThatIsKnown() {
        String user = user("""
                {'first_name':'Pat','middle_name':'Q','last_name':'Sample','email':'pat@ex.test','org':'Harbor; Dental',
                 'timezone':'Europe/Berlin','caller_id':{'internal':{'number':'101'},'external':{'number':'+14155550100'}},
                 'profile':{'birthday':'1990-01-02','note':'a: b, c','title':'Dr','role':'Dentist','nicknames':['P','PQ'],
                            'addresses':[{'address':'1 Main St','types':['dom','work']},{'address':'2 Side St'}]}}""");
        assertThat(office.get(user + "/vcard").text().lines())
                .containsExactly(
                        "BEGIN:VCARD",
                        "VERSION:3.0",
                        "FN:Pat Q Sample",
                        "N:Sample;Pat;Q",
                        "ORG:Harbor\\; Dental",
                        "EMAIL:pat@ex.test",
                        "BDAY:1990-01-02",
                        "NOTE:a\\: b\\, c",
                        "TITLE:Dr",
                        "ROLE:Dentist",
                        "TZ:Europe/Berlin",
                        "NICKNAME:P,PQ",
                        "TEL:101",
                        "TEL:+14155550100",
                        "ADR;TYPE=dom,work:1 Main St",
                        "ADR;TYPE=intl,postal,parcel,work:2 Side St",
                        "END:VCARD");
    }

    @Test
    void hasNoLineForWhatIsNotKnown() {
        String user = user("{'first_name':'Pat','last_name':'Sample'}");
        assertThat(office.get(user + "/vcard").text())
                .isEqualTo("BEGIN:VCARD\nVERSION:3.0\nFN:Pat Sample\nN:Sample;Pat\nEND:VCARD");
    }

    @Test
    void takesTheAddressesOfNewerUsersToo() {
        String user = user("""
                {'first_name':'Pat','last_name':'Sample','addresses':{'vcard':[{'address':'3 Pier','types':['home']}]}}""");
        assertThat(office.get(user + "/vcard").text()).contains("\nADR;TYPE=home:3 Pier\n");
    }

    @Test
    void foldsLongLines() {
        String user = user("{'first_name':'Pat','last_name':'Sample','profile':{'note':'" + "x".repeat(200) + "'}}");
        assertThat(office.get(user + "/vcard").text())
                .contains("\nNOTE:" + "x".repeat(70) + "\n " + "x".repeat(75) + "\n " + "x".repeat(55) + "\n");
    }

    @Test
    void showsAPhotoThatIsAJpeg() {
        String user = user("{'first_name':'Pat','last_name':'Sample'}");
        byte[] picture = {1, 2, 3};
        Sounds.send(office, user + "/photo", "image/png", picture);
        assertThat(office.get(user + "/vcard").text()).doesNotContain("PHOTO");
        Sounds.send(office, user + "/photo", "image/jpeg", picture);
        assertThat(office.get(user + "/vcard").text())
                .contains("\nPHOTO;ENCODING=B;TYPE=JPEG:" + Base64.getEncoder().encodeToString(picture) + "\n");
    }

    @Test
    void comesInTheTypesOfCards() {
        String path = office.at(user("{'first_name':'Pat','last_name':'Sample'}") + "/vcard");
        assertThat(office.client().get(path).header("content-type")).isEqualTo("text/x-vcard");
        Response directory = office.client().with("Accept", "text/directory").get(path);
        assertThat(directory.header("content-type")).isEqualTo("text/directory");
        assertThat(office.client().with("Accept", "application/json").get(path).status())
                .isEqualTo(406);
        assertThat(office.get("users/nobody/vcard").status()).isEqualTo(404);
    }
}
