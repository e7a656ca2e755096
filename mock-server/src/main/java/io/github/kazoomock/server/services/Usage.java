package io.github.kazoomock.server.services;

import org.jspecify.annotations.Nullable;

/** Something used, like minutes: it adds up (services sheet 8.3). */
public record Usage(
        String name, long created, long quantity, @Nullable String unit) {}
