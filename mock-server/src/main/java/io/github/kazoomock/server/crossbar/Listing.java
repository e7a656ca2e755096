package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One page of a view: order, filters, paging keys, sparse rows (core sheet 8 and 9, delta sheet 2.5). */
public final class Listing {
    private final Call call;
    private final View view;
    private final boolean impliedStart;
    private final Function<View.Entry, Filters.Seen> seen;

    private Listing(Call call, View view, boolean impliedStart, Function<View.Entry, Filters.Seen> seen) {
        this.call = call;
        this.view = view;
        this.impliedStart = impliedStart;
        this.seen = seen;
    }

    private Listing(Call call, View view, boolean impliedStart) {
        this(call, view, impliedStart, entry -> key -> entry.document().stored(entry.account(), key));
    }

    /** A list that has no {@code start_key} on its first page. */
    public static Listing of(Call call, View view) {
        return new Listing(call, view, false);
    }

    /** A list over a fixed range of keys, which prints a {@code start_key} on every page. */
    public static Listing ofRange(Call call, View view) {
        return new Listing(call, view, true);
    }

    /** The same where filters see something else than the whole stored document. */
    public Listing filtering(Function<View.Entry, JsonObject> what) {
        return new Listing(call, view, impliedStart, entry -> what.apply(entry)::get);
    }

    /** The reply with rows as the noun declares them. */
    public Reply rows(Row row) {
        return rows(entry -> row.show(call, entry.document()));
    }

    /** The reply with rows as computed. */
    public Reply rows(Function<View.Entry, ? extends Json> row) {
        PageSize.check(call);
        Function<View.Entry, ? extends Json> shown = Sparse.rows(call, row);
        boolean paginated = !call.options().isFalse("paginate");
        int size = paginated ? PageSize.of(call) : Integer.MAX_VALUE;
        Json start = start();
        Predicate<Filters.Seen> filter = Filters.of(call.query(), call.does(Decision.ARRAY_FILTERS));
        List<Json> rows = new ArrayList<>();
        Json first = null;
        String next = null;
        Iterator<View.Entry> entries = view.from(start, descending()).iterator();
        while (entries.hasNext() && next == null) {
            View.Entry entry = entries.next();
            first = first == null ? entry.key() : first;
            if (!filter.test(seen.apply(entry))) {
                continue;
            }
            if (rows.size() == size) {
                next = PagingKey.encode(entry.key());
            } else {
                rows.add(shown.apply(entry));
            }
        }
        return Reply.rows(rows, paginated ? new Data.Page(startKey(start, first), next) : null);
    }

    private @Nullable String startKey(@Nullable Json start, @Nullable Json first) {
        if (start != null) {
            return PagingKey.encode(start);
        }
        return impliedStart ? PagingKey.encode(first == null ? JsonArray.EMPTY : first) : null;
    }

    /** Where the page begins: {@code bookmark}, else {@code start_key} (decisions L3 and L4). */
    private @Nullable Json start() {
        String bookmark =
                call.does(Decision.PAGES_CONTINUE_AT_KEY_AND_ID) ? call.query().first("bookmark") : null;
        String key = bookmark != null ? bookmark : call.options().text("start_key");
        if (key == null || key.isEmpty()) {
            return null;
        }
        Json decoded = PagingKey.decode(key);
        return decoded != null || call.does(Decision.END_KEY_IS_IGNORED) ? decoded : Json.of(key);
    }

    /** Descending unless the query says otherwise (decision L1). */
    private boolean descending() {
        String descending = call.query().first("descending");
        String ascending = call.query().first("ascending");
        if ("true".equals(descending)) {
            return true;
        }
        if (ascending != null) {
            return ascending.equals("false");
        }
        return descending == null || !call.does(Decision.NOT_DESCENDING_IS_ASCENDING);
    }
}
