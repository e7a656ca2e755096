/** From a recording to the world that it saw, as a fixture. */
@NullMarked
package io.github.kazoomock.contracts.record.world;

import org.jspecify.annotations.NullMarked;
