package io.github.kazoomock.server.export;

import io.github.kazoomock.json.JsonObject;

/**
 * What must be there before a request: a provider state of Pact. Its words are for people; its parameters say
 * everything:
 *
 * <ul>
 *   <li>{@code fixture}: the world begins as this fixture; {@code snapshot}: as this snapshot
 *   <li>{@code documents}: <code>[{"noun": "menus", "account_id"?, "id"?, "data": {...}, "as"?: "MENU_ID"}]</code>, put
 *       into the world as they are
 *   <li>{@code login}: a role ({@code account_admin}); gives the value {@code AUTH_TOKEN}
 *   <li>{@code things}: <code>[{"as": "MENU_ID", "login"?: role, "method": "PUT", "path":
 *       "/v2/accounts/${ACCOUNT_ID}/menus", "data": {...}, "take": "/data/id"}]</code>, made by asking for them, in order;
 *       what {@code take} points at in the reply becomes the value; {@code body} instead of {@code data} is the whole
 *       envelope, {@code text} with its media {@code type} a body that is no JSON, {@code query} an object of what the
 *       query string says; <code>{"as": "EXTENSION", "value": "7100"}</code> is a value that needs no asking
 *   <li>{@code account_id}: the account in which everything happens; else the customer's with most documents
 *   <li>{@code files}: the world begins as this fixture, content by path
 * </ul>
 */
public record Given(String words, JsonObject params) {}
