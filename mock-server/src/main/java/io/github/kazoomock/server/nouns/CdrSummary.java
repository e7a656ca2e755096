package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** Counts calls that left or reached the cluster, by direction, domain and kind of number (pbx sheet 13). */
final class CdrSummary {
    /**
     * A kind of number.
     *
     * @param number what such a number looks like
     */
    private record Kind(String name, Pattern number) {
        static Kind of(String name, String regex) {
            return new Kind(name, Pattern.compile(regex));
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of("tollfree_us", "\\+1(?:800|888|877|866|855)\\d{7}"),
            Kind.of("toll_us", "\\+1900\\d{7}"),
            Kind.of("emergency", "911|933"),
            Kind.of(
                    "caribbean",
                    "\\+?1(?:684|264|268|242|246|441|284|345|767|809|829|849|473|671|876|664|670|787|939|869|758|784|721"
                            + "|868|649|340)\\d{7}"),
            Kind.of("did_us", "\\+?1?[2-9]\\d{2}[2-9]\\d{6}"),
            Kind.of("international", "\\+[2-9]\\d{7,}"));

    private CdrSummary() {}

    static JsonObject of(List<Cdr> cdrs) {
        JsonObject summary = JsonObject.EMPTY;
        for (Cdr cdr : cdrs) {
            if (isOfTheCluster(cdr)) {
                String direction = cdr.isInbound() ? "inbound" : "outbound";
                String domain = afterAt(cdr.text(cdr.isInbound() ? "from" : "to"));
                String kind = kind(beforeAt(cdr.text("to")));
                summary = add(summary, 1, direction, domain, kind, "count");
                summary = add(summary, cdr.number("billing_seconds"), direction, domain, kind, "billing_seconds");
            }
        }
        return summary;
    }

    private static JsonObject add(JsonObject sums, long more, String... path) {
        return sums.with(Json.of(sums.integer(0, path) + more), path);
    }

    /** Calls that come from a device of the account, or do not leave by a carrier, are no business of the summary. */
    private static boolean isOfTheCluster(Cdr cdr) {
        return cdr.isInbound()
                ? cdr.variable("authorizing_id").isEmpty()
                : !cdr.variable("resource_id").isEmpty();
    }

    private static String kind(String number) {
        return KINDS.stream()
                .filter(kind -> kind.number.matcher(number).matches())
                .map(Kind::name)
                .findFirst()
                .orElse("unknown");
    }

    private static String beforeAt(String address) {
        int at = address.indexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    private static String afterAt(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
