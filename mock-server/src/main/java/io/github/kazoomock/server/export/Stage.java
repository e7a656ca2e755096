package io.github.kazoomock.server.export;

/** A fresh sandbox: who answers in it, and who can be logged in. */
public record Stage(Target target, Logins logins) {}
