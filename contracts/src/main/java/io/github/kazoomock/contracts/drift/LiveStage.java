package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.target.Establishing;
import io.github.kazoomock.contracts.target.HttpTarget;
import io.github.kazoomock.contracts.target.NotSent;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.Pointer;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Logins;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import io.github.kazoomock.server.export.StateProblem;
import io.github.kazoomock.server.export.Target;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A KAZOO as a stage: every session is played in the scratch account, in which nothing is left of the one before. What
 * must not be sent, or needs a world that only a mock has, is not played.
 */
public final class LiveStage implements Stage {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpTarget target;
    private final Establishing states;

    public LiveStage(HttpTarget target, Establishing states) {
        this.target = target;
        this.states = states;
    }

    @Override
    public Play open(Given given) {
        JsonObject params = given.params();
        if (params.has("world")) {
            throw new NotPlayable("it needs accounts that only the mock has");
        }
        if (params.isTrue("same_ids")) {
            throw new NotPlayable("it compares pages of lists, which are in the order of ids");
        }
        Map<String, String> values = new LinkedHashMap<>();
        params.object("tokens").forEach((name, who) -> {
            String role = who instanceof JsonObject wanted ? wanted.text("role") : null;
            if (role == null) {
                throw new NotPlayable("it needs people whom only the mock has");
            }
            values.put(name, login(role).getOrDefault(Logins.AUTH_TOKEN, ""));
        });
        values.putAll(login(params.textOr("login", Logins.ACCOUNT_ADMIN)));
        return new LivePlay(values);
    }

    private Map<String, String> login(String role) {
        JsonObject params = JsonObject.of("login", Json.of(role));
        return sent(() -> states.establish(new Given(role + " is logged in", params)));
    }

    private static <T> T sent(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (NotSent | StateProblem e) {
            throw new NotPlayable(String.valueOf(e.getMessage()));
        }
    }

    private final class LivePlay implements Play, Target {
        private final Map<String, String> values;
        private final Set<String> made = new HashSet<>();
        private boolean isSpoilt;

        LivePlay(Map<String, String> values) {
            this.values = Map.copyOf(values);
        }

        @Override
        public Target target() {
            return this;
        }

        @Override
        public Response ask(Request request) {
            Response response = sent(() -> target.ask(request));
            isSpoilt |= response.isSuccess() && (states.isSpoiltBy(request) || leavesSomething(request, response));
            return response;
        }

        /** Documents that were made are deleted again; what else was written stays in the account. */
        private boolean leavesSomething(Request request, Response response) {
            if (READING.contains(request.method()) || made.stream().anyMatch(request.path()::contains)) {
                return false;
            }
            Json id = response.json() == null ? null : Pointer.at(response.json(), "/data/id");
            if (!request.method().equals("PUT") || id == null || id.text() == null) {
                return true;
            }
            made.add(id.text());
            return false;
        }

        @Override
        public Map<String, String> values() {
            return values;
        }

        @Override
        public void pass(Duration time) {
            throw new NotPlayable("nobody waits " + time.toMinutes() + " minutes for a server");
        }

        @Override
        public void close() {
            sent(() -> {
                if (isSpoilt) {
                    states.startAnew();
                } else {
                    states.tidy();
                }
                return true;
            });
        }
    }
}
