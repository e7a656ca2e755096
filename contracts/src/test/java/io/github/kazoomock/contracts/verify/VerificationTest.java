package io.github.kazoomock.contracts.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.pact.PactFiles;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.report.Case;
import io.github.kazoomock.contracts.report.Case.Verdict;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.StateProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order of things in an interaction, against a provider that notes what it is asked. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class VerificationTest {
    private static final Map<String, String> VALUES = Map.of(
            "ACCOUNT_ID", "4f5e0000000000000000000000000000",
            "MENU_ID", "71f00000000000000000000000000abc",
            "AUTH_TOKEN", "token");

    private final List<String> seen = new ArrayList<>();
    private String reply = "{\"data\":{\"id\":\"71f00000000000000000000000000abc\",\"name\":\"menu"
            + " 71f00000000000000000000000000abc\",\"retries\":3},\"status\":\"success\"}";
    private @Nullable RuntimeException failing;

    @Test
    void states_come_first_and_the_end_comes_last() throws Exception {
        Case one = verify("v3.json").get(0);
        assertThat(one.findings()).isEmpty();
        assertThat(one.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(seen)
                .containsExactly(
                        "begin renames a menu",
                        "state an account admin",
                        "state a menu exists",
                        "PATCH /v2/accounts/4f5e0000000000000000000000000000/menus/71f00000000000000000000000000abc",
                        "close");
    }

    @Test
    void what_was_begun_is_ended_whatever_happens() throws Exception {
        failing = new StateProblem("no");
        assertThat(verify("v3.json").get(0).findings())
                .containsExactly(new Finding("provider state failed", "provider state \"an account admin\"", "", "no"));
        assertThat(seen).endsWith("close");
        failing = new Unreachable("gone");
        assertThatThrownBy(() -> verify("v3.json")).isSameAs(failing);
        assertThat(seen).endsWith("close");
    }

    @Test
    void what_may_not_be_tried_is_skipped_with_the_reason() throws Exception {
        failing = new Skipped("it writes");
        Case one = verify("v3.json").get(0);
        assertThat(one.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(one.note()).isEqualTo("it writes");
    }

    @Test
    void another_id_than_that_of_the_state_is_found() throws Exception {
        reply = "{\"data\":{\"id\":\"00000000000000000000000000000002\",\"name\":\"Main menu\",\"retries\":3},"
                + "\"status\":\"success\"}";
        assertThat(verify("v4.json").get(0).findings())
                .extracting(Finding::kind, Finding::where)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("wrong reference", "response body /data/id"));
    }

    @Test
    void names_of_cases_are_unique() throws Exception {
        assertThat(verify("v3.json", "v3.json", "v4.json"))
                .extracting(Case::name)
                .containsExactly(
                        "portal: renames a menu (given an account admin, a menu exists) #1",
                        "portal: renames a menu (given an account admin, a menu exists) #2",
                        "reads a menu",
                        "wishes for colours");
    }

    private List<Case> verify(String... names) throws Exception {
        List<PactInteraction> interactions = new ArrayList<>();
        for (String name : names) {
            interactions.addAll(PactFiles.read(Path.of(Objects.requireNonNull(
                                    getClass().getResource("/io/github/kazoomock/contracts/pacts/" + name))
                            .toURI()))
                    .interactions());
        }
        return new Verification(this::begin, new StateNames(JsonObject.EMPTY, List.of()))
                .verify("here", interactions)
                .cases();
    }

    private Trial begin(PactInteraction interaction) {
        seen.add("begin " + interaction.description());
        return new Trial() {
            @Override
            public Map<String, String> setUp(Given given) {
                seen.add("state " + given.words());
                if (failing != null) {
                    throw failing;
                }
                return VALUES;
            }

            @Override
            public Response ask(Request request) {
                seen.add(request.method() + " " + request.path());
                return new Response(
                        200, Map.of("content-type", "application/json"), reply.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {
                seen.add("close");
            }
        };
    }
}
