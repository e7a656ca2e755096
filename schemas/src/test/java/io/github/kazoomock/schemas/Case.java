package io.github.kazoomock.schemas;

import io.github.kazoomock.json.JsonObject;

/**
 * One generated document.
 *
 * @param name what it is: {@code minimal}, or the place and the rule that it breaks
 * @param breaks {@code POINTER RULE} that must be among its violations; empty where nothing is certain
 */
record Case(String name, JsonObject document, String breaks) {}
