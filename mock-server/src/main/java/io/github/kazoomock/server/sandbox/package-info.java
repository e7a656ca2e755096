/** The cell that holds the current World, its clock and its identities. */
@NullMarked
package io.github.kazoomock.server.sandbox;

import org.jspecify.annotations.NullMarked;
