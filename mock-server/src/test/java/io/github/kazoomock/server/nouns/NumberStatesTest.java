package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.NumbersOffice.path;
import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From where to where numbers go, and who sends them there (admin sheet 1.5 and 1.10). */
@Timeout(60)
class NumberStatesTest {
    private static final String NUMBER = "+14155550111";

    private NumbersOffice numbers;

    @BeforeEach
    void open() {
        numbers = new NumbersOffice("kazoo-5");
    }

    @AfterEach
    void close() {
        numbers.close();
    }

    private static String state(Response response) {
        return response.data().textOr("state", response.text());
    }

    private static void assertRefused(Response response, int status, String data) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.data()).isEqualTo(json(data));
        assertThat(response.body().text("message")).isEqualTo(json(data).text("error"));
    }

    @Nested
    class Created {
        @Test
        void isInServiceUnlessAnotherStateIsAskedFor() {
            assertThat(state(numbers.top("PUT", path(NUMBER), "{}"))).isEqualTo("in_service");
            for (String state : new String[] {"reserved", "port_in", "available", "aging"}) {
                String number = "+141555501" + (20 + state.length());
                Response made = numbers.top("PUT", path(number), "{'create_with_state':'" + state + "'}");
                assertThat(state(made)).isEqualTo(state);
                assertThat(made.data().has("create_with_state")).isFalse();
            }
        }

        @Test
        void takesSomebodyWhoMayAddNumbers() {
            assertRefused(
                    numbers.office.put(path(NUMBER), "{}"),
                    403,
                    "{'code':403,'error':'forbidden','cause':'account \\u0027" + numbers.office.account()
                            + "\\u0027 is not allowed to create number',"
                            + "'message':'requestor is unauthorized to perform operation'}");
            assertThat(state(numbers.office.put(path(NUMBER), "{'create_with_state':'port_in'}")))
                    .isEqualTo("port_in");
        }

        @Test
        void inAStateThatIsNotForCreationIsForbidden() {
            Response refused = numbers.top("PUT", path(NUMBER), "{'create_with_state':'released'}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.data().text("cause")).isEqualTo("creating number in state 'released' is not allowed");
            assertThat(numbers.top("PUT", path(NUMBER), "{'create_with_state':'x'}")
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void existsOnceInTheWholeSystem() {
            numbers.local(NUMBER);
            String exists = "{'code':409,'error':'number_exists','cause':'+14155550111',"
                    + "'message':'number +14155550111 already exists'}";
            assertRefused(numbers.top("PUT", path(NUMBER), "{}"), 409, exists);
            Office top = numbers.office.as("admin");
            assertRefused(top.put(path(NUMBER), "{}"), 409, exists);
        }

        @Test
        void takesOverWhatNobodyHas() {
            numbers.made(NUMBER, "{'create_with_state':'available'}");
            assertThat(numbers.office.get(path(NUMBER)).status()).isEqualTo(404);
            Response taken = numbers.office.put(path(NUMBER), "{'x':1}");
            assertThat(state(taken)).isEqualTo("in_service");
            assertThat(numbers.row(NUMBER).text("assigned_to")).isEqualTo(numbers.office.account());
        }

        @Test
        void mustBeANumber() {
            assertRefused(
                    numbers.top("PUT", "phone_numbers/1234", "{}"),
                    400,
                    "{'code':400,'error':'not_reconcilable','cause':'1234',"
                            + "'message':'number 1234 is not reconcilable'}");
            try (NumbersOffice older = new NumbersOffice("kazoo-5.0")) {
                assertThat(older.top("PUT", "phone_numbers/1234", "{}").status())
                        .isEqualTo(404);
            }
        }
    }

    @Nested
    class Activated {
        @Test
        void isBoughtWhenTheSearchShowedIt() {
            String offered = numbers.offered("415");
            Response bought = numbers.office.put(path(offered) + "/activate", "{'x':1}");
            assertThat(bought.status()).isEqualTo(201);
            assertThat(bought.data()).isEqualTo(json("{'x':1,'id':'" + offered + "','state':'in_service'}"));
            assertThat(numbers.offered("415")).isNotEqualTo(offered);
        }

        @Test
        void isNotFoundWhenNobodyHasIt() {
            assertThat(numbers.office
                            .put(path("+10005550100") + "/activate", "{}")
                            .data()
                            .text("not_found"))
                    .isEqualTo("The number could not be found");
        }

        @Test
        void againStaysAsItIs() {
            numbers.local(NUMBER);
            assertThat(state(numbers.office.put(path(NUMBER) + "/activate", "{}")))
                    .isEqualTo("in_service");
        }

        @Test
        void bySomebodyWhoIsNotAboveItsAccountIsForbidden() {
            numbers.local(NUMBER);
            Office other = numbers.office.as("edith");
            assertThat(other.put(path(NUMBER) + "/activate", "{}").status()).isEqualTo(403);
            assertThat(numbers.row(NUMBER).text("assigned_to")).isEqualTo(numbers.office.account());
        }

        @Test
        void movesToWhereSomebodyAboveBothWantsIt() {
            numbers.local(NUMBER);
            Response moved = numbers.reseller.put(path(NUMBER) + "/activate", "{}");
            assertThat(moved.status()).isEqualTo(201);
            assertThat(numbers.row(NUMBER).isEmpty()).isTrue();
            assertThat(numbers.reseller
                            .get("phone_numbers")
                            .data()
                            .object("numbers")
                            .has(NUMBER))
                    .isTrue();
        }
    }

    @Nested
    class Reserved {
        @Test
        void onceIsEnough() {
            String offered = numbers.offered("415");
            assertThat(state(numbers.office.put(path(offered) + "/reserve", "{}")))
                    .isEqualTo("reserved");
            assertRefused(
                    numbers.office.put(path(offered) + "/reserve", "{}"),
                    400,
                    "{'code':400,'error':'no_change_required','message':'no change required'}");
            assertThat(state(numbers.office.put(path(offered) + "/activate", "{}")))
                    .isEqualTo("in_service");
        }

        @Test
        void fromAPlaceThatItCannotLeaveIsRefused() {
            numbers.made(NUMBER, "{'create_with_state':'port_in'}");
            assertRefused(
                    numbers.office.put(path(NUMBER) + "/reserve", "{}"),
                    400,
                    "{'code':400,'error':'invalid_state_transition','cause':'from port_in to reserved',"
                            + "'message':'invalid state transition'}");
        }

        @Test
        void byAnAncestorIsForItsDescendantsToUseAndComesBack() {
            String offered = numbers.offered("415");
            assertThat(state(numbers.reseller.put(path(offered) + "/reserve", "{}")))
                    .isEqualTo("reserved");
            assertThat(state(numbers.office.put(path(offered) + "/activate", "{}")))
                    .isEqualTo("in_service");
            assertThat(state(numbers.office.delete(path(offered)))).isEqualTo("reserved");
            assertThat(numbers.row(offered).isEmpty()).isTrue();
            assertThat(state(numbers.reseller.get(path(offered)))).isEqualTo("reserved");
        }
    }

    @Test
    void anybodyMayPortANumberIn() {
        assertThat(state(numbers.office.put(path(NUMBER) + "/port", "{}"))).isEqualTo("port_in");
        assertThat(state(numbers.office.put(path(NUMBER) + "/activate", "{}"))).isEqualTo("in_service");
        assertThat(numbers.office.put(path(NUMBER) + "/port", "{}").data().text("cause"))
                .isEqualTo("from in_service to port_in");
    }

    @Nested
    class Deleted {
        @Test
        void ofTheSystemItselfIsGone() {
            numbers.made(NUMBER, "{'prepend':{'enabled':true}}");
            Response deleted = numbers.office.delete(path(NUMBER));
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.data()).isEqualTo(json("{'id':'+14155550111','state':'deleted'}"));
            assertThat(deleted.body().object("metadata").isTrue("is_deleted")).isTrue();
            assertThat(numbers.top("PUT", path(NUMBER), "{}").status()).isEqualTo(201);
        }

        @Test
        void ofACarrierIsForEverybodyAgain() {
            numbers.made(NUMBER, "{'carrier_name':'other','cnam':{'display_name':'X'}}");
            assertThat(numbers.office.delete(path(NUMBER)).data())
                    .isEqualTo(json("{'id':'+14155550111','state':'available'}"));
            assertThat(numbers.office.get(path(NUMBER)).status()).isEqualTo(404);
            assertThat(numbers.office.delete(path(NUMBER)).data().text("not_found"))
                    .isEqualTo("The number could not be found");
            assertThat(state(numbers.office.as("edith").put(path(NUMBER) + "/activate", "{}")))
                    .isEqualTo("in_service");
        }

        @Test
        void agesWhereTheOperatorWantsItAndCannotBeDeletedThere(@TempDir Path folder) throws IOException {
            String written = "{'+14155550111':{'pvt_module_name':'knm_other'}}";
            String settings = "{'default':{'should_age':true}}";
            try (Office top = Office.of(Office.world(
                    folder, "top/phone_numbers.json", written, "system_config/number_manager.json", settings))) {
                assertThat(state(top.delete(path(NUMBER)))).isEqualTo("aging");
                assertRefused(
                        top.delete(path(NUMBER)),
                        400,
                        "{'code':400,'error':'invalid_state_transition','cause':'from aging to released',"
                                + "'message':'invalid state transition'}");
            }
        }

        @Test
        void hardIsForTheSuperduperAdmin() {
            numbers.bought(NUMBER);
            assertThat(numbers.office.delete(path(NUMBER) + "?hard=true").status())
                    .isEqualTo(403);
            assertThat(state(numbers.top("DELETE", path(NUMBER) + "?hard=true", "{}")))
                    .isEqualTo("deleted");
        }

        @Test
        void ofSomebodyElseIsForbidden() {
            numbers.local(NUMBER);
            assertThat(numbers.office.as("edith").delete(path(NUMBER)).status()).isEqualTo(403);
        }

        @Test
        void ofAMobilePhoneStaysWithIt() {
            numbers.made(NUMBER, "{'carrier_name':'mdn'}");
            assertThat(numbers.office.delete(path(NUMBER)).data().text("cause"))
                    .isEqualTo("from in_service to released");
        }
    }
}
