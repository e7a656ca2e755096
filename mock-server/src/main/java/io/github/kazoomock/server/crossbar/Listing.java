package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.sandbox.Decision;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One page of a view: order, filters, paging keys, sparse rows (core sheet 8 and 9, delta sheet 2.5). */
public final class Listing {
    private final Call call;
    private final View view;
    private final Pages pages;
    private final Query filters;
    private final Function<View.Entry, Filters.Seen> seen;

    /** How a list is cut. */
    private enum Pages {
        PLAIN,
        /** A fixed range of keys: every page prints where it starts. */
        OF_RANGE,
        NONE
    }

    private Listing(Call call, View view, Pages pages, Query filters, Function<View.Entry, Filters.Seen> seen) {
        this.call = call;
        this.view = view;
        this.pages = pages;
        this.filters = filters;
        this.seen = seen;
    }

    private Listing(Call call, View view, Pages pages) {
        this(call, view, pages, call.query(), entry -> key -> entry.document().stored(entry.account(), key));
    }

    /** A list that has no {@code start_key} on its first page. */
    public static Listing of(Call call, View view) {
        return new Listing(call, view, Pages.PLAIN);
    }

    /** A list over a fixed range of keys, which prints a {@code start_key} on every page. */
    public static Listing ofRange(Call call, View view) {
        return new Listing(call, view, Pages.OF_RANGE);
    }

    /** A list that is never cut into pages. */
    public static Listing whole(Call call, View view) {
        return new Listing(call, view, Pages.NONE);
    }

    /** The same with other filters than those of the query string. */
    public Listing filtered(Query other) {
        return new Listing(call, view, pages, other, seen);
    }

    /** The same where filters see something else than the whole stored document. */
    public Listing filtering(Function<View.Entry, JsonObject> what) {
        return new Listing(call, view, pages, filters, entry -> what.apply(entry)::get);
    }

    /**
     * The reply whose {@code data} is made of all rows of a page, for lists that are no arrays; a table has the rows
     * themselves. Clients cannot shape these rows.
     */
    public Reply shaped(Function<View.Entry, ? extends Json> row, Function<List<Json>, Json> shape) {
        Reply listed = page(row);
        if (call.wantsCsv() || !(listed.data() instanceof Data.Rows rows)) {
            return listed;
        }
        Reply reply = listed.withData(new Data.Value(shape.apply(rows.rows())));
        JsonObject paging = EnvelopeWriter.paging(rows);
        for (String key : paging.keys()) {
            reply = reply.withEnvelope(key, Objects.requireNonNull(paging.get(key)));
        }
        return reply;
    }

    /** The reply with rows as the noun declares them. */
    public Reply rows(Row row) {
        return rows(entry -> row.show(call, entry.document()));
    }

    /** The reply with rows as computed. */
    public Reply rows(Function<View.Entry, ? extends Json> row) {
        return rows(row, entry -> entry.document().open());
    }

    /**
     * The same where the client may pick {@code fields} of more than the document.
     *
     * @param whole what it picks from
     */
    public Reply rows(Function<View.Entry, ? extends Json> row, Function<View.Entry, JsonObject> whole) {
        return page(Sparse.rows(call, row, whole));
    }

    private Reply page(Function<View.Entry, ? extends Json> shown) {
        PageSize.check(call);
        boolean paginated = pages != Pages.NONE && !call.options().isFalse("paginate");
        int size = paginated ? PageSize.of(call) : Integer.MAX_VALUE;
        Json start = start();
        Predicate<Filters.Seen> filter = Filters.of(filters, call.does(Decision.ARRAY_FILTERS));
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
        return pages == Pages.OF_RANGE ? PagingKey.encode(first == null ? JsonArray.EMPTY : first) : null;
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
