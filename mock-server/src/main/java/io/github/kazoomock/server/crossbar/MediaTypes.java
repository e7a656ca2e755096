package io.github.kazoomock.server.crossbar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Content types of requests and replies (core sheet 4.1 and 6.5). */
public final class MediaTypes {
    static final String JSON = "application/json";
    static final String CSV = "text/csv";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final java.util.regex.Pattern TYPE =
            java.util.regex.Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*(;.*)?");
    private static final java.util.regex.Pattern QUALITY =
            java.util.regex.Pattern.compile(";\\s*q=([0-9.]+)", java.util.regex.Pattern.CASE_INSENSITIVE);

    /** What a reply can be, in the server's order of preference. */
    static final List<String> OFFERED =
            List.of(JSON, "application/x-json", "application/octet-stream", CSV, "text/comma-separated-values");

    /** Files with sound or pictures that are stored and fetched (pbx sheet 9). */
    public static final List<String> RECORDINGS = List.of(
            "audio/mpeg",
            "audio/mp3",
            "audio/mpeg3",
            "audio/x-wav",
            "audio/wav",
            "audio/ogg",
            "video/x-flv",
            "video/h264",
            "video/mpeg",
            "video/quicktime",
            "video/mp4",
            "video/webm");

    /** What a recording may be sent as besides multipart. */
    public static final List<String> SOUND_UPLOADS = Stream.concat(
                    RECORDINGS.stream(), Stream.of("application/base64", "application/x-base64"))
            .toList();

    /** What a stored recording can come as. */
    public static final List<String> FILES = Stream.concat(RECORDINGS.stream(), Stream.of("application/octet-stream"))
            .toList();

    private static final Set<String> BASE64_TYPES = Set.of("application/base64", "application/x-base64");

    /** The usual endings of file names. */
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mpeg3", "mp3"),
            Map.entry("audio/mp3", "mp3"),
            Map.entry("audio/x-wav", "wav"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("video/x-flv", "flv"),
            Map.entry("video/h264", "h264"),
            Map.entry("video/mpeg", "mpeg"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/webm", "webm"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/tiff", "tiff"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/octet-stream", "bin"),
            Map.entry(CSV, "csv"));

    private static final Set<String> CSV_TYPES =
            Set.of("application/octet-stream", CSV, "text/comma-separated-values", "csv");

    private static final Set<String> ACCEPTED = Set.of(
            JSON,
            "application/x-json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/mixed",
            "application/octet-stream",
            CSV,
            "text/comma-separated-values");

    private MediaTypes() {}

    /** False for a content type that no parser can read. */
    static boolean isReadable(@Nullable String contentType) {
        return contentType == null
                || contentType.isBlank()
                || TYPE.matcher(contentType).matches();
    }

    /** False for a body that the operation does not take. */
    static boolean isAccepted(@Nullable String mediaType, Formats formats) {
        return mediaType == null
                || mediaType.isEmpty()
                || ACCEPTED.contains(mediaType)
                || formats.accepted().contains(mediaType)
                || formats.accepted().contains("*/*");
    }

    static boolean isBase64(String mediaType) {
        return BASE64_TYPES.contains(mediaType);
    }

    /** The usual ending of file names, without the dot; empty for a type that has none. */
    public static String extension(String mediaType) {
        return EXTENSIONS.getOrDefault(mediaType, "");
    }

    /** True when a reply of this type is one that the client can take. */
    static boolean covers(@Nullable String accept, String type) {
        return accept == null
                || accept.isBlank()
                || ranges(accept).stream().anyMatch(range -> range.quality > 0 && range.covers(type));
    }

    static boolean isCsv(@Nullable String type) {
        return type != null && CSV_TYPES.contains(type);
    }

    /**
     * The offer that an {@code Accept} header likes best.
     *
     * @param offered in the server's order of preference
     * @throws Refusal with 400 or 406, without a body
     */
    static String negotiate(@Nullable String accept, List<String> offered) {
        if (accept == null || accept.isBlank() || accept.equals("*/*")) {
            return offered.get(0);
        }
        for (Range range : ranges(accept)) {
            Optional<String> offer = offered.stream().filter(range::covers).findFirst();
            if (range.quality > 0 && offer.isPresent()) {
                return offer.get();
            }
        }
        throw Problem.bare(406).refusal();
    }

    /** The parts of an {@code Accept} header, the best liked first. */
    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String part : accept.split(",")) {
            if (!part.isBlank()) {
                ranges.add(Range.parse(part));
            }
        }
        ranges.sort(Comparator.comparingDouble(Range::quality).reversed());
        return ranges;
    }

    /** The offer that an {@code accept} option names, whole or by what stands behind the slash; null for none. */
    static @Nullable String named(@Nullable String option, List<String> offered) {
        return offered.stream()
                .filter(offer -> offer.equals(option)
                        || offer.substring(offer.indexOf('/') + 1).equals(option))
                .findFirst()
                .orElse(null);
    }

    /** The language that {@code Accept-Language} likes best, in lower case; any can be had. */
    static String language(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return "en";
        }
        String best = "en";
        double quality = 0;
        for (String part : accepted.split(",")) {
            Matcher weight = QUALITY.matcher(part);
            double q = weight.find() ? Range.number(weight.group(1)) : 1;
            String tag = part.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (q > quality && !tag.isEmpty()) {
                best = tag.equals("*") ? "en" : tag;
                quality = q;
            }
        }
        return best;
    }

    private record Range(String type, double quality) {
        static Range parse(String text) {
            Matcher type = TYPE.matcher(text);
            if (!type.matches()) {
                throw Problem.bare(400).refusal();
            }
            Matcher quality = QUALITY.matcher(text);
            return new Range(type.group(1).toLowerCase(Locale.ROOT), quality.find() ? number(quality.group(1)) : 1);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw Problem.bare(400).refusal();
            }
        }

        boolean covers(String offer) {
            return type.equals("*/*")
                    || type.equals(offer)
                    || (type.endsWith("/*") && offer.startsWith(type.substring(0, type.length() - 1)));
        }
    }
}
