/** The mock's own API. */
@NullMarked
package io.github.kazoomock.server.admin;

import org.jspecify.annotations.NullMarked;
