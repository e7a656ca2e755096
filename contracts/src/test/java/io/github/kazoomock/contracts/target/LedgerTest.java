package io.github.kazoomock.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.target.Ledger.Mode;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests leave, row by row. {@code OURS} is in the ledger, {@code CHILD} below it, {@code THEIRS} is not. */
class LedgerTest {
    private static final String OURS = "a".repeat(32);
    private static final String CHILD = "b".repeat(32);
    private static final String THEIRS = "c".repeat(32);
    private static final String CALLER = "d".repeat(32);
    private static final String SCRATCH = "kazoo-mock scratch 1";

    private final Ledger ledger = ledger(Mode.READ_AND_WRITE, Set.of());

    private static Ledger ledger(Mode mode, Set<Effect> allowed) {
        Ledger ledger = new Ledger(mode, allowed);
        ledger.foreign(CALLER);
        ledger.announce(SCRATCH, CALLER);
        ledger.ownToken("our-token", OURS);
        ledger.ownLogin(List.of("our-digest"));
        created(ledger, "/v2/accounts/" + CALLER, SCRATCH, OURS);
        created(ledger, "/v2/accounts/" + OURS, "below", CHILD);
        return ledger;
    }

    private static void created(Ledger ledger, String path, String name, String id) {
        Request request = put(path, name);
        ledger.sending(request);
        ledger.answered(request, answer(201, "{\"data\":{\"id\":\"" + id + "\"}}"));
    }

    private static Request put(String path, String name) {
        return Request.of("PUT", path).withJson(JsonObject.of("data", JsonObject.of("name", Json.of(name))));
    }

    private static Response answer(int status, String body) {
        return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Request request(String line, @Nullable String body) {
        String[] parts = line.split(" ");
        String[] pathAndQuery = parts[1].replace("OURS", OURS)
                .replace("CHILD", CHILD)
                .replace("THEIRS", THEIRS)
                .replace("CALLER", CALLER)
                .split("\\?", 2);
        List<Request.Parameter> query = pathAndQuery.length == 1
                ? List.of()
                : List.of(new Request.Parameter(
                        pathAndQuery[1].split("=")[0], pathAndQuery[1].split("=")[1]));
        Request request = new Request(parts[0], "/v2" + pathAndQuery[0], query, Map.of(), new byte[0]);
        return body == null
                ? request
                : request.with("content-type", "application/json")
                        .withBody(body.replace("OURS", OURS)
                                .replace("THEIRS", THEIRS)
                                .replace("CHILD", CHILD)
                                .replace('\'', '"')
                                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            # reading
            GET /accounts/THEIRS                                  |
            GET /accounts/CALLER/users                            |
            GET /system_configs                                   |
            HEAD /accounts/THEIRS                                 |
            OPTIONS /accounts/THEIRS/users                        |
            # inside what is ours
            PUT /accounts/OURS/menus                              | {'data': {'name': 'x'}}
            POST /accounts/OURS/menus/1                           | {'data': {'name': 'x'}}
            PATCH /accounts/OURS                                  | {'data': {'name': 'x'}}
            DELETE /accounts/OURS/menus/1                         |
            DELETE /accounts/OURS                                 |
            DELETE /accounts/CHILD                                |
            PUT /accounts/OURS                                    | {'data': {'name': 'one more'}}
            PUT /accounts/OURS/users/1/user_auth                  | {'data': {'action': 'impersonate_user'}}
            POST /accounts/OURS/menus/1?verb=DELETE               |
            POST /accounts/CHILD/move                             | {'data': {'to': 'OURS'}}
            POST /accounts/OURS/conferences/1                     | {'data': {'name': 'x'}}
            # logins
            PUT /user_auth                                        | {'data': {'credentials': 'x', 'account_name': 'y'}}
            PUT /api_auth                                         | {'data': {'api_key': 'x'}}
            POST /auth/tokeninfo                                  | {'data': {'token': 'x'}}
            # the account that was announced
            PUT /accounts/CALLER                                  | {'data': {'name': 'kazoo-mock scratch 1'}}
            """)
    void isSent(String line, @Nullable String body) {
        assertThat(ledger.refusal(request(line, body))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            # what others have
            PUT /accounts/THEIRS/menus                            | {'data': {'name': 'x'}}
            POST /accounts/CALLER                                 | {'data': {'name': 'x'}}
            PATCH /accounts/CALLER/users/1                        | {'data': {'name': 'x'}}
            DELETE /accounts/CALLER                               |
            DELETE /accounts/THEIRS/users/1                       |
            PUT /accounts/CALLER                                  | {'data': {'name': 'another name'}}
            PUT /accounts/THEIRS                                  | {'data': {'name': 'kazoo-mock scratch 1'}}
            PUT /accounts/CALLER/menus                            | {'data': {'name': 'kazoo-mock scratch 1'}}
            BREW /accounts/THEIRS                                 |
            # an account in the middle
            DELETE /accounts/OURS/accounts/THEIRS                 |
            DELETE /menus/1/accounts/THEIRS                       |
            DELETE /accounts/OURS/account                         |
            DELETE /accounts/OURS/account/menus/1                 |
            # no account at all
            DELETE /account/users/1                               |
            POST /account                                         | {'data': {}}
            PUT /accounts                                         | {'data': {'name': 'x'}}
            DELETE /accounts                                      |
            PUT /system_configs/x                                 | {'data': {}}
            DELETE /token_auth                                    |
            PUT /resources                                        | {'data': {'name': 'x'}}
            # an id that is taken makes KAZOO delete what is there
            PUT /accounts/CALLER                                  | {'data': {'name': 'kazoo-mock scratch 1', 'id': 'THEIRS'}}
            PUT /accounts/OURS                                    | {'data': {'name': 'x', 'id': 'THEIRS'}}
            PUT /accounts/OURS                                    | {'id': 'THEIRS', 'data': {'name': 'x'}}
            POST /accounts/OURS?verb=PUT                          | {'data': {'name': 'x', 'id': 'THEIRS'}}
            # out of our hands
            POST /accounts/OURS/move                              | {'data': {'to': 'THEIRS'}}
            POST /accounts/OURS/move                              |
            # tunnels
            POST /accounts/THEIRS?verb=GET                        |
            GET /accounts/THEIRS?verb=DELETE                      |
            POST /accounts/THEIRS                                 | {'data': {}, 'verb': 'DELETE'}
            POST /accounts/CALLER?verb=PUT                        | {'data': {'name': 'kazoo-mock scratch 1'}}
            POST /user_auth?verb=DELETE                           |
            # paths that are something else after a proxy
            DELETE /accounts/OURS/../THEIRS                       |
            DELETE /accounts/OURS/./menus                         |
            DELETE /accounts/OURS/%2e%2e/THEIRS                   |
            DELETE /accounts/OURS%2F..%2FTHEIRS                   |
            DELETE /accounts/OURS/%252e%252e/THEIRS               |
            DELETE /accounts//OURS                                |
            DELETE /accounts/OURS;x/menus                         |
            DELETE /accounts/OURS/%zz                             |
            GET /accounts/OURS/../../admin                        |
            # logins that are more than a login
            PUT /user_auth/recovery                               | {'data': {'username': 'x'}}
            POST /user_auth/recovery                              | {'data': {'reset_id': 'x'}}
            PUT /accounts/THEIRS/users/1/user_auth                | {'data': {'action': 'impersonate_user'}}
            """)
    void isNotSent(String line, @Nullable String body) {
        assertThat(ledger.refusal(request(line, body))).isPresent();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            NUMBERS   | PUT /accounts/OURS/phone_numbers/%2B14155550100/activate |
            NUMBERS   | DELETE /accounts/OURS/phone_numbers/collection           |
            NUMBERS   | PUT /accounts/OURS/port_requests                         |
            CALLS     | GET /accounts/OURS/devices/1/quickcall/2125550100        |
            CALLS     | POST /accounts/OURS/devices/1/quickcall/2125550100       |
            CALLS     | GET /accounts/OURS/clicktocall/1/connect                 |
            CALLS     | PUT /accounts/OURS/conferences/1                         | {'data': {'action': 'dial'}}
            CALLS     | POST /accounts/OURS/conferences/1?verb=PUT               | {'data': {'action': 'dial'}}
            CALLS     | PUT /accounts/OURS/faxes                                 | {'data': {}}
            MAIL      | PUT /accounts/OURS/conferences/1/email_invite            | {'data': {}}
            MAIL      | POST /accounts/OURS/notifications/x/preview              | {'data': {}}
            MONEY     | PUT /accounts/OURS/transactions/sale                     | {'data': {}}
            MONEY     | PUT /accounts/OURS/braintree/credits                     | {'data': {}}
            MONEY     | PUT /accounts/OURS/devices                               | {'data': {'accept_charges': true}}
            MONEY     | PUT /accounts/OURS/devices                               | {'data': {}, 'accept_charges': 'true'}
            MONEY     | PUT /accounts/OURS/devices?accept_charges=true           | {'data': {}}
            ADDRESSES | PUT /accounts/OURS/webhooks                              | {'data': {}}
            CODE      | GET /sup/kz_config/flush                                 |
            """)
    void isSentOnlyWhenItsEffectIsAllowed(Effect effect, String line, @Nullable String body) {
        Request request = request(line, body);
        assertThat(ledger.refusal(request))
                .hasValueSatisfying(why ->
                        assertThat(why).contains("--allow " + effect.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(ledger(Mode.READ_AND_WRITE, EnumSet.complementOf(EnumSet.of(effect)))
                        .refusal(request))
                .isPresent();
        assertThat(ledger(Mode.READ_AND_WRITE, Set.of(effect)).refusal(request)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            true  | GET /accounts/THEIRS                |
            true  | GET /accounts/OURS/menus            |
            true  | PUT /user_auth                      | {'data': {'credentials': 'our-digest'}}
            true  | PUT /api_auth                       | {'data': {'api_key': 'our-digest'}}
            false | PUT /user_auth                      | {'data': {'credentials': 'other'}}
            false | PUT /user_auth                      | {'data': {}}
            false | PUT /accounts/OURS/menus            | {'data': {'name': 'x'}}
            false | DELETE /accounts/OURS               |
            false | HEAD /accounts/OURS                 |
            false | PUT /accounts/CALLER                | {'data': {'name': 'kazoo-mock scratch 1'}}
            false | GET /accounts/THEIRS?verb=DELETE    |
            false | GET /accounts/OURS/devices/1/quickcall/2125550100 |
            """)
    void readsOnly(boolean sent, String line, @Nullable String body) {
        assertThat(ledger(Mode.READ_ONLY, Set.of()).refusal(request(line, body)).isEmpty())
                .isEqualTo(sent);
    }

    @Test
    void aTokenOfOursCreatesAccountsBelowItself() {
        Request request = put("/v2/accounts", "x");
        assertThat(ledger.refusal(request.with("x-auth-token", "our-token"))).isEmpty();
        assertThat(ledger.refusal(request.with("x-auth-token", "another"))).isPresent();
    }

    @Test
    void saysWhyInWords() {
        assertThat(ledger.refusal(request("DELETE /accounts/THEIRS", null)))
                .contains("would touch what it did not create: DELETE /v2/accounts/" + THEIRS);
    }

    @Test
    void knowsAccountsTheNewestFirstUntilTheyAreGone() {
        assertThat(ledger.accounts()).extracting(Ledger.Entry::id).containsExactly(CHILD, OURS);
        ledger.answered(Request.of("DELETE", "/v2/accounts/" + CHILD), answer(200, "{}"));
        assertThat(ledger.accounts()).extracting(Ledger.Entry::id).containsExactly(OURS);
        assertThat(ledger.accounts()).extracting(Ledger.Entry::parent).containsExactly(CALLER);
    }

    @Test
    void aCreationWithoutAnAnswerIsRememberedByName() {
        ledger.sending(put("/v2/accounts/" + OURS, "lost"));
        Request failed = put("/v2/accounts/" + OURS, "failed");
        ledger.sending(failed);
        ledger.answered(failed, answer(500, "{}"));
        Request refused = put("/v2/accounts/" + OURS, "refused");
        ledger.sending(refused);
        ledger.answered(refused, answer(400, "{}"));
        ledger.sending(put("/v2/accounts", "at the top").with("x-auth-token", "our-token"));
        assertThat(ledger.unsure()).extracting(Ledger.Entry::name).containsExactly("lost", "failed", "at the top");
        assertThat(ledger.unsure()).extracting(Ledger.Entry::parent).containsOnly(OURS);
    }

    @Test
    void anAccountOfOthersDoesNotBecomeOursBecauseAServerSaysSo() {
        created(ledger, "/v2/accounts/" + OURS, "x", CALLER);
        assertThat(ledger.refusal(request("DELETE /accounts/CALLER", null))).isPresent();
    }

    @Test
    void documentsAreTakenBackTheNewestFirst() {
        answered("PUT /accounts/OURS/menus", "{\"data\":{\"id\":\"m1\"}}");
        answered("PUT /accounts/OURS/menus", "{\"data\":{\"id\":\"m2\"}}");
        answered("PUT /accounts/OURS/menus", "{\"data\":{\"id\":\"m3\"}}");
        answered("DELETE /accounts/OURS/menus/m2", "{\"data\":{\"id\":\"m2\"}}");
        String menus = "/v2/accounts/" + OURS + "/menus/";
        assertThat(ledger.takeDocuments()).containsExactly(menus + "m3", menus + "m1");
        assertThat(ledger.takeDocuments()).isEmpty();
    }

    private void answered(String line, String body) {
        ledger.answered(request(line, null), answer(200, body));
    }
}
