package io.github.kazoomock.contracts.drift;

import io.github.kazoomock.contracts.drift.Difference.Kind;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.server.export.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the replies of one session against each other; remembers which id stood for what. */
public final class Comparison {
    /** Headers that clients act on; of the others a proxy or a web server may have its own. */
    private static final Set<String> HEADERS = Set.of(
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-allow-origin",
            "access-control-expose-headers",
            "content-disposition",
            "etag",
            "location",
            "warning");

    private final Worlds worlds;
    private final References references = new References();
    private final Set<String> sent = new TreeSet<>();

    /** Whether both were asked about the same things. */
    public enum Worlds {
        /** Values count. */
        SAME,
        /** The account is the same, what is above and beside it is not. */
        SAME_ACCOUNT,
        /** The things are others, so only the texts that KAZOO itself chose count: {@code status}, {@code message} ... */
        OTHER
    }

    public Comparison(Worlds worlds) {
        this.worlds = worlds;
    }

    /** Tells which value of theirs is which of ours, before anything is compared: an account's id or name. */
    public void same(String our, String their) {
        if (Form.of(our).isReference() && Form.of(their).isReference()) {
            references.same(our, their);
        } else {
            references.alias(our, their);
        }
    }

    /** Tells what was sent to both: such a text counts by its value wherever it comes back. */
    public void sent(Json toUs, Json toThem) {
        Set<String> theirs = Texts.of(toThem).collect(Collectors.toSet());
        Texts.of(toUs).filter(theirs::contains).forEach(sent::add);
    }

    /** What differs in the replies to one request, in the order of the reply. */
    public List<Difference> of(Response ours, Response theirs) {
        return of(ours, theirs, worlds);
    }

    List<Difference> of(Response ours, Response theirs, Worlds worlds) {
        if (ours.status() != theirs.status()) {
            return List.of(new Difference(
                    Kind.WRONG_STATUS, "", Integer.toString(ours.status()), Integer.toString(theirs.status())));
        }
        List<Difference> found = new ArrayList<>();
        contentType(ours, theirs, found);
        for (String name : new TreeSet<>(HEADERS)) {
            header(name, ours.headers().get(name), theirs.headers().get(name), found);
        }
        body(ours, theirs, worlds, found);
        Map<String, Difference> byName = new LinkedHashMap<>();
        found.forEach(each -> byName.putIfAbsent(each.name(), each));
        return List.copyOf(byName.values());
    }

    private static void contentType(Response ours, Response theirs, List<Difference> found) {
        String our = type(ours);
        String their = type(theirs);
        if (!our.equals(their)) {
            found.add(new Difference(Kind.WRONG_CONTENT_TYPE, "", our, their));
        }
    }

    private static String type(Response response) {
        String type = response.headers().get("content-type");
        return type == null ? "none" : type.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static void header(String name, @Nullable String our, @Nullable String their, List<Difference> found) {
        if (our == null ? their != null : their == null) {
            found.add(
                    our == null
                            ? new Difference(Kind.EXTRA_HEADER, name, "", shape(name, String.valueOf(their)))
                            : new Difference(Kind.MISSING_HEADER, name, shape(name, our), ""));
        } else if (our != null && their != null && !shape(name, our).equals(shape(name, their))) {
            found.add(new Difference(Kind.WRONG_HEADER, name, shape(name, our), shape(name, their)));
        }
    }

    /** What of a header's value is the same in every run. */
    private static String shape(String name, String value) {
        return switch (name) {
            case "etag" ->
                value.startsWith("W/") ? "a weak tag" : value.startsWith("\"") ? "a strong tag" : "a bare tag";
            case "location" -> Shown.withoutIds(value.replaceFirst("^.*?/v2/", "/v2/"));
            default -> Shown.withoutIds(value).replaceAll("\\d{9,}", "{number}");
        };
    }

    private void body(Response ours, Response theirs, Worlds worlds, List<Difference> found) {
        Json our = ours.json();
        Json their = theirs.json();
        if (our != null && their != null) {
            found.addAll(new JsonComparison(references, sent, worlds).of(our, their));
        } else if (ours.body().length == 0 || theirs.body().length == 0) {
            if (ours.body().length != theirs.body().length) {
                boolean missing = theirs.body().length == 0;
                found.add(new Difference(
                        missing ? Kind.MISSING_BODY : Kind.EXTRA_BODY,
                        "",
                        missing ? kind(ours) : "",
                        missing ? "" : kind(theirs)));
            }
        } else if ((our == null) != (their == null) || (worlds != Worlds.OTHER && !isSameText(ours, theirs))) {
            found.add(new Difference(Kind.WRONG_BODY, "", kind(ours), kind(theirs)));
        }
    }

    private static boolean isSameText(Response ours, Response theirs) {
        return Arrays.equals(ours.body(), theirs.body()) || text(ours).equals(text(theirs));
    }

    private static String text(Response response) {
        return Texts.withoutChangingParts(new String(response.body(), StandardCharsets.UTF_8));
    }

    private static String kind(Response response) {
        return response.json() != null ? "JSON" : response.body().length + " bytes";
    }
}
