/** Sandboxes against the running server. */
@NullMarked
package io.github.kazoomock.server.sandbox;

import org.jspecify.annotations.NullMarked;
