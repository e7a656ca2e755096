package io.github.kazoomock.server.crossbar;

import java.util.Arrays;
import java.util.Optional;

/** The HTTP methods Crossbar knows; any other is 501. */
public enum Verb {
    GET,
    POST,
    PUT,
    DELETE,
    HEAD,
    PATCH,
    OPTIONS;

    /** The verb of an HTTP method, exactly as sent: methods are case-sensitive. */
    public static Optional<Verb> of(String method) {
        return Arrays.stream(values())
                .filter(verb -> verb.name().equals(method))
                .findFirst();
    }

    /** True when executing it may change the world. */
    public boolean writes() {
        return this == POST || this == PUT || this == DELETE || this == PATCH;
    }
}
