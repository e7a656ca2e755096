package io.github.kazoomock.server.crossbar;

/** What a handler answers: a success or a refusal. */
public sealed interface Outcome permits Reply, Problem {}
