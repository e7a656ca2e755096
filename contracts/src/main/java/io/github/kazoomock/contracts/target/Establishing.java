package io.github.kazoomock.contracts.target;

import io.github.kazoomock.server.export.Given;
import io.github.kazoomock.server.export.Request;
import java.util.Map;
import java.util.Set;

/** How provider states come about on a live server. */
public sealed interface Establishing permits LiveStates, FoundStates {
    /**
     * Whether it makes sense to try.
     *
     * @param status that is expected
     * @param values names of what the request needs: {@code MENU_ID}
     * @throws NotSent when it does not
     */
    void check(int status, Set<String> values);

    /**
     * Brings one about.
     *
     * @return what the holes of the request stand for
     * @throws NotSent when it may not be, or cannot be here
     * @throws io.github.kazoomock.server.export.StateProblem when the server refuses something of it
     */
    Map<String, String> establish(Given given);

    /** True when a request that succeeded changed what every other interaction relies on. */
    boolean isSpoiltBy(Request request);

    /** Takes back what was made since the last time. */
    void tidy();

    /** Nothing of before is there any more. */
    void startAnew();
}
