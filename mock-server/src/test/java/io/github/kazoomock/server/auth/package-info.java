/** Tests of the running server. */
@NullMarked
package io.github.kazoomock.server.auth;

import org.jspecify.annotations.NullMarked;
