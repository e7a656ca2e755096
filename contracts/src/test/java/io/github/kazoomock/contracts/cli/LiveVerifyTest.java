package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.contracts.verify.OtherKazoo;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.Login;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --target} against a second mock that is taken for a KAZOO of others. */
@Timeout(120)
class LiveVerifyTest {
    @TempDir
    private static Path shared;

    private static Path contract = Path.of("");

    @TempDir
    private Path folder;

    private final OtherKazoo kazoo = new OtherKazoo();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> before = Map.of();

    @BeforeAll
    static void write() {
        contract = OtherKazoo.contract(shared);
    }

    @BeforeEach
    void look() {
        before = kazoo.world(folder.resolve("before"));
    }

    @AfterEach
    void close() {
        kazoo.close();
    }

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
        assertThat(verify(login)).isEqualTo(ExitCode.MISMATCH);
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
    void wrongCredentialsAreSaidAndNothingIsDone() throws IOException {
        Login login = kazoo.login("reseller");
        int code = run("--username", login.username(), "--password", "not-it", "--account-name", login.accountName());
        assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString())
                .contains("does not let us in with a username and a password of account '" + login.accountName() + "'")
                .contains("PUT /v2/user_auth answered 401 (invalid_credentials)")
                .contains("--credentials FILE")
                .doesNotContain("not-it");
        assertThat(run("--auth-token", "no.such.token")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run("--api-key", "0".repeat(64))).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertNothingIsLeft();
    }

    @Test
    void aServerThatDiesInTheMiddleEndsTheRunWithAReportOfWhatIsLeft() throws IOException {
        AtomicInteger menus = new AtomicInteger();
        kazoo.onRequest(request -> {
            if (request.operation().equals("menus.create") && menus.incrementAndGet() == 3) {
                Thread death = new Thread(kazoo::close);
                death.start();
                join(death);
            }
        });
        assertThat(verify(kazoo.login("reseller"))).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(count("passed")).isGreaterThan(10);
        assertThat(notes()).anyMatch(note -> note.contains("the server no longer answers"));
        assertThat(failures())
                .contains("the server answers")
                .contains("left behind")
                .contains("account 'kazoo-mock scratch ")
                .contains("curl -X DELETE");
        assertThat(err.toString()).contains("STILL THERE").contains("does not answer");
    }

    @Test
    void anAccountThatCannotBeRemovedFailsTheRunAndIsNamed() throws IOException {
        kazoo.fault(
                "{\"match\": {\"method\": \"DELETE\", \"path\": \"/v2/accounts/*\"}, \"fault\": {\"status\": 500}}");
        assertThat(verify(kazoo.login("reseller"), "--operation", "menus")).isEqualTo(ExitCode.MISMATCH);
        List<String> left = new ArrayList<>(kazoo.world(folder.resolve("after")).keySet());
        left.removeAll(before.keySet());
        assertThat(left).as("it really is there").isNotEmpty();
        assertThat(failures())
                .contains("removed: account 'kazoo-mock scratch ")
                .contains("answered 500")
                .contains("curl -X DELETE -H")
                .contains(kazoo.server().apiRoot() + "accounts/");
    }

    @Test
    void anAccountWhoseCreationWasNeverAnsweredIsFoundAndRemoved() throws IOException {
        kazoo.fault("{\"match\": {\"method\": \"PUT\", \"path\": \"/v2/accounts/*\"}, \"count\": 1,"
                + " \"fault\": {\"connection\": \"reset\"}}");
        assertThat(verify(kazoo.login("reseller"))).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(kazoo.requests()).anyMatch(each -> each.operation().equals("accounts.create_child"));
        assertThat(kazoo.requests())
                .anyMatch(each -> each.operation().equals("accounts.delete") && each.status() == 200);
        assertNothingIsLeft();
    }

    @Test
    void credentialsThatMayNotCreateAccountsAreSaid() throws IOException {
        kazoo.fault("{\"match\": {\"operation\": \"accounts.create_child\"}, \"fault\": {\"status\": 403}}");
        assertThat(verify(kazoo.login("account_admin"))).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err.toString())
                .contains("the scratch account cannot be made")
                .contains("--read-only");
        assertNothingIsLeft();
    }

    @Test
    void oneMissingAnswerDoesNotEndARunThatKeepsGoing() throws IOException {
        kazoo.fault(
                "{\"match\": {\"operation\": \"menus.update\"}, \"count\": 1, \"fault\": {\"connection\": \"reset\"}}");
        assertThat(verify(kazoo.login("reseller"), "--keep-going")).isEqualTo(ExitCode.MISMATCH);
        assertThat(failures()).contains("the server answers");
        assertThat(count("failed")).isEqualTo(1);
        assertThat(count("passed")).isGreaterThan(100);
        assertNothingIsLeft();
    }

    @Test
    void aStateThatIsRefusedFailsItsInteractionsAndLeavesNothing() throws IOException {
        kazoo.fault("{\"match\": {\"operation\": \"menus.create\"}, \"fault\": {\"status\": 409}}");
        assertThat(verify(kazoo.login("reseller"))).isEqualTo(ExitCode.MISMATCH);
        assertThat(failures()).contains("provider state failed").contains("MENU_ID cannot be had");
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

    @Test
    void aRunThatIsToldToEndRemovesWhatItMade() throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(20);
        kazoo.onRequest(request -> inTheMiddle.countDown());
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "verify", contract.toString()));
        command.addAll(List.of("--target", kazoo.server().apiRoot(), "--rate", "10"));
        command.addAll(List.of("--credentials", file(kazoo.login("reseller")).toString()));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
        try {
            assertThat(inTheMiddle.await(90, TimeUnit.SECONDS)).isTrue();
            run.destroy(); // SIGTERM: the same hooks as Ctrl-C
            assertThat(run.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.destroyForcibly();
        }
        assertThat(kazoo.requests()).hasSizeLessThan(100);
        assertNothingIsLeft();
    }

    private static void join(Thread thread) {
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int verify(Login login, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--credentials", file(login).toString()));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", contract.toString(), "--format", "json"));
        arguments.addAll(List.of("--target", kazoo.server().apiRoot()));
        arguments.addAll(Arrays.asList(more));
        return Contracts.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private Path file(Login login) throws IOException {
        JsonObject credentials = JsonObject.builder()
                .put("username", login.username())
                .put("password", login.password())
                .put("account_name", login.accountName())
                .build();
        return Files.write(folder.resolve("credentials.json"), credentials.utf8());
    }

    private void assertNothingIsLeft() {
        Map<String, String> after = kazoo.world(folder.resolve("after"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((name, text) -> assertThat(text).as(name).isEqualTo(before.get(name)));
    }

    private long count(String verdict) {
        return cases(verdict).size();
    }

    private List<String> notes() {
        return cases("skipped").stream().map(each -> each.textOr("note", "")).toList();
    }

    private String failures() {
        return cases("failed").stream().map(JsonObject::toString).collect(Collectors.joining("\n"));
    }

    private List<JsonObject> cases(String verdict) {
        String text = out.toString();
        if (text.isEmpty()) {
            return List.of();
        }
        return ((JsonObject) Json.parse(text))
                .array("cases").values().stream()
                        .map(JsonObject.class::cast)
                        .filter(each -> verdict.equals(each.text("verdict")))
                        .toList();
    }
}
