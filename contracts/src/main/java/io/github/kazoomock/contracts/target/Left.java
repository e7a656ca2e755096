package io.github.kazoomock.contracts.target;

/**
 * Something of ours that is still on the server.
 *
 * @param what for people: {@code account 'kazoo-mock scratch ...' (id) below account ...}
 * @param why it is still there
 * @param how to remove it by hand
 */
public record Left(String what, String why, String how) {}
