package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the account and, unless it came with an API key, the user of a verified token or credential.
 *
 * @param method the module that made the token: {@code cb_user_auth}, {@code cb_api_auth}, {@code cb_basic_auth}
 * @param claims what the token says; empty for basic credentials
 * @param superduper the account carries {@code pvt_superduper_admin} (decision H26)
 */
public record Caller(
        String accountId, @Nullable String ownerId, String method, JsonObject claims, boolean superduper) {}
