/** What is taken off the wire. */
@NullMarked
package io.github.kazoomock.server.http;

import org.jspecify.annotations.NullMarked;
