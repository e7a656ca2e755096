package io.github.kazoomock.server.world;

import java.util.List;

/**
 * A look-up or an order that a noun declares over its documents.
 *
 * @param name unique among all indexes
 * @param type the document type it covers
 */
public record Index(String name, String type, Keys keys) {
    /** Between the parts of a composed key; sorts before every character of a part. */
    public static final String SEPARATOR = "\u0000";

    /** The keys under which a document is found; none when it does not take part. */
    public interface Keys {
        List<String> of(String account, Document document);
    }

    /** Joins the parts of a key so that keys sort by their parts. */
    public static String key(String... parts) {
        return String.join(SEPARATOR, parts);
    }
}
