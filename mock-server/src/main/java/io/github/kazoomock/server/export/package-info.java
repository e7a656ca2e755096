/**
 * Contracts made from the operation table and the schemas: interactions, Pact V4, OpenAPI 3.1, WireMock stubs, schema
 * bundles. Whatever noun is declared is in them.
 */
@NullMarked
package io.github.kazoomock.server.export;

import org.jspecify.annotations.NullMarked;
