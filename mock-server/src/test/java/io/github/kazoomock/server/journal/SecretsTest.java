package io.github.kazoomock.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.json.Json;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What exports leave out. */
class SecretsTest {
    private static final String JWT = "eyJhbGciOi.eyJpc3Mi.c2lnbmF0dXJl-_";

    @ParameterizedTest
    @ValueSource(strings = {"X-Auth-Token", "authorization", "Cookie", "set-cookie"})
    void headersThatCarryTokensAreMasked(String name) {
        assertThat(Secrets.header(name, "anything")).isEqualTo("***");
        assertThat(Secrets.header(name.toLowerCase(Locale.ROOT), "anything")).isEqualTo("***");
    }

    @Test
    void otherHeadersStay() {
        assertThat(Secrets.header("content-type", "application/json; charset=utf-8"))
                .isEqualTo("application/json; charset=utf-8");
        assertThat(Secrets.header("x-request-id", "abc")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_token",
                "token",
                "shared_token",
                "credentials",
                "password",
                "vm_to_email_password",
                "pin",
                "member_pin",
                "pins",
                "api_key",
                "pvt_api_key",
                "pvt_md5_auth",
                "client_secret",
                "reset_id",
                "payment_method_nonce",
                "Password",
            })
    void keysOfSecretsAreKnown(String key) {
        assertThat(Secrets.isKey(key)).isTrue();
        assertThat(Secrets.body("{\"data\":{\"" + key + "\":\"1234\"}}"))
                .isEqualTo("{\"data\":{\"" + key + "\":\"***\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "spin", "pinned", "tokens", "username", "require_pin_x", "keys", "number", "id"})
    void otherKeysAreNot(String key) {
        assertThat(Secrets.isKey(key)).isFalse();
    }

    @Nested
    class InJson {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'member':{'pins':['1','2'],'numbers':['100']}} | {'member':{'pins':['***','***'],'numbers':['100']}}",
                    "{'pin':4321} | {'pin':'***'}",
                    "{'pin':null,'password':true} | {'pin':null,'password':true}",
                    "[{'a':{'sip':{'username':'u','password':'p'}}}] | [{'a':{'sip':{'username':'u','password':'***'}}}]",
                    "{'credit_card':{'number':'4111','cvv':'1','name':'A'}} | {'credit_card':{'number':'***','cvv':'***','name':'A'}}",
                    "{'tokens':{'consumed':1,'remaining':99}} | {'tokens':{'consumed':1,'remaining':99}}",
                })
        void valuesAreMaskedAndShapesStay(String sent, String shown) {
            assertThat(Secrets.json(Json.parse(sent.replace('\'', '"'))))
                    .isEqualTo(Json.parse(shown.replace('\'', '"')));
        }

        @Test
        void withoutSecretsNotAByteChanges() {
            assertThat(Secrets.body("{ \"a\" : 1.0 }")).isEqualTo("{ \"a\" : 1.0 }");
        }

        @Test
        void tokensAreMaskedWhereverTheyStand() {
            assertThat(Secrets.body("{\"note\":\"use " + JWT + " now\"}")).isEqualTo("{\"note\":\"use *** now\"}");
        }
    }

    @Nested
    class Elsewhere {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "auth_token=abc&page_size=1 | auth_token=***&page_size=1",
                    "data%5Bpassword%5D=x | data%5Bpassword%5D=x",
                    "a=1&&b | a=1&&b",
                })
        void queriesAreMaskedPairByPair(String query, String shown) {
            assertThat(Secrets.query(query)).isEqualTo(shown);
        }

        @Test
        void pathsLoseTokensAndRecoveryIds() {
            assertThat(Secrets.path("/v2/user_auth/" + JWT)).isEqualTo("/v2/user_auth/***");
            assertThat(Secrets.path("/v2/user_auth/recovery/abc")).isEqualTo("/v2/user_auth/recovery/***");
            assertThat(Secrets.path("/v2/accounts/abc")).isEqualTo("/v2/accounts/abc");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"data\":{\"password\":\"open sesame\",\"a\":1 | {\"data\":{\"password\":\"***\",\"a\":1",
                    "username=kim&password=open+sesame | username=kim&password=***",
                    "callback({\"auth_token\": \"abc\"}); | callback({\"auth_token\": \"***\"});",
                    "{\"pins\":[\"1\",\"2\"],} | {\"pins\":***,}",
                })
        void whatIsNoJsonIsMaskedByItsLooks(String text, String shown) {
            assertThat(Secrets.body(text)).isEqualTo(shown);
        }
    }
}
