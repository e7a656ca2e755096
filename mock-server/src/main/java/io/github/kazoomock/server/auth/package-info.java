/** Tokens, credentials and who may do what. */
@NullMarked
package io.github.kazoomock.server.auth;

import org.jspecify.annotations.NullMarked;
