package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Gregorian;
import org.jspecify.annotations.Nullable;

/** From when to when a list of what happened reaches, both included, in Gregorian seconds (core sheet 8.4). */
public record TimeRange(long from, long to) {
    private static final long LONGEST = 2_682_000;

    /**
     * As {@code created_from} and {@code created_to} say, the last month without them.
     *
     * @throws Refusal with 400 when it ends before it begins or is too long
     */
    public static TimeRange of(Call call) {
        return of(call, longest(call));
    }

    /**
     * The same where the longest range can be set by itself.
     *
     * @param category of system settings
     * @throws Refusal with 400 when it ends before it begins or is too long
     */
    public static TimeRange of(Call call, String category) {
        return within(call, new Settings(call.sandbox().world()).integer(longest(call), category, "maximum_range"));
    }

    /**
     * The same where another length is the longest, and the usual one.
     *
     * @throws Refusal with 400 when it ends before it begins or is too long
     */
    public static TimeRange within(Call call, long longest) {
        return of(call, longest, longest);
    }

    /**
     * The same where another length is allowed if the end is named.
     *
     * @throws Refusal with 400 when it ends before it begins or is too long
     */
    public static TimeRange of(Call call, long longestToANamedEnd) {
        return of(call, longest(call), longestToANamedEnd);
    }

    private static TimeRange of(Call call, long longestToNow, long longestToANamedEnd) {
        Long end = time(call, "created_to");
        Long begin = time(call, "created_from");
        long longest = end == null ? longestToNow : longestToANamedEnd;
        long to = end == null ? Gregorian.seconds(call.now()) : end;
        long from = begin == null ? to - longest : begin;
        if (from > to) {
            throw wrong("created_to " + to + " is prior to created_from " + from, from);
        }
        if (to - from > longest) {
            throw wrong("created_to " + to + " is more than " + longest + " seconds from created_from " + from, to);
        }
        return new TimeRange(from, to);
    }

    public boolean has(long time) {
        return from <= time && time <= to;
    }

    private static long longest(Call call) {
        return new Settings(call.sandbox().world()).integer(LONGEST, "crossbar", "maximum_range");
    }

    private static @Nullable Long time(Call call, String option) {
        String text = call.options().text(option);
        try {
            long seconds = text == null ? 0 : Long.parseLong(text);
            return seconds > 0 ? seconds : null;
        } catch (NumberFormatException e) {
            return null; // what is no time does not count
        }
    }

    private static Refusal wrong(String message, long cause) {
        JsonObject details = JsonObject.of("message", Json.of(message), "cause", Json.of(cause));
        return Problems.validation(JsonObject.EMPTY.with(details, "created_from", "date_range"))
                .refusal();
    }
}
