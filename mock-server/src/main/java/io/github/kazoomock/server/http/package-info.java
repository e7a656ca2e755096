/** The only package that knows Javalin: bytes in, bytes out. */
@NullMarked
package io.github.kazoomock.server.http;

import org.jspecify.annotations.NullMarked;
