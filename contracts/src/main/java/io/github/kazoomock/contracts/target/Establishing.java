package io.github.kazoomock.contracts.target;

import io.github.kazoomock.server.export.Given;
import java.util.Map;

/** How provider states come about on a live server. */
public sealed interface Establishing permits LiveStates, FoundStates {
    /**
     * Brings one about.
     *
     * @return what the holes of the request stand for
     * @throws NotSent when it may not be, or cannot be here
     * @throws io.github.kazoomock.server.export.StateProblem when the server refuses something of it
     */
    Map<String, String> establish(Given given);

    /** Nothing of before is there any more. */
    void startAnew();
}
