package io.github.kazoomock.server.crossbar;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The HTTP methods Crossbar knows; any other is 501. */
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE,
    HEAD,
    PATCH,
    OPTIONS;

    private static final Map<String, Verb> BY_METHOD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Verb::name, verb -> verb));

    /** The verb of an HTTP method, exactly as sent: methods are case-sensitive. */
    public static Optional<Verb> of(String method) {
        return Optional.ofNullable(BY_METHOD.get(method));
    }

    /** True when executing it may change the world. */
    public boolean writes() {
        return this == POST || this == PUT || this == DELETE || this == PATCH;
    }
}
