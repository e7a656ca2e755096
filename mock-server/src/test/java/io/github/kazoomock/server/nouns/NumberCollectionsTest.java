package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many numbers at once (admin sheet 1.7, delta sheet 5.5). */
@Timeout(60)
class NumberCollectionsTest {
    private static final String TWO = "{'numbers':['+14155550111','+14155550112']%s}";

    private NumbersOffice numbers;

    @BeforeEach
    void open() {
        numbers = new NumbersOffice("kazoo-5");
    }

    @AfterEach
    void close() {
        numbers.close();
    }

    private Response top(String method, String data, String more) {
        return numbers.top(method, "phone_numbers/collection", String.format(data, more));
    }

    @Test
    void areMadeChangedAndDeletedTogether() {
        Response made = top("PUT", TWO, ",'x':1,'create_with_state':'in_service'");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().get("error")).isEqualTo(JsonArray.EMPTY);
        assertThat(made.data().object("success", "+14155550111"))
                .isEqualTo(json("{'x':1,'id':'+14155550111','state':'in_service','features':['local']}"));
        Response changed = numbers.office.patch("phone_numbers/collection", String.format(TWO, ",'y':2"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.data().object("success", "+14155550112").keys()).contains("x", "y");
        Response replaced = numbers.office.post("phone_numbers/collection", String.format(TWO, ",'z':3"));
        assertThat(replaced.data().object("success", "+14155550112").keys())
                .contains("z")
                .doesNotContain("x", "y", "numbers");
        Response deleted = numbers.office
                .client()
                .send(
                        "DELETE",
                        numbers.office.at("phone_numbers/collection"),
                        json("{'data':" + String.format(TWO, "") + "}").toString());
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.data().object("success", "+14155550111").text("state"))
                .isEqualTo("deleted");
        assertThat(numbers.row("+14155550111").isEmpty()).isTrue();
    }

    @Test
    void eachSucceedsOrFailsForItself() {
        numbers.local("+14155550111");
        Response mixed =
                numbers.office.patch("phone_numbers/collection", "{'numbers':['+14155550111','+14155550199'],'y':2}");
        assertThat(mixed.status()).isEqualTo(200);
        assertThat(mixed.body().text("status")).isEqualTo("success");
        assertThat(mixed.data().object("success").keys()).containsExactly("+14155550111");
        assertThat(mixed.data().object("error"))
                .isEqualTo(json("{'+14155550199':{'code':404,'error':'not_found','cause':'+14155550199',"
                        + "'message':'number +14155550199 not found'}}"));
        assertThat(numbers.office.get(NumbersOffice.path("+14155550111")).data().integer(0, "y"))
                .isEqualTo(2);
    }

    @Test
    void areASuccessEvenWhenAllOfThemFail() {
        Response failed = numbers.office.post("phone_numbers/collection", String.format(TWO, ""));
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.data().object("success")).isEqualTo(JsonObject.EMPTY);
        assertThat(failed.data().object("error").size()).isEqualTo(2);
    }

    @Test
    void oneAloneIsAnsweredAsIfItHadBeenAskedForAlone() {
        Response made = numbers.top("PUT", "phone_numbers/collection", "{'numbers':['4155550111']}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.data().text("id")).isEqualTo("+14155550111");
        Response again = numbers.top("PUT", "phone_numbers/collection", "{'numbers':['4155550111']}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().text("message")).isEqualTo("number_exists");
        assertThat(numbers.office
                        .post("phone_numbers/collection", "{'numbers':['+14155550199']}")
                        .data()
                        .text("not_found"))
                .isEqualTo("The number could not be found");
    }

    @Test
    void areActivatedWithoutTheListBeingStored() {
        String first = numbers.offered("415");
        Response bought =
                numbers.office.put("phone_numbers/collection/activate", "{'numbers':['" + first + "'],'x':1}");
        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.data()).isEqualTo(json("{'x':1,'id':'" + first + "','state':'in_service'}"));
        assertThat(numbers.row(first).text("state")).isEqualTo("in_service");
    }

    @Test
    void inKazoo50SomeFailuresAreBareNames() {
        try (NumbersOffice older = new NumbersOffice("kazoo-5.0")) {
            older.local("+14155550111");
            JsonObject errors = older.top("PUT", "phone_numbers/collection", "{'numbers':['+14155550111','1234']}")
                    .data()
                    .object("error");
            assertThat(errors.text("1234")).isEqualTo("not_reconcilable");
            assertThat(errors.object("+14155550111").text("error")).isEqualTo("number_exists");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'x':1}|required|list of numbers missing",
                "{'numbers':[]}|minimum|minimum 1 number required",
                "{'numbers':'+14155550111'}|type|numbers must be a list",
                "{'numbers':['+14155550111','(415) 555-0111']}|uniqueItems|some numbers appear twice",
            })
    void mustBeAListOfDifferentOnes(String data, String rule, String message) {
        for (String path : new String[] {"collection", "check", "locality"}) {
            Response refused = numbers.top("POST", "phone_numbers/" + path, data);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.data()).isEqualTo(json("{'numbers':{'" + rule + "':{'message':'" + message + "'}}}"));
        }
    }
}
