package io.github.kazoomock.server.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Takes the path of an admin request apart. */
final class AdminPath {
    private AdminPath() {}

    /**
     * Decoded steps, without empty ones at both ends.
     *
     * @throws IllegalArgumentException on broken percent-encoding
     */
    static List<String> steps(String path) {
        String trimmed = path.replaceAll("^/+|/+$", "");
        return Arrays.stream(trimmed.split("/", -1))
                .map(step -> URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
