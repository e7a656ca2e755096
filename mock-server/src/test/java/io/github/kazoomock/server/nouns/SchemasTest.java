package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SchemasTest {
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office("kazoo-5");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void anybodySeesTheIdsInOrder() {
        Response list = anybody().get("schemas");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().array("data").texts())
                .contains("accounts", "devices", "users")
                .isSorted();
        assertThat(list.body().has("page_size")).isFalse();
    }

    @Test
    void anybodyReadsASchema() {
        Response schema = anybody().get("schemas/devices");
        assertThat(schema.data().text("id")).isEqualTo("devices");
        assertThat(schema.data().text("$schema")).isEqualTo("http://json-schema.org/draft-04/schema#");
        assertThat(schema.data().array("required").texts()).containsExactly("name");
        assertThat(schema.data().keys()).doesNotContain("_id");
    }

    @Test
    void anUnknownSchemaIsNotFound() {
        Response refused = anybody().get("schemas/nothing");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body().text("message")).isEqualTo("bad_identifier");
        assertThat(refused.data()).isEqualTo(json("{'message':'bad identifier','cause':'nothing'}"));
    }

    @Test
    void underAnAccountATokenIsNeeded() {
        assertThat(anybody().get(office.at("schemas")).status()).isEqualTo(401);
        assertThat(office.get("schemas").status()).isEqualTo(200);
        assertThat(office.get("schemas/devices").data().text("id")).isEqualTo("devices");
    }

    @Test
    void aValidDocumentComesBackWithItsDefaults() {
        Response valid = office.put("schemas/call_failover/validation", "{'number':'1','enabled':'true'}");
        assertThat(valid.status()).isEqualTo(201);
        assertThat(valid.data()).isEqualTo(json("""
                                {'number':'1','enabled':true,'direct_calls_only':false,'ignore_early_media':true,
                                 'keep_caller_id':true,'require_keypress':true}"""));
    }

    @Test
    void anInvalidDocumentIsRefused() {
        Response invalid = office.put("schemas/devices/validation", "{'sip':{'password':'abc'}}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.data().keys()).containsExactlyInAnyOrder("name", "sip.password");
    }

    @Test
    void nothingIsCheckedAgainstAnUnknownSchema() {
        Response refused = office.put("schemas/nothing/validation", "{}");
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body().text("message")).isEqualTo("schema nothing not found.");
        assertThat(refused.data()).isEqualTo(json("{'message':'schema nothing not found.'}"));
    }

    @Test
    void withoutAnAccountOnlyTheSuperduperAdminValidates() {
        String path = "schemas/devices/validation";
        assertThat(anybody().put(path, json("{'name':'x'}")).status()).isEqualTo(401);
        assertThat(office.client().put(path, json("{'name':'x'}")).status()).isEqualTo(403);
        assertThat(office.as("admin").client().put(path, json("{'name':'x'}")).status())
                .isEqualTo(201);
    }

    private static TestClient anybody() {
        return TestClient.of(office.server());
    }
}
