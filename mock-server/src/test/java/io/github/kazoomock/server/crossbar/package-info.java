/** Tests of the way of a request. */
@NullMarked
package io.github.kazoomock.server.crossbar;

import org.jspecify.annotations.NullMarked;
