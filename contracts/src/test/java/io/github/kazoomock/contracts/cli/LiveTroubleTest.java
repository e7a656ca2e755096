package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code verify --target} when something goes wrong: what was made is removed, or named. */
@Timeout(180)
class LiveTroubleTest extends LiveRuns {
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
        assertThat(verify(kazoo.login("reseller"), "--keep-going", "--operation", "menus,users"))
                .isEqualTo(ExitCode.MISMATCH);
        assertThat(failures()).contains("the server answers");
        assertThat(count("failed")).isEqualTo(1);
        assertThat(count("passed")).isGreaterThan(20);
        assertNothingIsLeft();
    }

    @Test
    void aStateThatIsRefusedFailsItsInteractionsAndLeavesNothing() throws IOException {
        kazoo.fault("{\"match\": {\"operation\": \"menus.create\"}, \"fault\": {\"status\": 409}}");
        assertThat(verify(kazoo.login("reseller"), "--operation", "menus,users"))
                .isEqualTo(ExitCode.MISMATCH);
        assertThat(failures()).contains("provider state failed").contains("MENU_ID cannot be had");
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
}
