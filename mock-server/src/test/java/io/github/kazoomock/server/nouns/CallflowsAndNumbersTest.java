package io.github.kazoomock.server.nouns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.TestClient.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callflows and phone numbers have to do with each other, over HTTP (pbx sheet 3.3 and 3.5). */
@Timeout(60)
class CallflowsAndNumbersTest {
    private static final String FREE = "+14155550171";
    private static final String KESTRELS = "+494066969100";

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
    void aNumberIsUsedByACallflowAsLongAsItHasIt() {
        assertThat(office.as("admin")
                        .client()
                        .put(office.at("phone_numbers/%2B" + FREE.substring(1)), Office.json("{}"))
                        .status())
                .isEqualTo(201);
        String id = office.made("callflows", "{'numbers':['" + FREE + "'],'flow':{'module':'park','data':{}}}");
        assertThat(usedBy()).isEqualTo(Json.of("callflow"));
        office.patch("callflows/" + id, "{'numbers':['7001']}");
        assertThat(usedBy()).isNull();
        office.patch("callflows/" + id, "{'numbers':['7001','415-555-0171']}");
        office.patch("callflows/" + id, "{'numbers':['7001','4155550171']}");
        assertThat(usedBy()).isEqualTo(Json.of("callflow"));
        office.delete("callflows/" + id);
        assertThat(usedBy()).isNull();
    }

    @Test
    void aNumberOfAnotherAccountIsForbidden() {
        Response refused =
                office.put("callflows", "{'numbers':['" + KESTRELS + "'],'flow':{'module':'park','data':{}}}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().text("message")).isEqualTo("forbidden");
        assertThat(refused.data()).isEqualTo(Office.json("{'message':'unauthorized to use " + KESTRELS + "'}"));
        assertThat(office.get("callflows").body().array("data").size()).isZero();
    }

    private @Nullable Json usedBy() {
        return office.get("phone_numbers").data().at("numbers", FREE, "used_by");
    }
}
