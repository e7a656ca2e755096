package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is refused besides what the schema refuses (pbx sheet 2.4). */
@Timeout(30)
class DeviceChecksTest {
    private static final String IN_USE = "SIP credentials already in use";

    private Office office;

    @BeforeEach
    void open() {
        office = new Office("kazoo-5");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void nestedFieldsAreJoinedByDots() {
        refused(office.put("devices", "{'name':'x','owner_id':'short','sip':{'password':'abc'}}"), """
                {'sip.password':{'minLength':{'message':'String must be at least 5 characters',
                                              'target':5,'value':'abc','cause':'abc'}},
                 'owner_id':{'minLength':{'message':'String must be at least 32 characters',
                                          'target':32,'value':'short','cause':'short'}}}""");
    }

    @Test
    void aHardwareAddressIsTakenOnceInAnAccount() {
        String body = "{'name':'x','mac_address':'00:00:5e:00:53:02'}";
        refused(
                office.put("devices", body),
                "{'mac_address':{'unique':{'message':'MAC address already in use','cause':'00005e005302'}}}");
        assertThat(office.as("admin").put("devices", body).status())
                .as("in another account")
                .isEqualTo(201);
    }

    @Test
    void aDeviceKeepsItsOwnAddressAndCredentials() {
        String body = "{'name':'x','mac_address':'00005e0053aa','sip':{'username':'own_name','password':'secret'}}";
        String id = office.made("devices", body);
        assertThat(office.post("devices/" + id, body).status()).isEqualTo(200);
    }

    @Nested
    class SipUserNames {
        @Test
        void areTakenOnceInAnAccountInAnyCase() {
            refused(
                    office.put("devices", "{'name':'x','sip':{'username':'Milo_Desk'}}"),
                    "{'sip.username':{'unique':{'message':'" + IN_USE + "','cause':'Milo_Desk'}}}");
        }

        @Test
        void areTakenOnceInAnAccountWhateverTheRealm() {
            refused(
                    office.put("devices", "{'name':'x','sip':{'username':'milo_desk','realm':'x.example.net'}}"),
                    "{'sip.username':{'unique':{'message':'" + IN_USE + "','cause':'milo_desk'}}}");
        }

        @Test
        void mayComeAgainInAnotherAccountWithAnotherRealm() {
            Response made = office.as("admin").put("devices", "{'name':'x','sip':{'username':'milo_desk'}}");
            assertThat(made.status()).isEqualTo(201);
        }

        @Test
        void areTakenOnceInTheRealmOfAnotherAccount() {
            refused(
                    office.as("admin")
                            .put("devices", "{'name':'x','sip':{'username':'milo_desk','realm':'harbor.example.net'}}"),
                    "{'sip.username':{'unique':{'message':'" + IN_USE + "','cause':'milo_desk'}}}");
        }

        @Test
        void areTakenOnceInARealmThatIsNoAccounts() {
            String body = "{'name':'x','sip':{'username':'shared','realm':'shared.example.net'}}";
            office.made("devices", body);
            refused(
                    office.as("admin").put("devices", body),
                    "{'sip.username':{'unique':{'message':'" + IN_USE + "','cause':'shared'}}}");
        }
    }

    @Nested
    class DevicesKnownByAddress {
        @Test
        void needAnAddress() {
            refused(
                    office.put("devices", "{'name':'x','sip':{'method':'ip','ip':'1.2.3'}}"),
                    "{'sip.ip':{'type':{'message':'Must be a valid IPv4 RFC 791','cause':'1.2.3'}}}");
            refused(
                    office.put("devices", "{'name':'x','sip':{'method':'ip'}}"),
                    "{'sip.ip':{'type':{'message':'Must be a valid IPv4 RFC 791'}}}");
        }

        @Test
        void haveAnAddressToThemselvesInTheWholeSystem() {
            String body = "{'name':'x','sip':{'method':'ip','ip':'192.0.2.7'}}";
            String id = office.made("devices", body);
            assertThat(office.post("devices/" + id, body).status()).isEqualTo(200);
            refused(
                    office.as("admin").put("devices", body),
                    "{'sip.ip':{'unique':{'message':'SIP IP already in use','cause':'192.0.2.7'}}}");
        }

        @Test
        void areKnownInNoOtherWay() {
            refused(office.put("devices", "{'name':'x','sip':{'method':'voice'}}"), """
                    {'sip.method':{'enum':{'message':'Value not found in enumerated list of values',
                                           'target':['password','ip','authorization'],'value':'voice'}}}""");
        }
    }

    @Test
    void methodsAreLeftToTheSchemaButInKazoo50() {
        String body = "{'name':'x','sip':{'method':'authorization','username':'milo_desk'}}";
        assertThat(office.put("devices", body).status())
                .as("its name is not looked at")
                .isEqualTo(201);
        try (Office older = new Office("kazoo-5.0")) {
            refused(older.put("devices", body), """
                    {'sip.method':{'enum':{'message':'SIP authentication method is invalid',
                                           'target':['password','ip'],'cause':'authorization'}}}""");
        }
    }

    @Nested
    class MobileDevices {
        @Test
        void haveANumberToThemselvesInTheWholeSystem() {
            String body = "{'name':'x','device_type':'mobile','mobile':{'mdn':'%s'}}";
            String id = office.made("devices", body.formatted("4155550100"));
            refused(
                    office.as("admin").put("devices", body.formatted("+1 (415) 555-0100")),
                    "{'mobile.mdn':{'unique':{'message':'Mobile Device Number already exists in the system',"
                            + "'cause':'+14155550100'}}}");
            assertThat(office.patch("devices/" + id, "{'mobile':{'mdn':'+14155550100'}}")
                            .status())
                    .as("the same number in another spelling")
                    .isEqualTo(200);
            assertThat(office.as("admin")
                            .put("phone_numbers/+14155550197", "{}")
                            .status())
                    .isEqualTo(201);
            refused(
                    office.put("devices", body.formatted("4155550197")),
                    "{'mobile.mdn':{'unique':{'message':'Mobile Device Number already exists in the system',"
                            + "'cause':'+14155550197'}}}");
        }

        @Test
        void needTheirNumberForGood() {
            String id = office.made("devices", "{'name':'x','device_type':'mobile','mobile':{'mdn':'4155550100'}}");
            assertThat(office.patch("devices/" + id, "{'device_type':'fax','mobile':null}")
                            .data()
                            .keys())
                    .containsExactlyInAnyOrder("mobile.mdn", "device_type");
        }

        @Test
        void needANumber() {
            refused(
                    office.put("devices", "{'name':'x','device_type':'mobile'}"),
                    "{'mobile.mdn':{'required':{'message':'Field is required but missing'}}}");
        }

        @Test
        void keepTheirNumberUnlessASuperduperAdminChangesIt() {
            String id = office.made("devices", "{'name':'x','device_type':'mobile','mobile':{'mdn':'4155550100'}}");
            String change = "{'mobile':{'mdn':'4155550111'}}";
            refused(
                    office.patch("devices/" + id, change),
                    "{'mobile.mdn':{'invalid':{'message':'Mobile Device Number cannot be changed',"
                            + "'cause':'4155550111'}}}");
            Response changed = office.as("admin").client().patch(office.at("devices/" + id), json(change));
            assertThat(changed.status()).isEqualTo(200);
        }
    }

    @Nested
    class TypesOfDevices {
        @Test
        void areChangedByASuperduperAdminAlone() {
            String id = office.made("devices", "{'name':'x','device_type':'softphone'}");
            refused(
                    office.patch("devices/" + id, "{'device_type':'fax'}"),
                    "{'device_type':{'invalid':{'message':'Not authorized to change type of device','cause':'fax'}}}");
            Response changed =
                    office.as("admin").client().patch(office.at("devices/" + id), json("{'device_type':'fax'}"));
            assertThat(changed.data().text("device_type")).isEqualTo("fax");
        }

        @Test
        void areToBeSentWithEveryPost() {
            String id = office.made("devices", "{'name':'x','device_type':'softphone'}");
            refused(
                    office.post("devices/" + id, "{'name':'x'}"),
                    "{'device_type':{'invalid':{'message':'Not authorized to change type of device','cause':''}}}");
        }
    }

    @Test
    void failoverNeedsANumber() {
        refused(
                office.put("devices", "{'name':'x','call_failover':{'enabled':true}}"),
                "{'call_failover.number':{'required':{'message':"
                        + "'Call failover number cannot be empty when call failover is enabled'}}}");
        refused(
                office.put("devices", "{'name':'x','call_failover':{'enabled':true,'number':''}}"),
                "{'call_failover.number':{'required':{'message':"
                        + "'Call failover number cannot be empty when call failover is enabled','cause':''}}}");
        assertThat(office.put("devices", "{'name':'x','call_failover':{'enabled':true,'number':'1'}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void forwardingHasNoFailoverButInKazoo50() {
        String body = "{'name':'x','call_forward':{'enabled':true,'failover':true}}";
        assertThat(office.put("devices", body)
                        .data()
                        .object("call_forward.failover")
                        .keys())
                .containsExactly("additionalProperties");
        try (Office older = new Office("kazoo-5.0")) {
            assertThat(older.put("devices", body).data().isTrue("call_forward", "failover"))
                    .isTrue();
            assertThat(older.put("devices", "{'name':'x','call_forward':{'failover':'maybe'}}")
                            .data())
                    .isEqualTo(json("""
                                    {'call_forward.failover':{'type':
                                      {'message':'Value did not match type(s): boolean','target':'boolean',
                                       'value':'maybe'}}}"""));
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Response refused = office.put(
                "devices",
                "{'device_type':'mobile','mac_address':'00005e005302','sip':{'username':'lobby','expire_seconds':'x'}}");
        assertThat(refused.data().keys())
                .containsExactlyInAnyOrder("name", "mobile.mdn", "mac_address", "sip.username", "sip.expire_seconds");
    }

    private static void refused(Response response, String data) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().text("message")).isEqualTo("validation error");
        assertThat(response.data()).isEqualTo(json(data));
    }
}
