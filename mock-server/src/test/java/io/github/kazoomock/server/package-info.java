/** Tests of the running server. */
@NullMarked
package io.github.kazoomock.server;

import org.jspecify.annotations.NullMarked;
