package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.sandbox.Decision;
import java.util.List;

/**
 * The keys of query strings that more than one operation reads; what only one reads is declared with it. Any other key
 * has no effect.
 */
public final class QueryKeys {
    /** Read of every request (core sheet 4.2, 4.5, 6.5, 6.6 and 7.5). */
    public static final List<QueryKey> GENERAL = List.of(
            QueryKey.of("accept", "content type of the reply to a GET: csv, pdf or a type and subtype"),
            QueryKey.of("accept_charges", "true: go on though it costs something"),
            QueryKey.of("auth_token", "the token, where a header cannot be set"),
            QueryKey.of("authorization", "the header of that name, where it cannot be set"),
            QueryKey.of("file_name", "what a table is called when it is saved"),
            QueryKey.of("filename", "what an uploaded file is called"),
            QueryKey.of("is_chunked", "true: the reply is streamed; false: it comes whole"),
            QueryKey.of("jsonp", "a function to wrap the reply in"),
            QueryKey.of("pretty_print", "true: the reply is indented"),
            QueryKey.of("verb", "the method that is meant, where only POST can be sent"),
            QueryKey.of("wait_for_service_update", "whether to wait for the services to be counted"));

    /** Read by lists: pages, order, filters, shape of rows (core sheet 8 and 9, delta sheet 2.5). */
    public static final List<QueryKey> LISTS = List.of(
            QueryKey.of("ascending", "order by key, the lowest first"),
            newest("batch_size", Decision.PAGES_CONTINUE_AT_KEY_AND_ID, "rows of one database read"),
            newest("bookmark", Decision.PAGES_CONTINUE_AT_KEY_AND_ID, "where the page begins"),
            QueryKey.of("chunk_size", "rows of one database read"),
            QueryKey.of("created_from", "created then or later, in Gregorian seconds"),
            QueryKey.of("created_to", "created then or earlier, in Gregorian seconds"),
            QueryKey.of("descending", "order by key, the highest first"),
            QueryKey.of("end_key", "where the list ends"),
            newest("fields", Decision.ARRAY_FILTERS, "the paths that rows show"),
            QueryKey.of("filter_*", "rows whose value at this path is this"),
            newest("full_docs", Decision.ARRAY_FILTERS, "true: rows are whole documents, where the system allows it"),
            QueryKey.of("has_key", "rows that have this path"),
            QueryKey.of("has_value", "rows that have something at this path"),
            QueryKey.of("key_missing", "rows without this path"),
            QueryKey.of("modified_from", "changed then or later, in Gregorian seconds"),
            QueryKey.of("modified_to", "changed then or earlier, in Gregorian seconds"),
            QueryKey.of("page_size", "rows of a page, 50 unless told"),
            QueryKey.of("paginate", "false: all rows at once"),
            QueryKey.of("start_key", "where the page begins: next_start_key of the page before"),
            QueryKey.of("value_missing", "rows with nothing at this path"));

    private QueryKeys() {}

    private static QueryKey newest(String name, Decision decision, String effect) {
        return new QueryKey(name, decision, effect);
    }
}
