/** Everything the mock knows at one instant, as immutable values. */
@NullMarked
package io.github.kazoomock.server.world;

import org.jspecify.annotations.NullMarked;
