package io.github.kazoomock.server.faults;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule is for; what is null does not matter.
 *
 * @param operation an id, in which a star stands for anything: {@code devices.*}
 * @param path in which a star stands for anything but a slash, and two for anything
 */
public record Match(
        @Nullable String operation,
        @Nullable String method,
        @Nullable String path,
        @Nullable String accountId) {

    boolean matches(Asked asked) {
        return (operation == null || isLike(operation, asked.operation()))
                && (method == null || method.equals(asked.method()))
                && (path == null || isLike(path, asked.path()))
                && (accountId == null || accountId.equals(asked.accountId()));
    }

    /** True when a text is what a text with stars stands for. */
    public static boolean isLike(String pattern, String text) {
        String regex = Pattern.compile("\\*\\*|\\*|[^*]+")
                .matcher(pattern)
                .results()
                .map(part -> switch (part.group()) {
                    case "**" -> ".*";
                    case "*" -> "[^/]*";
                    default -> Pattern.quote(part.group());
                })
                .collect(Collectors.joining());
        return Pattern.matches(regex, text);
    }
}
