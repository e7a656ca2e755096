/** KAZOO's JSON Schemas and the registry that validates, fills defaults and casts with them. */
@NullMarked
package io.github.kazoomock.schemas;

import org.jspecify.annotations.NullMarked;
