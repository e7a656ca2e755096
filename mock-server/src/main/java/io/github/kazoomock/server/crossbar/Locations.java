package io.github.kazoomock.server.crossbar;

/** The {@code location} header of created documents (decision H22). */
public final class Locations {
    private Locations() {}

    /**
     * The path that was asked and the new id; a last segment with a dot is replaced by it, as in KAZOO. A slash in an id
     * is escaped.
     */
    public static String of(Call call, String id) {
        String path = call.in().fullPath().replaceAll("/+$", "");
        int slash = path.lastIndexOf('/');
        String last = path.substring(slash + 1);
        return (last.contains(".") ? path.substring(0, slash) : path) + "/" + id.replace("/", "%2F");
    }
}
