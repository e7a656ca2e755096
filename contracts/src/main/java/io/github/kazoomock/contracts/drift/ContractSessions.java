package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Interaction;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The interactions of the contract as sessions: what must be there before is asked for like everything else, so that it
 * is compared, too.
 */
public final class ContractSessions {
    private static final String USUAL_TAKE = "/data/id";

    private ContractSessions() {}

    /** One session each. */
    public static List<Session> of(List<Interaction> interactions, List<Operation> operations) {
        OperationNames names = new OperationNames(operations);
        return interactions.stream().map(each -> of(each, names)).toList();
    }

    private static Session of(Interaction interaction, OperationNames names) {
        JsonObject params = interaction.given().params();
        JsonObject.Builder tokens = JsonObject.builder();
        List<Step> steps = new ArrayList<>();
        for (Json thing : params.array("things")) {
            steps.add(step((JsonObject) thing, tokens, names));
        }
        steps.add(new Step.Ask(interaction.operation().id(), interaction.template(), Map.of()));
        JsonObject given = params.without("things").with(tokens.build(), "tokens");
        return new Session(
                interaction.description(),
                Optional.empty(),
                new Given(interaction.given().words(), given),
                steps);
    }

    /** A request that makes something, by whoever may; or a value that needs none. */
    private static Step step(JsonObject thing, JsonObject.Builder tokens, OperationNames names) {
        String name = thing.textOr("as", "");
        String value = thing.text("value");
        if (value != null) {
            return new Step.Know(name, value);
        }
        String role = thing.textOr("login", Logins.ACCOUNT_ADMIN);
        String token = "TOKEN_OF_" + role;
        tokens.put(token, JsonObject.of("role", Json.of(role)));
        Request request = States.request(thing, "${" + token + "}");
        Map<String, String> keep = Map.of(name, thing.textOr("take", USUAL_TAKE));
        return new Step.Ask(names.of(request.method(), request.path()), request, keep);
    }
}
