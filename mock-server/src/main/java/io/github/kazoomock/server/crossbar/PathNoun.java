package io.github.kazoomock.server.crossbar;

import java.util.List;

/** One noun of a request's path with its arguments: {@code users} and {@code [ID]} in {@code /users/ID}. */
public record PathNoun(String name, List<String> arguments) {
    public PathNoun {
        arguments = List.copyOf(arguments);
    }
}
