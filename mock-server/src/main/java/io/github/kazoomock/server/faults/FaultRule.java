package io.github.kazoomock.server.faults;

import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Something to go wrong on purpose.
 *
 * @param name null for its id
 * @param written as the user wrote it
 */
public record FaultRule(@Nullable String name, Match match, Occasion occasion, Fault fault, JsonObject written) {}
