package io.github.kazoomock.server.world;

/** Where a document stands: its account, type and id. */
public record Ref(String account, String type, String id) {}
