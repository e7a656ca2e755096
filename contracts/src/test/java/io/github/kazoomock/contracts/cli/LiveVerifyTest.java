package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.Login;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code verify --target} against a server that is as it should be. */
@Timeout(180)
class LiveVerifyTest extends LiveRuns {
    @Test
    void theContractHoldsInsideAScratchAccountOfWhichNothingIsLeft() throws IOException {
        int code = verify(kazoo.login("reseller"));
        assertThat(code).as(failures()).isEqualTo(ExitCode.FINE);
        assertThat(count("passed")).isGreaterThan(100);
        assertThat(notes())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note)
                        .containsAnyOf(
                                "would touch what it did not create", "needs a login as superduper_admin", "--allow "));
        assertNothingIsLeft();
    }

    @Test
    void theJournalOfTheServerSaysTheSame() throws IOException {
        Login login = kazoo.login("superduper_admin");
        assertThat(verify(login)).as(failures()).isEqualTo(ExitCode.FINE);
        assertThat(count("passed")).isGreaterThan(100);
        Set<String> theirs = new TreeSet<>();
        kazoo.server().logins().forEach(each -> theirs.add(each.accountId()));
        assertThat(kazoo.changed())
                .hasSizeGreaterThan(100)
                .filteredOn(each -> !"service".equals(each.text("type"))) // what the server counts of its own accord
                .allSatisfy(each -> assertThat(theirs).doesNotContain(each.textOr("account_id", "")));
        assertThat(notes()).noneMatch(note -> note.contains("needs a login"));
        assertNothingIsLeft();
    }

    @Test
    void noSecretIsPrintedAndNoMailIsSent() throws IOException {
        Login login = kazoo.login("reseller");
        kazoo.fault("{\"match\": {\"operation\": \"menus.*\"}, \"fault\": {\"status\": 503}}");
        kazoo.fault("{\"match\": {\"operation\": \"accounts.get_api_key\"}, \"fault\": {\"reply\": {\"status\": 200,"
                + " \"headers\": {\"Content-Type\": \"application/json\"},"
                + " \"body\": {\"data\": {\"api_key\": \"key-of-somebody\"}}}}}");
        assertThat(verify(login, "--operation", "menus,accounts")).isEqualTo(ExitCode.MISMATCH);
        assertThat(out.toString() + err)
                .contains("menus.create answers 201")
                .contains("accounts.get_api_key answers 200")
                .contains("***")
                .doesNotContain("key-of-somebody")
                .doesNotContain(login.password())
                .doesNotContain("eyJ");
        assertThat(kazoo.requests())
                .filteredOn(each -> each.method().equals("PUT") && each.path().contains("send_email"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(each -> each.path().endsWith("?send_email_on_creation=false"));
        assertNothingIsLeft();
    }

    @Test
    void anApiKeyOrATokenDoAsWell() throws IOException {
        Login login = kazoo.login("reseller");
        assertThat(run("--operation", "menus", "--api-key", login.apiKey()))
                .as(failures())
                .isZero();
        String token = kazoo.token(login);
        out.getBuffer().setLength(0);
        assertThat(run("--operation", "menus", "--auth-token", token))
                .as(failures())
                .isZero();
        assertThat(count("passed")).isGreaterThan(10);
        assertNothingIsLeft();
    }

    @Test
    void aDryRunSaysWhatWouldBeSentAndSendsNothing() throws IOException {
        Login login = kazoo.login("reseller");
        assertThat(verify(login, "--dry-run")).isEqualTo(ExitCode.FINE);
        assertThat(kazoo.requests()).isEmpty();
        String root = kazoo.server().apiRoot();
        assertThat(out.toString())
                .contains("PUT " + root + "user_auth {\"data\":{\"credentials\":\"***\"")
                .contains("PUT " + root + "accounts/<your account>?send_email_on_creation=false")
                .contains("# menus.get answers 200")
                .containsPattern("GET \\Q" + root + "\\Eaccounts/<account \\d+>/menus/<menus \\d+>")
                .contains("PUT " + root + "accounts/<account 1>/users?send_email_on_creation=false")
                .contains("DELETE " + root + "accounts/<account 1>")
                .contains("not sent: would touch what it did not create")
                .contains("Nothing was sent.")
                .doesNotContain(login.password(), "Aa1-");
        assertThat(verify(login, "--dry-run", "--read-only")).isEqualTo(ExitCode.FINE);
        assertThat(kazoo.requests()).isEmpty();
    }

    @Test
    void readingOnlySendsNothingButGetsBesideTheLogin() throws IOException {
        for (String role : List.of("superduper_admin", "reseller", "account_admin")) {
            out.getBuffer().setLength(0);
            kazoo.requests().clear();
            verify(kazoo.login(role), "--read-only");
            assertThat(kazoo.requests())
                    .hasSizeGreaterThan(10)
                    .allMatch(each -> each.method().equals("GET")
                            || (each.method().equals("PUT") && each.path().equals("/v2/user_auth")));
            assertThat(count("passed")).as(role).isGreaterThan(10);
            assertThat(notes()).contains("read-only: it is no GET");
        }
        assertNothingIsLeft();
    }
}
