package io.github.kazoomock.contracts.pact;

import io.github.kazoomock.json.JsonObject;

/**
 * A provider state as a pact file says it.
 *
 * @param params empty in files of V2
 */
public record State(String name, JsonObject params) {}
