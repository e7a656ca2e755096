package io.github.kazoomock.contracts.redact;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of the table of what is taken out.
 *
 * @param name unique
 * @param why for people
 * @param on whether it holds
 * @param headers names of headers whose values are taken out
 * @param keys of JSON, queries, forms and {@code key=value} in texts
 * @param paths what is taken out of paths: {@code user_auth/recovery/*} takes the step at the star
 * @param replies paths of which everything in the reply's {@code data} is taken out
 * @param texts what is taken out of any text; the first group where there is one
 */
record Rule(
        String name,
        String why,
        boolean on,
        Kind kind,
        List<KeyPath> headers,
        List<KeyPath> keys,
        List<KeyPath> paths,
        List<KeyPath> replies,
        List<Pattern> texts) {
    Rule {
        headers = List.copyOf(headers);
        keys = List.copyOf(keys);
        paths = List.copyOf(paths);
        replies = List.copyOf(replies);
        texts = List.copyOf(texts);
    }
}
