package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.NumbersOffice.path;
import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One number: how it is shown, changed and what it can do (admin sheet 1.2 and 1.6, delta sheet 5.5). */
@Timeout(60)
class PhoneNumbersTest {
    private static final String LOCAL = "+14155550111";
    private static final String BOUGHT = "+14155550112";

    private NumbersOffice numbers;

    @BeforeEach
    void open() {
        numbers = new NumbersOffice("kazoo-5");
        numbers.local(LOCAL);
        numbers.bought(BOUGHT);
    }

    @AfterEach
    void close() {
        numbers.close();
    }

    @Test
    void showsItselfAndInMetadataWhatTheServerKnows() {
        Response got = numbers.office.get(path(LOCAL));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.data()).isEqualTo(json("{'id':'+14155550111','state':'in_service','features':['local']}"));
        JsonObject metadata = got.body().object("metadata");
        assertThat(metadata.keys()).containsExactly("id", "created", "modified", "state", "features", "carrier_module");
        assertThat(metadata.object("features"))
                .isEqualTo(json("{'available':['force_outbound','prepend','ringback'],'settings':{}}"));
        assertThat(metadata.text("carrier_module")).isEqualTo("local");
    }

    @Test
    void ofACarrierHasMoreToSet() {
        JsonObject metadata = numbers.office.get(path(BOUGHT)).body().object("metadata");
        assertThat(metadata.object("features").array("available").texts())
                .containsExactly(
                        "cnam",
                        "e911",
                        "force_outbound",
                        "inbound_cnam",
                        "mms",
                        "outbound_cnam",
                        "port",
                        "prepend",
                        "ringback",
                        "sms");
        assertThat(metadata.object("features", "settings", "sms"))
                .isEqualTo(json("{'enabled':false,'activation':'auto'}"));
    }

    @Test
    void inKazoo50HasItsMetadataInData() {
        try (NumbersOffice older = new NumbersOffice("kazoo-5.0")) {
            older.local(LOCAL);
            Response got = older.office.get(path(LOCAL));
            assertThat(got.body().has("metadata")).isFalse();
            assertThat(got.data().object("_read_only").keys())
                    .containsExactly("created", "modified", "features", "carrier_module");
            assertThat(older.office.get(path("+14155550199")).data())
                    .isEqualTo(json("{'message':'bad identifier','not_found':'The number could not be found'}"));
        }
    }

    @Test
    void unknownOrSomebodyElsesIsNotFound() {
        Response unknown = numbers.office.get(path("+14155550199"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().text("message")).isEqualTo("bad_identifier");
        assertThat(unknown.data())
                .isEqualTo(json("{'message':'bad identifier','not_found':'The number could not be found',"
                        + "'cause':'+14155550199'}"));
        Office other = numbers.office.as("edith");
        assertThat(other.get(path(LOCAL)).status()).isEqualTo(404);
        assertThat(other.post(path(LOCAL), "{}").status()).isEqualTo(403);
        assertThat(other.get("phone_numbers/nonsense").status()).isEqualTo(404);
    }

    @Test
    void ofADescendantIsSeenFromAbove() {
        assertThat(numbers.reseller.get(path(LOCAL)).status()).isEqualTo(200);
    }

    @Test
    void isFoundHoweverItIsWritten() {
        assertThat(numbers.office.get("phone_numbers/(415)%20555-0111").status())
                .isEqualTo(200);
        assertThat(numbers.office.get("phone_numbers/14155550111").status()).isEqualTo(200);
    }

    @Nested
    class Changed {
        @Test
        void byPostLosesWhatWasNotSentAndByPatchKeepsIt() {
            numbers.office.post(path(LOCAL), "{'x':1,'y':{'a':1,'b':2}}");
            Response patched = numbers.office.patch(path(LOCAL), "{'y':{'a':null},'prepend':{'enabled':true}}");
            assertThat(patched.status()).isEqualTo(200);
            assertThat(patched.data())
                    .isEqualTo(json("{'x':1,'y':{'b':2},'prepend':{'enabled':true},'id':'+14155550111',"
                            + "'state':'in_service','features':['local','prepend']}"));
            assertThat(numbers.office.post(path(LOCAL), "{'z':1}").data().keys())
                    .contains("z")
                    .doesNotContain("x", "y", "prepend");
        }

        @Test
        void takesBackWhatItShowed() {
            JsonObject shown = numbers.office.get(path(LOCAL)).data();
            Response saved = numbers.office.client().post(numbers.office.at(path(LOCAL)), shown);
            assertThat(saved.data()).isEqualTo(shown);
            Response sent = numbers.office.post(path(LOCAL), "{'state':'available','used_by':'x','features':['e911']}");
            assertThat(sent.data()).isEqualTo(shown);
        }

        @Test
        void hasFeaturesThatFollowFromWhatItSays() {
            Response saved = numbers.office.post(path(BOUGHT), """
                    {'cnam':{'display_name':'Harbor','inbound_lookup':true},'force_outbound':true,
                     'prepend':{'enabled':false},'ringback':{'early':'x'},
                     'e911':{'street_address':'1 Pier','locality':'SF','region':'CA','postal_code':'94103'}}""");
            assertThat(saved.data().array("features").texts())
                    .containsExactly("e911", "force_outbound", "inbound_cnam", "outbound_cnam");
        }

        @Test
        void isRefusedAFeatureThatItCannotHave() {
            for (String body : new String[] {
                "{'cnam':{'display_name':'X'}}", "{'failover':{'e164':'+14155550100'}}", "{'sms':{'enabled':true}}"
            }) {
                Response refused = numbers.office.patch(path(LOCAL), body);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.body().text("message")).isEqualTo("forbidden");
                assertThat(refused.data())
                        .isEqualTo(json("{'code':403,'error':'forbidden',"
                                + "'message':'requestor is unauthorized to perform operation'}"));
            }
        }

        @Test
        void isCheckedAgainstItsSchema() {
            assertThat(numbers.office
                            .post(path(BOUGHT), "{'cnam':{'display_name':'sixteen letters!'}}")
                            .status())
                    .isEqualTo(400);
            Response e911 = numbers.office.post(path(BOUGHT), "{'e911':{'locality':'SF','region':'CAL'}}");
            assertThat(e911.data().keys())
                    .containsExactlyInAnyOrder("e911.postal_code", "e911.street_address", "e911.region");
            Response mail = numbers.office.post(path(BOUGHT), """
                    {'e911':{'street_address':'1 Pier','locality':'SF','region':'CA','postal_code':'94103',
                     'callback_cid_number':'1','notification_contact_emails':['nobody']}}""");
            assertThat(mail.data().keys()).hasSize(2);
        }

        @Test
        void isGuardedByItsTag() {
            String tag = numbers.office.tag(path(LOCAL));
            var client = numbers.office.client().with("If-Match", tag);
            String path = numbers.office.at(path(LOCAL));
            assertThat(client.post(path, json("{'x':1}")).status()).isEqualTo(200);
            assertThat(client.post(path, json("{'x':2}")).status()).isEqualTo(412);
        }
    }

    @Nested
    class Carrier {
        @Test
        void isChangedByTheSuperduperAdminAlone() {
            Response changed = numbers.top("PATCH", path(LOCAL), "{'carrier_name':'other'}");
            assertThat(changed.body().object("metadata").text("carrier_module")).isEqualTo("other");
            assertThat(changed.data().has("carrier_name")).isFalse();
            assertThat(numbers.office
                            .patch(path(LOCAL), "{'carrier_name':'local'}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void mustBeKnown() {
            Response refused = numbers.top("PATCH", path(LOCAL), "{'carrier_name':'nobody'}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data())
                    .isEqualTo(json("{'code':400,'error':'invalid',"
                            + "'cause':'\\u0027nobody\\u0027 is not known by the system','message':'invalid'}"));
        }
    }

    @Test
    void inAFixtureIsKeyedByItselfAndNeedsNothingElse(@TempDir Path folder) throws IOException {
        String written = "{'+14155550100':{},'+14155550101':{'pvt_used_by':'trunkstore'},"
                + "'+14155550102':{'pvt_state':'available'}}";
        try (Office top = Office.of(Office.world(folder, "top/phone_numbers.json", written))) {
            JsonObject list = top.get("phone_numbers").data().object("numbers");
            assertThat(list.keys()).containsExactlyInAnyOrder("+14155550100", "+14155550101");
            assertThat(list.text("+14155550101", "used_by")).isEqualTo("trunkstore");
            assertThat(top.patch(path("+14155550101"), "{'failover':{'e164':'+14155550109'}}")
                            .data()
                            .array("features")
                            .texts())
                    .containsExactly("failover", "local");
        }
    }

    @Test
    void leavesItsAccountWhenThatIsDeleted() {
        String child = numbers.office
                .as("nora")
                .client()
                .put("accounts", json("{'name':'Short Lived'}"))
                .data()
                .textOr("id", "");
        String at = "accounts/" + child + "/" + path("+14155550155");
        Office top = numbers.office.as("admin");
        assertThat(top.client().put(at, json("{'carrier_name':'other'}")).status())
                .isEqualTo(201);
        assertThat(top.client().delete("accounts/" + child).status()).isEqualTo(200);
        assertThat(top.get(path("+14155550155")).data().text("state")).isEqualTo("available");
    }
}
