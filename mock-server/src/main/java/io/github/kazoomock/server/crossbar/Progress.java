package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Caller;
import io.github.kazoomock.server.faults.Hit;
import io.github.kazoomock.server.faults.Instead;
import io.github.kazoomock.server.journal.Check;
import io.github.kazoomock.server.sandbox.TokenBuckets.Charge;
import io.github.kazoomock.server.world.Event;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one request has come; what its answer shows depends on it. The only mutable thing of a request, seen by its
 * own thread alone.
 */
final class Progress {
    /** Echoed in every envelope; null until the body is read. */
    @Nullable
    String requestId;

    /** The token as it was sent, or the new one; null when there is none or it was not looked for yet. */
    @Nullable
    String token;

    boolean authenticated;

    /** What the resource allows; null until it is known. */
    @Nullable
    Set<Verb> allowed;

    /** True once the reply's content type was agreed on. */
    boolean negotiated;

    /** True when the answer is to be a table of comma-separated values. */
    boolean csv;

    /** How such a table looks. */
    TableStyle table = TableStyle.QUOTED;

    /** True when an {@code accept} option chose the content type, whatever the header says. */
    boolean byOption;

    /** What such a table is called when it is saved; null for a name of its own. */
    @Nullable
    String fileName;

    /** True when a list is to be streamed (core sheet 8.5). */
    boolean chunked;

    /** The best of {@code Accept-Language}. */
    String language = "en";

    boolean pretty;

    /** The function name to wrap the answer in; null for plain JSON. */
    @Nullable
    String jsonp;

    Charge charge = Charge.NONE;

    /** The operation that was found; empty until then. */
    String operation = "";

    /** The same with all that it declares; null until then. */
    @Nullable
    Operation found;

    /** The check that the request is at. */
    Check check = Check.ADDRESS;

    /** Whose token it has; null without a good one. */
    @Nullable
    Caller caller;

    /** Why it was refused; null unless it was. */
    @Nullable
    Problem problem;

    /** What it changed. */
    List<Event> events = List.of();
    /** The fault rule that it met; null for none. */
    @Nullable
    Hit hit;

    /** True when its tokens are counted whatever the sandbox does otherwise. */
    boolean isRateLimited() {
        return hit != null && hit.instead() instanceof Instead.RateLimit;
    }
}
