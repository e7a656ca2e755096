package io.github.kazoomock.contracts.verify;

import io.github.kazoomock.contracts.Unreachable;
import io.github.kazoomock.contracts.pact.PactInteraction;
import io.github.kazoomock.contracts.target.Establishing;
import io.github.kazoomock.contracts.target.HttpTarget;
import io.github.kazoomock.contracts.target.NotSent;
import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import io.github.kazoomock.server.export.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A live server as the provider. What must not be sent is skipped with the reason; when answers stay away, so is all the
 * rest, so that a report can be written of what was seen until then.
 */
final class LiveProvider implements Provider {
    private static final int LAST_STRAW = 3;

    private final HttpTarget target;
    private final Establishing states;
    private final boolean keepGoing;
    private final Consumer<String> say;
    private int missing;
    private Optional<String> unreachable = Optional.empty();
    private boolean ended;

    /** @param say is told what begins */
    LiveProvider(HttpTarget target, Establishing states, boolean keepGoing, Consumer<String> say) {
        this.target = target;
        this.states = states;
        this.keepGoing = keepGoing;
        this.say = say;
    }

    @Override
    public Trial begin(PactInteraction interaction) {
        if (ended) {
            throw new Skipped("not tried, because the server no longer answers");
        }
        say.accept("# " + interaction.description());
        Optional<String> refusal = target.refusalForAnyId(interaction.exampleRequest());
        if (refusal.isPresent()) {
            throw skipped(refusal.get());
        }
        try {
            states.check(
                    interaction.exampleResponse().status(),
                    interaction.exampleValues().keySet());
        } catch (NotSent e) {
            throw skipped(String.valueOf(e.getMessage()));
        }
        return new LiveTrial();
    }

    /** Why the last answer that did not come did not; empty when all came. */
    Optional<String> unreachable() {
        return unreachable;
    }

    /** True when the run was given up. */
    boolean isEnded() {
        return ended;
    }

    private Skipped skipped(String why) {
        say.accept("  not sent: " + why);
        return new Skipped(why);
    }

    private <T> T answer(Supplier<T> asking) {
        try {
            T answer = asking.get();
            missing = 0;
            return answer;
        } catch (NotSent e) {
            throw skipped(String.valueOf(e.getMessage()));
        } catch (Unreachable e) {
            throw new Skipped("no answer came: " + missed(e));
        }
    }

    private String missed(Unreachable wrong) {
        String why = String.valueOf(wrong.getMessage());
        unreachable = Optional.of(why);
        missing++;
        ended = !keepGoing || missing >= LAST_STRAW;
        return why;
    }

    private final class LiveTrial implements Trial {
        private boolean isSpoilt;

        @Override
        public Map<String, String> setUp(Given given) {
            return answer(() -> states.establish(given));
        }

        @Override
        public Response ask(Request request) {
            Response response = answer(() -> target.ask(request));
            isSpoilt = response.isSuccess() && states.isSpoiltBy(request);
            return response;
        }

        @Override
        public void close() {
            if (ended) {
                return;
            }
            try {
                if (isSpoilt) {
                    states.startAnew();
                } else {
                    states.tidy();
                }
            } catch (NotSent e) {
                ended = true;
            } catch (Unreachable e) {
                missed(e);
            }
        }
    }
}
