package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Decision;
import org.jspecify.annotations.Nullable;

/** How many rows a page has, and the refusals of nonsense (core sheet 8.1). */
final class PageSize {
    private static final int DEFAULT = 50;

    private PageSize() {}

    static int of(Call call) {
        String text = call.options().text("page_size");
        if (text == null) {
            return (int) new Settings(call.sandbox().world()).integer(DEFAULT, "crossbar", "pagination_page_size");
        }
        Double size = number(text);
        if (size == null) {
            throw Problems.faultyRequest("invalid page size").refusal();
        }
        long rounded = Math.round(size);
        if (rounded < 1) {
            throw Problems.faultyRequest("page size must be at least 1").refusal();
        }
        return (int) Math.min(rounded, Integer.MAX_VALUE);
    }

    /** Refuses a nonsensical size of database reads, which has no other effect here. */
    static void check(Call call) {
        String text = call.query().first("chunk_size");
        if (text == null && call.does(Decision.PAGES_CONTINUE_AT_KEY_AND_ID)) {
            text = call.query().first("batch_size");
        }
        if (text == null) {
            return;
        }
        Double size = number(text);
        if (size == null) {
            throw Problems.faultyRequest("invalid chunk size").refusal();
        }
        if (size == 0) {
            throw Problems.datastoreFault().refusal();
        }
        if (size < 0) {
            throw Problems.faultyRequest("chunk size must be at least 1").refusal();
        }
        if (size > DEFAULT) {
            throw Problems.faultyRequest("chunk size must be lower than " + DEFAULT)
                    .refusal();
        }
    }

    private static @Nullable Double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
