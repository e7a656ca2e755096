/** Tests of worlds. */
@NullMarked
package io.github.kazoomock.server.world;

import org.jspecify.annotations.NullMarked;
