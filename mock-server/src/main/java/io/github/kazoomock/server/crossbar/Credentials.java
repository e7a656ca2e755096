package io.github.kazoomock.server.crossbar;

import io.github.kazoomock.server.auth.Credential;
import org.jspecify.annotations.Nullable;

/** Finds the token of a request; the first place that has one wins, good or bad (auth sheet 1). */
final class Credentials {
    private Credentials() {}

    static @Nullable Credential of(Incoming in, Options options) {
        String header = in.header("x-auth-token");
        if (header != null) {
            return new Credential(Credential.Kind.AUTH_TOKEN, header);
        }
        String parameter = options.text("auth_token");
        if (parameter != null) {
            return new Credential(Credential.Kind.AUTH_TOKEN, parameter);
        }
        String authorization = in.header("authorization");
        if (authorization == null) {
            authorization = options.text("authorization");
        }
        return authorization == null ? null : Credential.authorization(authorization);
    }
}
