/** The mock's own API under /__admin. */
@NullMarked
package io.github.kazoomock.server.admin;

import org.jspecify.annotations.NullMarked;
